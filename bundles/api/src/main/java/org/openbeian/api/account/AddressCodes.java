package org.openbeian.api.account;

import java.util.function.Function;
import org.openbeian.api.account.ContactCodes.Sent;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Shows by a code that somebody reads what arrives at an address, with the limits of {@link ContactCodes}. Codes for one purpose
 * are good for no other. Thread-safe.
 */
@ProviderType
public interface AddressCodes {

    /**
     * Sends a code; earlier codes of the account for this kind and purpose end.
     *
     * @param kind EMAIL or MOBILE
     * @param purpose what the code is for, 1 to 120 characters without personal data
     * @throws Refusal as {@link ContactCodes#send} does
     */
    Sent send(Actor actor, AddressKind kind, String address, String purpose);

    /**
     * Takes a code, which ends in the transaction of what is done with it. Must not run inside a transaction of the caller: a
     * wrong try counts all the same.
     *
     * @param use does something with the address to which the code was sent; when it throws, the code stays good
     * @return what it returned
     * @throws Refusal INVALID {@code code-wrong} when the code is wrong, {@code code-expired} when none is good any more
     */
    <T> T check(Actor actor, AddressKind kind, String purpose, String code, Function<String, T> use);
}
