package org.openbeian.api.authority;

import java.time.Instant;
import java.util.List;

/**
 * A file that was exchanged with an authority and is kept; what is in it is for nobody to see here.
 *
 * @param authorityId the authority
 * @param name name of a result file, or the sequence number of an upload
 * @param upload whether we sent it
 * @param state how it stands
 * @param at when it was prepared or came
 * @param endedAt when it was accepted, applied or dismissed; null while it was not
 * @param notes what of a result file nobody handles or is older than the register, and why it was dismissed or could not be applied
 */
public record KeptFile(String authorityId, String name, boolean upload, State state, Instant at, Instant endedAt, List<String> notes) {

    /** How a file stands. */
    public enum State {
        /** An upload whose outcome is not known yet. */
        PENDING,
        /** The authority took the upload. */
        ACCEPTED,
        /** A result file that came and is not applied yet. */
        RECEIVED,
        /** A result file that was applied. */
        APPLIED,
        /** A result file that could not be read or not wholly be applied. */
        DAMAGED,
        /** A damaged one that somebody settled. */
        DISMISSED
    }

    /** Copies the list. */
    public KeptFile {
        notes = List.copyOf(notes);
    }
}
