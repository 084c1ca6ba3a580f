package org.openbeian.api.correction;

import java.time.Instant;

/**
 * One field of the register beside what somebody else says of it.
 *
 * @param pointer place of the field below the organizer: {@code /organizer}, {@code /organizer/name}, or {@code /services/<number>},
 *     alone for whether it is filed, with {@code /name}, {@code /domains}, {@code /here} (an access at this provider), {@code /organizer}
 *     (whose it is) or {@code /page} (whether its home page shows what it must) behind
 * @param likeness how the two stand to each other
 * @param ours what the register holds, or null for nothing; the name of a person is masked
 * @param theirs what the other one says, or null for nothing; the name of a person is masked
 * @param source who says it: {@code authority-download}, {@code authority-resync}, {@code authority-query},
 *     {@code import}, {@code public-register} or {@code site-probe}
 * @param asOf as of when
 */
public record ComparedField(String pointer, Likeness likeness, String ours, String theirs, String source, Instant asOf) {

    /** How two values stand to each other. */
    public enum Likeness {
        /** They say the same. */
        SAME,
        /** They contradict each other. */
        DIFFERENT,
        /** One of them says nothing; never counted as one of the others. */
        UNKNOWN
    }

    /** Names place and likeness only. */
    @Override
    public String toString() {
        return pointer + " " + likeness + " by " + source;
    }
}
