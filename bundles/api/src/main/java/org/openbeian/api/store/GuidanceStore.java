package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.guidance.HelpVotes;
import org.osgi.annotation.versioning.ProviderType;

/** Figures about help and enquiries, without personal data. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface GuidanceStore {

    /**
     * When an enquiry was asked and answered.
     *
     * @param id id of the enquiry, at most 64 characters
     * @param topic topic, at most 64 characters, or null
     * @param askedAt when it was asked
     * @param answeredAt when it was answered first, or null
     * @param over whether no answer is due any more
     */
    record Response(String id, String topic, Instant askedAt, Instant answeredAt, boolean over) {
    }

    /** Stores when an enquiry was asked and answered, in place of what is known of it. */
    void put(Response response);

    /** Those that were asked from an instant on and before another, in no order. */
    List<Response> responses(Instant from, Instant until);

    /** Stores an account's vote on a text, in place of its former one. */
    void vote(String textId, String account, boolean helpful, Instant at);

    /** The votes on each text that got some, by id. */
    List<HelpVotes> votes();
}
