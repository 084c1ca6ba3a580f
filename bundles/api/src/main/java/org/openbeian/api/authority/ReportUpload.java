package org.openbeian.api.authority;

import java.util.Map;
import org.openbeian.api.report.ReportKind;

/**
 * A report as it goes to the authority.
 *
 * @param number our number of it, from which ids on the interface are made; never used twice
 * @param kind what is reported
 * @param content its fields; personal data
 */
public record ReportUpload(long number, ReportKind kind, Map<String, Object> content) {

    /** Leaves the content out. */
    @Override
    public String toString() {
        return "ReportUpload[" + number + " " + kind + "]";
    }
}
