package org.openbeian.api.account;

import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Sessions of browsers. They live in the store, so that every node knows them and a restart ends none. Thread-safe. */
@ProviderType
public interface Sessions {

    /**
     * A session that was opened.
     *
     * @param token the cookie's value; known to the browser alone
     * @param csrfToken what the page sends back in a header with each change
     * @param expiresAt when it ends at the latest
     */
    record Opened(String token, String csrfToken, Instant expiresAt) {

        /** Tells no token. */
        @Override
        public String toString() {
            return "Opened[" + expiresAt + "]";
        }
    }

    /**
     * A session that goes on.
     *
     * @param actor who it belongs to, with the roles that the account has now
     * @param csrfToken what the page sends back in a header with each change
     * @param expiresAt when it ends at the latest
     */
    record Session(Actor actor, String csrfToken, Instant expiresAt) {

        /** Tells no token. */
        @Override
        public String toString() {
            return "Session[" + actor.account() + "]";
        }
    }

    /** Opens a session for somebody who logged in. */
    Opened open(Actor actor);

    /** The session behind a cookie; empty when it ended, was idle too long, or its account is closed. */
    Optional<Session> find(String token, String address);

    /** Ends a session; nothing happens when there is none. */
    void close(String token);
}
