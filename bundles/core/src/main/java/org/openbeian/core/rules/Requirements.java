package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RequirementPage.Item;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fact.Scope;

/** Draws a requirement page from the rules of a province. */
final class Requirements {

    private final ProvincePlan plan;
    private final Applicant applicant;
    private final ConditionWords words;

    Requirements(ProvincePlan plan, Applicant applicant) {
        this.plan = plan;
        this.applicant = applicant;
        this.words = new ConditionWords(applicant);
    }

    RequirementPage page() {
        List<RequirementPage.Reading> readings = new ArrayList<>();
        List<RequirementPage.Topic> unknown = new ArrayList<>();
        List<Item> notes = new ArrayList<>();
        for (RuleFile file : plan.files()) {
            Remarks remarks = file.remarks();
            remarks.notes().stream().filter(note -> concerns(note.validity(), note.when())).forEach(note -> notes.add(
                new Item(note.about(), note.text(), List.of(), words.open(note.when()), Severity.INFO, note.source(),
                    file.origin().bundle())));
            remarks.readings().forEach(r -> readings.add(new RequirementPage.Reading(r.about(), r.reading(), r.source())));
            remarks.unknown().forEach(topic -> unknown.add(new RequirementPage.Topic(topic.about(), topic.name())));
        }
        return new RequirementPage(plan.profile(), applicant.type(), applicant.nature(), applicant.today(),
            !plan.profile().switchedOff().contains(applicant.type()), sorted(fields()), sorted(materials()), sorted(rules()),
            notes, readings, unknown);
    }

    private boolean concerns(Validity validity, Condition when) {
        return applicant.concerns(validity) && applicant.test(when) != Truth.FALSE;
    }

    /** The gravest first, otherwise as in the files. */
    private static List<Item> sorted(List<Item> items) {
        items.sort(Comparator.comparing(Item::severity));
        return items;
    }

    private List<Item> fields() {
        List<Item> items = new ArrayList<>();
        for (RuleFile file : plan.files()) {
            file.fields().stream().filter(field -> concerns(field.validity(), field.when())).forEach(field -> items.add(
                new Item(field.fact().name(), field.fact().fact().label(),
                    field.hint() == null ? List.of() : List.of(field.hint()), words.open(field.when()),
                    field.required() ? Severity.BLOCK : Severity.INFO, field.source(), field.origin().bundle())));
        }
        return items;
    }

    private List<Item> materials() {
        List<Item> items = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            plan.materials(scope).stream().filter(rule -> concerns(rule.validity(), rule.when())).forEach(rule -> {
                NeededMaterial material = rule.described();
                List<LocalizedText> details = new ArrayList<>(material.conditions());
                details.add(size(material));
                if (material.template() != null) {
                    details.add(new LocalizedText("空白表格：" + material.template(), "form to fill in: " + material.template()));
                }
                items.add(new Item(material.type(), material.name(), details, words.open(rule.when()),
                    material.required() ? Severity.BLOCK : Severity.INFO, material.source(), material.bundle()));
            });
        }
        return items;
    }

    private static LocalizedText size(NeededMaterial material) {
        String media = String.join(" / ", material.mediaTypes().stream().map(type -> type.replace("image/", "")).toList());
        String from = (material.minBytes() + 1023) / 1024 + " KB";
        String to = material.maxBytes() / 1024 + " KB";
        return new LocalizedText(media + "，" + from + " 至 " + to, media + ", " + from + " to " + to);
    }

    private List<Item> rules() {
        List<Item> items = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            for (ProvincePlan.Entry entry : plan.rules(scope)) {
                Rule rule = entry.rule();
                boolean said = rule.kind() == Rule.Kind.RULE || rule.kind() == Rule.Kind.LIMIT;
                if (said && entry.holds(applicant.type(), applicant.today()) && applicant.test(rule.when()) != Truth.FALSE) {
                    items.add(new Item(rule.id(), rule.text().text().fill(applicant), List.of(rule.text().mend().fill(applicant)),
                        words.open(rule.when()), rule.text().severity(), rule.text().source(), rule.text().origin().bundle()));
                }
            }
        }
        return items;
    }
}
