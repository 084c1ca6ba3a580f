package org.openbeian.api.store;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Answers to requests with an Idempotency-Key, kept for 24 hours of real time: every instant here is the machine's, never a
 * virtual clock's, whose jumps would forget a key that is still in use. Joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface IdempotencyStore {

    /**
     * A kept answer.
     *
     * @param requestHash digest over method, path and body of the request
     * @param status HTTP status
     * @param location Location header, or null
     * @param etag ETag header, or null
     * @param body the answer; protected in the store
     */
    record Answer(String requestHash, int status, String location, String etag, byte[] body) {
    }

    /** The answer kept for an account's key, unless it is older than 24 hours. */
    Optional<Answer> find(String account, String key, Instant now);

    /**
     * Reserves a key inside the transaction of the request itself, so that two requests at once cannot both act.
     *
     * @return false when the key is taken
     */
    boolean reserve(String account, String key, String requestHash, Instant now);

    /** Completes a reserved key with its answer, in the same transaction. */
    void complete(String account, String key, Answer answer);

    /** Removes answers older than the instant, at most {@code limit}; returns how many. */
    int trim(Instant before, int limit);
}
