package org.openbeian.api.register;

/**
 * Names a record of an authority.
 *
 * @param kind what it is
 * @param id the authority's id of it, 0 when it is named by its number
 * @param number its filing number, or null when it is named by its id
 */
public record RecordReference(Kind kind, long id, String number) {

    /** Kinds of records. */
    public enum Kind {
        /** An organizer. */
        ORGANIZER,
        /** An internet service. */
        SERVICE,
        /** An access of a service. */
        ACCESS
    }
}
