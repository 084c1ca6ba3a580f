package org.openbeian.aftercare;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;

/** Gathers findings about one page. Not thread-safe. */
final class Remarks {

    private final List<Finding> findings = new ArrayList<>();
    private final Wanted wanted;

    Remarks(Wanted wanted) {
        this.wanted = wanted;
    }

    void wrong(String code, String pointer, String row, LocalizedText text, LocalizedText mend) {
        add(Severity.BLOCK, code, pointer, row, text, mend);
    }

    void warn(String code, String pointer, String row, LocalizedText text, LocalizedText mend) {
        add(Severity.WARN, code, pointer, row, text, mend);
    }

    void unknown(String code, LocalizedText text, LocalizedText mend) {
        add(Severity.ASK, code, "/page", "T-46", text, mend);
    }

    void info(String code, LocalizedText text, LocalizedText mend) {
        add(Severity.INFO, code, "/page", "T-46", text, mend);
    }

    private void add(Severity severity, String code, String pointer, String row, LocalizedText text, LocalizedText mend) {
        findings.add(new Finding(code, severity, pointer, text, mend, new RuleSource(row, "undated", null), wanted.bundle(),
            wanted.bundleVersion()));
    }

    boolean anyAt(String pointer) {
        return findings.stream().anyMatch(finding -> finding.isBlocking() && finding.pointer().startsWith(pointer));
    }

    boolean anyUnknown() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ASK);
    }

    List<Finding> findings() {
        return findings;
    }

    static LocalizedText text(String zh, String en) {
        return new LocalizedText(zh, en);
    }
}
