package org.openbeian.api.report;

/**
 * A part of a report that the authority answers by itself, such as one of several address ranges.
 *
 * @param name what an answer calls it; no other part of the report is called so
 * @param place JSON pointer into the content
 */
public record ReportPart(String name, String place) {
}
