package org.openbeian.api.eligibility;

/** Where something is filed. Unknown is none of the others. */
public enum Filed {
    /** Filed, with access here. */
    HERE,
    /** Filed with another provider only. */
    ELSEWHERE,
    /** Filed nowhere. */
    NOWHERE,
    /** Not known: not here, and nobody said whether elsewhere. */
    UNKNOWN
}
