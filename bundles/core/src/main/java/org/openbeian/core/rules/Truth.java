package org.openbeian.core.rules;

/** What a condition says: a condition on an absent fact is undecided. */
enum Truth {
    TRUE,
    FALSE,
    UNDECIDED;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
