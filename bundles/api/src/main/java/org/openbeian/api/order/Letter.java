package org.openbeian.api.order;

import java.time.Instant;
import org.openbeian.api.model.LocalizedText;

/**
 * A letter or form that an order asks its applicant to sign.
 *
 * @param type material type under which the signed copy is uploaded
 * @param subject JSON pointer to what it is about
 * @param name what it is called
 * @param slot slot of its form
 * @param version version of the form in force: a number of what was loaded into the slot, otherwise that of the server's own text,
 *     or {@code none} while nobody loaded the form
 * @param kind how it is printed
 * @param printedVersion version that was printed for this order last, or null
 * @param printedAt when, or null
 * @param signedVersion version of the signed copy that was uploaded: the one printed before it; null when there is no copy or
 *     nothing was printed before
 * @param outdated whether the signed copy is of another version than the one in force
 */
public record Letter(String type, String subject, LocalizedText name, String slot, String version, Kind kind, String printedVersion,
        Instant printedAt, String signedVersion, boolean outdated) {

    /** What stands for the version of a form that nobody loaded. */
    public static final String NONE = "none";

    /** How a letter is printed. */
    public enum Kind {
        /** As the whole letter, filled in. */
        LETTER,
        /** As a sheet with the data, to be copied into the form that the operator loaded. */
        SHEET,
        /** As a sheet with the data; the form itself was not loaded by the operator yet. */
        MISSING
    }
}
