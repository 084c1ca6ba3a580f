package org.openbeian.api.rules;

/** How much a finding weighs. */
public enum Severity {
    /** The order must not go on. */
    BLOCK,
    /** The order may go on; a specialist looks at it. */
    WARN,
    /** For information only. */
    INFO
}
