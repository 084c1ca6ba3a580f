package org.openbeian.api.channel;

import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How accounts and persons want to be told. Persons in orders are known by their address alone, and what an account chooses
 * for them counts in its own orders only; what a person chose himself counts everywhere. Refusals are
 * {@link org.openbeian.api.order.Refusal}s with all findings. Thread-safe.
 */
@ProviderType
public interface NotificationPreferences {

    /** What the actor's account chose. */
    Preferences ofAccount(Actor actor);

    /** Replaces what the actor's account chose. */
    void setOfAccount(Actor actor, Preferences preferences);

    /** What the actor's account chose for a person in its orders. */
    Preferences ofPerson(Actor actor, AddressKind kind, String address);

    /** Replaces what the actor's account chose for a person in its orders. */
    void setOfPerson(Actor actor, AddressKind kind, String address, Preferences preferences);

    /**
     * Ends, for an address, all messages that can be ended; by the link in a mail.
     *
     * @param token from the link
     * @return false when it is no token
     */
    boolean unsubscribe(String token);
}
