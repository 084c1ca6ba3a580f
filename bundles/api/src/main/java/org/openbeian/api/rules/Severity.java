package org.openbeian.api.rules;

/** How much a finding weighs. */
public enum Severity {
    /** The order must not go on. */
    BLOCK,
    /** An enquiry: the rules cannot say; the order may be submitted, and a specialist clears it up before he passes it. */
    ASK,
    /** The order may go on; a specialist looks at it. */
    WARN,
    /** For information only. */
    INFO
}
