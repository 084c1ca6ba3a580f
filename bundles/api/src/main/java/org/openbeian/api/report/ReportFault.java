package org.openbeian.api.report;

import org.openbeian.api.model.LocalizedText;

/**
 * Something wrong with the content of a report.
 *
 * @param pointer JSON pointer into the content
 * @param text what is wrong, without personal data
 * @param mend how to mend it
 */
public record ReportFault(String pointer, LocalizedText text, LocalizedText mend) {
}
