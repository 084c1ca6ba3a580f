package org.openbeian.core.fact;

import org.openbeian.api.rules.Facet;

/** What a rule is judged once for. A scope sees its own facts and those of the scopes around it. */
public enum Scope {
    /** Once for the order. */
    ORDER(null),
    /** Once for each principal. */
    PRINCIPAL(ORDER),
    /** Once for each service. */
    SERVICE(ORDER),
    /** Once for each domain of each service. */
    DOMAIN(SERVICE),
    /** Once for each access of each service. */
    ACCESS(SERVICE);

    private final Scope around;

    Scope(Scope around) {
        this.around = around;
    }

    /** The scope of the facts of a facet. */
    public static Scope of(Facet facet) {
        return switch (facet) {
            case FILING, ORGANIZER, MATERIAL -> ORDER;
            case PRINCIPAL -> PRINCIPAL;
            case SERVICE -> SERVICE;
            case DOMAIN -> DOMAIN;
            case ACCESS -> ACCESS;
        };
    }

    /** Whether this scope sees the facts of the other. */
    public boolean sees(Scope other) {
        return this == other || around != null && around.sees(other);
    }

    /** The narrower of the two; null when neither sees the other's facts. */
    public Scope with(Scope other) {
        return sees(other) ? this : other.sees(this) ? other : null;
    }
}
