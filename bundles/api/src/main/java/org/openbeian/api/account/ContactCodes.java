package org.openbeian.api.account;

import java.time.Instant;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Binds mobile numbers and e-mail addresses to accounts (T-02): a code is sent to the address, and who enters it has shown
 * that he reads what arrives there. A code is good once, for a few minutes and a few tries; how often codes are sent is
 * limited by account and by address. What an operator enters for an account needs no code. Times are the machine's. Every call
 * writes audit. Thread-safe.
 */
@ProviderType
public interface ContactCodes {

    /**
     * A code that was sent.
     *
     * @param kind kind of the address
     * @param address where it went, masked
     * @param expiresAt until when it is good
     * @param againAt from when on another one can be asked for
     * @param tries wrong codes that end it
     */
    record Sent(AddressKind kind, String address, Instant expiresAt, Instant againAt, int tries) {
    }

    /**
     * Sends a code to an address that shall belong to the actor's account; earlier codes for this kind end.
     *
     * @param kind EMAIL or MOBILE
     * @throws Refusal INVALID for a malformed address or when too many were asked for; WRONG_STATE {@code channel-missing} when
     *     no channel of this server reaches such an address; UNAVAILABLE when the channel did not take the message
     */
    Sent send(Actor actor, AddressKind kind, String address);

    /**
     * Binds the address to which the last code of this kind was sent. Must not run inside a transaction of the caller: a wrong
     * try counts all the same.
     *
     * @throws Refusal INVALID {@code code-wrong} when the code is wrong, {@code code-expired} when none is good any more,
     *     {@code account-taken} when the address belongs to another account meanwhile
     */
    Account confirm(Actor actor, AddressKind kind, String code);
}
