package org.openbeian.api.rules;

/** Kind of value of a {@link Fact}. */
public enum FactType {
    /** Characters. */
    TEXT,
    /** One of a closed list of words, such as the natures of organizers. */
    CODE,
    /** A whole number. */
    NUMBER,
    /** Yes or no. */
    FLAG,
    /** A day in Asia/Shanghai. */
    DATE,
    /** Several texts. */
    TEXTS
}
