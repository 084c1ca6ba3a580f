package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.identifier.HostName;

/** What a specialist enters to open a case by hand, with everything that is wrong with it. */
final class InspectionInput {

    private static final int TEXT_MOST = 500;

    private final List<Finding> findings = new ArrayList<>();

    private InspectionInput() {
    }

    /**
     * The text without spaces around it.
     *
     * @throws org.openbeian.api.order.Refusal with each thing that is wrong
     */
    static String text(CorrectionKind kind, String domain, String text) {
        InspectionInput input = new InspectionInput();
        if (kind == null || !kind.isInspected()) {
            input.wrong("correction-kind", "/kind", "该类问题只由管局通知，不能在巡查中登记",
                "This is told by an authority alone, and not found by an inspection", "请选择巡查可发现的类别",
                "Choose a kind that inspections find");
        }
        if (HostName.of(domain == null ? "" : domain).kind() != HostName.Kind.NAME) {
            input.wrong("correction-domain", "/domain", "这不是域名", "This is no domain", "请填写域名，如 example.com",
                "Enter a domain, such as example.com");
        }
        if (text == null || text.isBlank() || text.length() > TEXT_MOST || !Shape.isClean(text)) {
            input.wrong("correction-text", "/text", "问题说明须为 1 至 " + TEXT_MOST + " 个字符，且不含控制字符",
                "What was found has 1 to " + TEXT_MOST + " characters and no control characters", "请说明发现的问题", "Say what was found");
        }
        if (!input.findings.isEmpty()) {
            throw Refusals.invalid(input.findings.size() == 1 ? input.findings.get(0).ruleId() : "correction-input",
                "Something is wrong with what was entered; no case was opened.", input.findings);
        }
        return text.strip();
    }

    private void wrong(String code, String pointer, String zh, String en, String mendZh, String mendEn) {
        findings.add(ServerFindings.block(code, pointer, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn)));
    }
}
