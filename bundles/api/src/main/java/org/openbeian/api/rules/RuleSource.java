package org.openbeian.api.rules;

/**
 * Where a rule comes from.
 *
 * @param document title or catalogue row
 * @param date date of the document as printed, such as 2005-03-20; {@code undated} when it has none
 * @param quote the rule in a few words of the document, optional
 * @param law the legal basis in words, such as 《非经营性互联网信息服务备案管理办法》（信息产业部令第33号）第13条 (W-01); null when none is
 *     named
 */
public record RuleSource(String document, String date, String quote, String law) {

    /** A source that names no legal basis. */
    public RuleSource(String document, String date, String quote) {
        this(document, date, quote, null);
    }
}
