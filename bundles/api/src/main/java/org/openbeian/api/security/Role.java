package org.openbeian.api.security;

/** What an account may do in general; {@link Permission} says what each role holds. */
public enum Role {
    /** Files for itself; sees its own orders only. */
    APPLICANT,
    /** Acts for an applicant on the orders that were delegated to it, within the policies named there (T-115, T-116). */
    SUB_ACCOUNT,
    /** Reviews, phones and advises; sees all orders. */
    SPECIALIST,
    /** Guides applicants who asked for the service (T-111); sees only the orders delegated to it. */
    BUTLER,
    /** Runs the server: lanes, effects, simulators, configuration, accounts of applicants and reviewers. */
    OPERATOR,
    /** Looks at everything with personal data masked, and changes nothing. */
    AUDITOR,
    /** A machine of the cloud: imports facts about resources, reads rules and register. */
    INTEGRATOR,
    /** Holds every permission, and alone gives the roles OPERATOR, AUDITOR and ADMIN. */
    ADMIN
}
