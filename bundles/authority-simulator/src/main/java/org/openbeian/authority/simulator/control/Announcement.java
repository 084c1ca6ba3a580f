package org.openbeian.authority.simulator.control;

/**
 * Something that a simulated authority tells by itself.
 *
 * @param kind what it is
 * @param number filing number of the organizer or service that it is about, or null
 * @param domain domain, or null
 * @param certificate number of an organizer's certificate, or null
 * @param text the authority's words, or null
 */
public record Announcement(Kind kind, String number, String domain, String certificate, String text) {

    /** What an authority tells. */
    public enum Kind {
        /** An organizer is blacklisted, by its certificate. */
        BLACKLIST_ORGANIZER,
        /** An organizer is not blacklisted any more. */
        CLEAR_ORGANIZER,
        /** A domain is blacklisted. */
        BLACKLIST_SITE,
        /** A domain is not blacklisted any more. */
        CLEAR_SITE,
        /** A domain had access without right. */
        ILLEGAL_ACCESS,
        /** A site is open here without a filing. */
        UNFILED_SITE,
        /** A filed organizer or service must be corrected. */
        RECTIFICATION,
        /** A website does not answer. */
        DEAD_SITE,
        /** A website answers again. */
        LIVE_SITE,
        /** An access is reported, but the domain is elsewhere. */
        OVER_REPORTED,
        /** A domain is here without a reported access. */
        UNDER_REPORTED,
        /** A record is to be verified; its site has the domain. */
        VERIFICATION,
        /** A code table is replaced; the text names it and its valid codes, such as {@code Dwxz_dms 1 2 3}. */
        CODE_TABLE,
        /** A full resynchronisation with one record, of the number, the domain and the text as its organizer's name. */
        RESYNCHRONISATION
    }

    /** Leaves the certificate out. */
    @Override
    public String toString() {
        return "Announcement[" + kind + " " + number + " " + domain + "]";
    }
}
