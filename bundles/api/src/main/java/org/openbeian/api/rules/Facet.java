package org.openbeian.api.rules;

/** What a {@link Fact} is about. A rule is judged once for each thing that the facts it names are about. */
public enum Facet {
    /** The order as a whole: its type, date, account. */
    FILING,
    /** The organizer; there is one, so that its facts may be named by every rule. */
    ORGANIZER,
    /** The materials that are there; may be named by every rule. */
    MATERIAL,
    /** A principal: the organizer's and the one of each service, each judged by itself. */
    PRINCIPAL,
    /** A service, each judged by itself. */
    SERVICE,
    /** A domain of a service, each judged by itself; its rules may name facts of the service too. */
    DOMAIN,
    /** An access of a service with the resource behind it, each judged by itself; may name facts of the service too. */
    ACCESS
}
