package org.openbeian.api.curtain;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A courier that takes parcels by machine. Without one an operator hands the parcel over and enters its tracking number; with one
 * he may leave that to it. Called outside any transaction. Implementations are thread-safe.
 */
@ConsumerType
public interface Courier {

    /**
     * A parcel that was taken.
     *
     * @param carrier name of the carrier, as the applicant is told it
     * @param tracking the carrier's number
     */
    record Shipment(String carrier, String tracking) {
    }

    /**
     * Takes a parcel. A parcel that was taken already is not sent again: the answer is the same.
     *
     * @param parcel tells it from others, 1 to 64 letters, digits and hyphens
     * @param to where it goes, in clear
     * @throws IOException when the courier cannot be reached or does not take it
     */
    Shipment send(String parcel, CurtainAddress to) throws IOException;
}
