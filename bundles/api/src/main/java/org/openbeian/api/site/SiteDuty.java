package org.openbeian.api.site;

import java.time.Instant;
import org.openbeian.api.model.LocalizedText;

/**
 * Something owed for a granted website.
 *
 * @param kind what
 * @param state how it stands
 * @param since from when on it is counted
 * @param due end of the term, or null where there is none yet
 * @param text what to do
 */
public record SiteDuty(Kind kind, State state, Instant since, Instant due, LocalizedText text) {

    /** Kinds of duties. */
    public enum Kind {
        /** Open the site, and record the day. */
        OPENING,
        /** Show the filing number, from the opening on (T-46). */
        FOOTER,
        /** Apply for the public-security filing within its term (T-45). */
        PUBLIC_SECURITY_FILING,
        /** Show the public-security number within its term (T-95). */
        PUBLIC_SECURITY_FOOTER
    }

    /** How a duty stands. */
    public enum State {
        /** Not done, in time. */
        OPEN,
        /** Not done, and its term is over. */
        OVERDUE,
        /** Done. */
        DONE
    }
}
