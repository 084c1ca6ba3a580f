package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.core.fact.CaseParts;
import org.openbeian.core.fact.Part;
import org.openbeian.core.fact.Scope;

/** Which materials a case needs. */
final class MaterialNeeds {

    private MaterialNeeds() {
    }

    /** Required ones first, otherwise in the order of the files. */
    static List<NeededMaterial> of(ProvincePlan plan, FilingCase filing) {
        CaseParts parts = CaseParts.of(filing);
        LocalDate day = CaseParts.day(filing.judgedOn());
        List<NeededMaterial> needed = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            for (MaterialRule rule : plan.materials(scope)) {
                if (rule.validity().holds(filing.type(), day)) {
                    for (Part part : parts.of(scope)) {
                        NeededMaterial material = rule.needed(part);
                        if (material != null) {
                            needed.add(material);
                        }
                    }
                }
            }
        }
        needed.sort(Comparator.comparing(material -> !material.required()));
        return List.copyOf(needed);
    }
}
