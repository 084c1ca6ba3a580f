package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.FilingCase.CaseMaterial;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fact.CaseParts;
import org.openbeian.core.fact.Part;
import org.openbeian.core.fact.Scope;

/** Which materials a case needs and whether they are there as they should be. */
final class MaterialJudge {

    private static final long KB = 1024;

    private MaterialJudge() {
    }

    /** Receives a needed material with the rule that asks for it. */
    private interface Receiver {
        void needs(NeededMaterial material, MaterialRule rule);
    }

    static List<NeededMaterial> needed(ProvincePlan plan, FilingCase filing, CaseParts parts) {
        List<NeededMaterial> needed = new ArrayList<>();
        each(plan, filing, parts, (material, rule) -> needed.add(material));
        needed.sort(Comparator.comparing(material -> !material.required()));
        return List.copyOf(needed);
    }

    static void judge(ProvincePlan plan, FilingCase filing, CaseParts parts, List<Finding> findings) {
        each(plan, filing, parts, (material, rule) -> {
            LocalizedText problem = problem(material, filing);
            if (problem != null) {
                findings.add(new Finding("material." + material.type(), Severity.BLOCK, material.subject(), problem,
                    new LocalizedText("请上传“" + material.name().zh() + "”的清晰彩色扫描件",
                        "Upload a clear colour scan: " + material.name().en()),
                    material.source(), material.bundle(), rule.origin().version()));
            }
        });
    }

    private static void each(ProvincePlan plan, FilingCase filing, CaseParts parts, Receiver receiver) {
        LocalDate day = CaseParts.day(filing.judgedOn());
        for (Scope scope : Scope.values()) {
            for (MaterialRule rule : plan.materials(scope)) {
                if (rule.validity().holds(filing.type(), day)) {
                    for (Part part : parts.of(scope)) {
                        NeededMaterial material = rule.needed(part);
                        if (material != null) {
                            receiver.needs(material, rule);
                        }
                    }
                }
            }
        }
    }

    private static LocalizedText problem(NeededMaterial needed, FilingCase filing) {
        for (CaseMaterial there : filing.materials()) {
            if (there.type().equals(needed.type()) && there.subject().equals(needed.subject())) {
                return problem(needed, there);
            }
        }
        return needed.required() ? new LocalizedText("缺少材料：" + needed.name().zh(),
            "Missing material: " + needed.name().en()) : null;
    }

    private static LocalizedText problem(NeededMaterial needed, CaseMaterial there) {
        String zh = needed.name().zh();
        String en = needed.name().en();
        if (!needed.mediaTypes().contains(there.mediaType())) {
            return new LocalizedText(zh + "的文件格式不受支持", en + ": file type is not accepted");
        }
        if (there.size() < needed.minBytes()) {
            return new LocalizedText(zh + "小于 " + needed.minBytes() / KB + " KB",
                en + ": smaller than " + needed.minBytes() / KB + " KB");
        }
        if (there.size() > needed.maxBytes()) {
            return new LocalizedText(zh + "大于 " + needed.maxBytes() / KB + " KB",
                en + ": larger than " + needed.maxBytes() / KB + " KB");
        }
        return null;
    }
}
