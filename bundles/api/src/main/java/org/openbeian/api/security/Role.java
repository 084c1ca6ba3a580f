package org.openbeian.api.security;

/** What an account may do in general. */
public enum Role {
    /** Files for itself; sees its own orders only. */
    APPLICANT,
    /** Reviews, phones and advises; sees all orders. */
    SPECIALIST,
    /** Runs the server: lanes, effects, simulators, configuration. */
    OPERATOR
}
