package org.openbeian.api.key;

/** Whose personal data can be erased. */
public enum ErasureKind {
    /** One order with its verdicts, pictures and messages. */
    ORDER,
    /** An account with its messages and all its orders. */
    ACCOUNT,
    /** An organizer of the register, by its filing number, with all orders that led to it. */
    ORGANIZER
}
