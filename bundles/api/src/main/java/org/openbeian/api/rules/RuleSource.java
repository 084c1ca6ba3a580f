package org.openbeian.api.rules;

/**
 * Where a rule comes from.
 *
 * @param document title or catalogue row
 * @param date date of the document as printed, such as 2005-03-20; {@code undated} when it has none
 * @param quote the rule in a few words of the document, optional
 */
public record RuleSource(String document, String date, String quote) {
}
