package org.openbeian.api.site;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.rules.Finding;

/**
 * What an inspection of a home page found.
 *
 * @param at when
 * @param address where the page came from, after redirects
 * @param state whether all is right; unknown is neither right nor wrong
 * @param numberShown whether the filing number is there as it must be
 * @param policeShown whether the public-security number is there as it must be
 * @param findings everything that is wrong or cannot be told, at once
 */
public record FooterReport(Instant at, String address, State state, boolean numberShown, boolean policeShown, List<Finding> findings) {

    /** What came out. */
    public enum State {
        /** Nothing that must be there is missing or wrong. */
        RIGHT,
        /** Something that must be there is missing or wrong. */
        WRONG,
        /** The page could not be had or read. */
        UNKNOWN
    }

    /** Copies the list. */
    public FooterReport {
        findings = List.copyOf(findings);
    }
}
