package org.openbeian.api.gate;

/** What the gate says. Whoever gets UNKNOWN should not serve. */
public enum GateDecision {
    /** It may be served here. */
    ALLOW,
    /** It may not be served here. */
    BLOCK,
    /** It cannot be said: the question is no host, or the gate does not know the present state. */
    UNKNOWN
}
