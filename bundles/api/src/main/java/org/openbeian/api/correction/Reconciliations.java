package org.openbeian.api.correction;

import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Compares the register with what others say: the authority's own words as they are downloaded, by themselves; what it answers when it is
 * asked, the public register and the probes of sites, when a specialist wants it; extracts that an import brings (kind
 * {@code authority-records}). What differs is one case RECORD_DIFFERS of {@link Corrections} for each organizer, with a term; it is
 * closed by the filing that puts it right, by a later word of the same source, or by a person with a reason. Thread-safe.
 */
@ProviderType
public interface Reconciliations {

    /**
     * A comparison.
     *
     * @param organizerNumber filing number of the organizer
     * @param fields all that was compared, by source
     * @param caseId the open case about the organizer, or null when nothing differs
     */
    record Reconciliation(String organizerNumber, List<ComparedField> fields, String caseId) {

        /** Copies the list. */
        public Reconciliation {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Compares one organizer and its services now; takes some seconds, since others are asked.
     *
     * @param number filing number of an organizer
     * @throws org.openbeian.api.order.Refusal FORBIDDEN, or NOT_FOUND when the register holds no such organizer
     */
    Reconciliation compare(Actor actor, String number);
}
