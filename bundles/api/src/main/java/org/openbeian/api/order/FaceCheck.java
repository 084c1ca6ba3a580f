package org.openbeian.api.order;

import java.time.Instant;

/**
 * The face verification of one person of an order; it counts for every service that this person is in charge of (T-38, A-79).
 *
 * @param pointer JSON pointer to the principal for whom it was opened
 * @param inputsHash SHA-256 over name and number of the person; since they can be guessed, it is shown masked
 * @param session what the verifier knows it by
 * @param link where the person goes; null once it is over
 * @param openedAt when it was opened
 * @param linkUntil until when the link leads there
 * @param passed whether document and face are the person's; null while the person has not been through
 * @param address address of the person's client, or null
 * @param ipProvince province code of that address, or null
 * @param at when it was over, or null
 * @param validUntil until when it may be used, or null
 * @param stale whether the order was returned since, so that it must be repeated
 */
public record FaceCheck(String pointer, String inputsHash, String session, String link, Instant openedAt, Instant linkUntil,
        Boolean passed, String address, String ipProvince, Instant at, Instant validUntil, boolean stale) {

    /** Whether it may be used at a time. */
    public boolean counts(Instant now) {
        return passed != null && !stale && now.isBefore(validUntil);
    }

    /** The same after the order was returned. */
    public FaceCheck asStale() {
        return new FaceCheck(pointer, inputsHash, session, null, openedAt, linkUntil, passed, address, ipProvince, at, validUntil, true);
    }

    /** Shows no address and no link. */
    @Override
    public String toString() {
        return "FaceCheck[" + pointer + " " + passed + "]";
    }
}
