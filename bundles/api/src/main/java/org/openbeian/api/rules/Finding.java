package org.openbeian.api.rules;

import org.openbeian.api.model.LocalizedText;

/**
 * One result of one rule (审核意见). Holds no personal data, so it may be logged and listed.
 *
 * @param ruleId id of the rule, which is also the reason code
 * @param severity weight
 * @param pointer JSON pointer to the field or material in the application; the empty string means the whole order
 * @param text what is wrong
 * @param mend how to repair it
 * @param source where the rule comes from; null for findings of the server itself
 * @param bundle symbolic name of the bundle that brought the rule
 * @param bundleVersion version of that bundle
 * @param hard whether nobody may override it
 */
public record Finding(String ruleId, Severity severity, String pointer, LocalizedText text, LocalizedText mend,
        RuleSource source, String bundle, String bundleVersion, boolean hard) {

    /** A finding that specialists may override. */
    public Finding(String ruleId, Severity severity, String pointer, LocalizedText text, LocalizedText mend,
            RuleSource source, String bundle, String bundleVersion) {
        this(ruleId, severity, pointer, text, mend, source, bundle, bundleVersion, false);
    }

    /** Whether this finding stops the order. */
    public boolean isBlocking() {
        return severity == Severity.BLOCK;
    }
}
