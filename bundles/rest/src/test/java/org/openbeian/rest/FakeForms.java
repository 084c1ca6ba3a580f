package org.openbeian.rest;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.security.Actor;

/** One slot for a form. */
final class FakeForms implements FormTemplates {

    private final List<FormDocument> loaded = new ArrayList<>();

    @Override
    public List<FormTemplate> slots() {
        return List.of(loaded.isEmpty() ? new FormTemplate("audit-form", 0, null, 0, null, null, null)
                : loaded.get(loaded.size() - 1).template());
    }

    @Override
    public FormDocument document(String slot, int version) {
        int wanted = version == 0 ? loaded.size() : version;
        if (!slot.equals("audit-form") || wanted < 1 || wanted > loaded.size()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "form-not-loaded", "no form is loaded");
        }
        return loaded.get(wanted - 1);
    }

    @Override
    public FormTemplate load(Actor actor, String slot, byte[] content) {
        if (!slot.equals("audit-form")) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "form-slot-unknown", "no such slot");
        }
        FormTemplate form = new FormTemplate(slot, loaded.size() + 1, "application/pdf", content.length, "00",
                "2026-11-22T04:00:00Z", actor.account());
        loaded.add(new FormDocument(form, content));
        return form;
    }
}
