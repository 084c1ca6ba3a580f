package org.openbeian.api.channel;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** The endpoints of accounts. Refusals are {@link org.openbeian.api.order.Refusal}s. Thread-safe. */
@ProviderType
public interface Endpoints {

    /**
     * What an account says of an endpoint.
     *
     * @param channel channel that serves it; only when it is new
     * @param name what the account calls it, 1 to 80 characters
     * @param address an https address, or what the operator allows besides
     * @param topics what it wants; null or empty for all
     * @param enabled whether it is used; null for yes
     * @param secret the key with which calls are signed, where the other side made it; null to have one made
     */
    record Wish(String channel, String name, URI address, Set<String> topics, Boolean enabled, String secret) {

        /** Leaves address and secret out. */
        @Override
        public String toString() {
            return "Wish[" + channel + "]";
        }
    }

    /**
     * An endpoint with the secret that signs calls to it, shown this once.
     *
     * @param endpoint the endpoint
     * @param secret the secret; null when it was not made anew
     */
    record Registered(Endpoint endpoint, String secret) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Registered[" + endpoint.id() + "]";
        }
    }

    /**
     * Where a channel sends to.
     *
     * @param address where
     * @param secret with which the call is signed; empty when there is none
     */
    record Target(URI address, String secret) {

        /** Tells nothing. */
        @Override
        public String toString() {
            return "Target";
        }
    }

    /** Registers an endpoint of the actor's account. */
    Registered add(Actor actor, Wish wish);

    /** Replaces what the account says of an endpoint; what is null stays. Enabling one ends its rest. */
    Registered change(Actor actor, String id, Wish wish);

    /** Removes an endpoint; what waits for it is dropped. */
    void remove(Actor actor, String id);

    /** Endpoints of an account, oldest first, addresses masked; only staff sees those of others. */
    List<Endpoint> list(Actor actor, String account);

    /** Sends a test message, through the outbox as all others; returns its key. */
    String test(Actor actor, String id);

    /**
     * Sends once more what was sent or given up, with the same key. Operators may do so for any account.
     *
     * @param key key of a message or event to the endpoint
     */
    void redeliver(Actor actor, String id, String key);

    /** Where an endpoint is; for channels. Empty when it is gone or disabled. */
    Optional<Target> target(String id);
}
