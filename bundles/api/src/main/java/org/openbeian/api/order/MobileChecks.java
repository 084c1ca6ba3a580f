package org.openbeian.api.order;

import org.openbeian.api.account.ContactCodes.Sent;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Verifies the mobiles of persons in charge by codes (T-30, A-50, A-88). A mobile is verified once for an order, for every person
 * who has it; another number has to be verified anew. Codes appear neither in the log nor in the order. Thread-safe.
 *
 * <p>Every method throws {@link Refusal} as {@link Orders} does.
 */
@ProviderType
public interface MobileChecks {

    /**
     * Sends a code to the mobile that is entered for a person.
     *
     * @param pointer {@code /organizer/principal} or {@code /services/<n>/principal}
     * @throws Refusal also as {@link org.openbeian.api.account.AddressCodes#send} does
     */
    Sent send(Actor actor, String id, String pointer);

    /**
     * Takes the code that arrived. Must not run inside a transaction of the caller: a wrong try counts all the same.
     *
     * @throws Refusal also as {@link org.openbeian.api.account.AddressCodes#check} does; WRONG_STATE {@code mobile-changed} when
     *     another number was entered since
     */
    Order confirm(Actor actor, String id, long version, String pointer, String code);
}
