package org.openbeian.api.order;

import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Face verification of the persons in charge, once per person and order. The link is shown to the applicant and given to the
 * person; the result is fetched from the provider and becomes a fact for the rules. Every method throws {@link Refusal} as
 * {@link Orders} does, must not run inside a transaction of the caller, and refuses WRONG_STATE {@code verifier-missing} without a
 * verifier and UNAVAILABLE {@code verifier-silent} when it gives no answer. Thread-safe.
 */
@ProviderType
public interface FaceChecks {

    /**
     * Opens a session for a person; an earlier one of the same person ends.
     *
     * @param pointer {@code /organizer/principal} or {@code /services/<n>/principal}
     */
    Order open(Actor actor, String id, long version, String pointer);

    /** Asks the provider what became of the open sessions of an order. */
    Order fetch(Actor actor, String id, long version);
}
