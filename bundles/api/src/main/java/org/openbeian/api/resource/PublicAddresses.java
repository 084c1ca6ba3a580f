package org.openbeian.api.resource;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Public addresses and the filings entered for them: an owner enters a filing number, an administrator approves it, and
 * that opens ports which are closed in some regions before. An address with an approved number is kept for some days when its bill is
 * not paid, any other one is released at once. Callers check rights beyond ownership before. Thread-safe.
 */
@ProviderType
public interface PublicAddresses {

    /** How the number of an address stands. */
    enum State {
        /** Entered; an administrator is to approve it. */
        ENTERED,
        /** Approved: the address carries verified filing information. */
        APPROVED,
        /** Not approved. */
        REJECTED,
        /** No number is bound: none was, or the address was released. */
        UNBOUND
    }

    /**
     * An address.
     *
     * @param ip the address
     * @param account whose it is
     * @param region id of its region
     * @param number filing number entered for it, or null
     * @param state how the number stands
     * @param by who did the last step
     * @param since when that was
     * @param reason why the number was not approved, or null
     * @param suspendedAt since when its bill is not paid, or null
     * @param releaseAt when it goes back to the pool; null while its bill is paid
     */
    record Address(String ip, String account, String region, String number, State state, String by, Instant since, String reason,
            Instant suspendedAt, Instant releaseAt) {
    }

    /**
     * Whether a port of an address may be open.
     *
     * @param ip the address
     * @param port the port
     * @param decision UNKNOWN when the address is not known here
     * @param text why
     */
    record PortDecision(String ip, int port, GateDecision decision, LocalizedText text) {
    }

    /**
     * Enters a filing number for an address of the actor's; staff may for any.
     *
     * @param number number of a service that the register holds as filed here
     * @throws org.openbeian.api.order.Refusal INVALID for an address that is not public, a number of no form or one that the register does
     *     not hold; NOT_FOUND for an address that no resource has, or that is not the actor's; WRONG_STATE while it is suspended
     */
    Address bind(Actor actor, String ip, String number);

    /**
     * Approves the number of an address, or does not; its ports open with the approval.
     *
     * @param reason why it is not approved; else null
     * @throws org.openbeian.api.order.Refusal NOT_FOUND; WRONG_STATE when no number waits; INVALID for a rejection without reason
     */
    Address decide(Actor actor, String ip, boolean approved, String reason);

    /**
     * Notes that the bill of an address is not paid. {@link Address#releaseAt} says when it goes back to the pool: at once, or after some
     * days when it carries verified filing information; then its account is told now and again before the end.
     *
     * @throws org.openbeian.api.order.Refusal as {@link #bind}
     */
    Address suspend(Actor actor, String ip);

    /**
     * Notes that the bill was paid.
     *
     * @throws org.openbeian.api.order.Refusal NOT_FOUND; WRONG_STATE when the address is not suspended or was released
     */
    Address resume(Actor actor, String ip);

    /**
     * An address of the actor's; staff may see any.
     *
     * @throws org.openbeian.api.order.Refusal as {@link #bind}
     */
    Address find(Actor actor, String ip);

    /** Addresses with a number or a bill that is not paid, the last step first; those of a state, or all when null. */
    List<Address> list(State state, int limit);

    /** Whether a port of an address may be open. */
    PortDecision port(String ip, int port);
}
