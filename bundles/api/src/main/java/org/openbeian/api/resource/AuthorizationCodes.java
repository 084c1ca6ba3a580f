package org.openbeian.api.resource;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Authorization codes (备案授权码, A-18): vouchers for a server's address that another account may file on. A code names itself as
 * the resource of an access, of the kind {@link #KIND}. It is bound by the order that is handed in with it, free again when that
 * order is given up, and ends with its server. Who issued, granted or revoked what is audited. Thread-safe.
 */
@ProviderType
public interface AuthorizationCodes {

    /** Kind of the resource that a code is. */
    String KIND = "auth-code";

    /** How a code stands. */
    enum State {
        /** It can be filed on. */
        UNUSED,
        /** An order that was handed in names it. */
        IN_USE,
        /** A filed service rests on it. */
        USED,
        /** It was revoked, or its server ended or is gone. */
        INVALID
    }

    /**
     * A code.
     *
     * @param code the code
     * @param server the server that it stands for
     * @param owner account of the server when the code was issued
     * @param account account that may file on it
     * @param issuedBy who issued it
     * @param issuedAt when
     * @param revokedAt when it was revoked, or null
     * @param state how it stands now
     * @param ips addresses of the server now
     * @param orderId the order that uses it, or null
     */
    record Code(String code, ResourceRef server, String owner, String account, String issuedBy, Instant issuedAt,
            Instant revokedAt, State state, List<String> ips, String orderId) {

        /** Copies the list. */
        public Code {
            ips = List.copyOf(ips);
        }
    }

    /**
     * Issues codes.
     *
     * @param server a server of the actor's, or any when the actor is staff
     * @param count how many, 1 or more; all or none are issued
     * @param account account that may file on them; the server's own when null
     * @throws org.openbeian.api.order.Refusal NOT_FOUND for a server that is not there or not the actor's; WRONG_STATE when its kind
     *     grants no codes, it has ended, or it has no room for so many; INVALID for a bad count
     */
    List<Code> issue(Actor actor, ResourceRef server, int count, String account);

    /** The codes of a server, oldest first; refusals as for {@link #issue}. */
    List<Code> ofServer(Actor actor, ResourceRef server);

    /**
     * A code that the actor issued, may file on, or sees as staff.
     *
     * @throws org.openbeian.api.order.Refusal INVALID for a code that is forged or mistyped; NOT_FOUND otherwise
     */
    Code find(Actor actor, String code);

    /**
     * Grants an unused code to another account; for the server's owner and staff.
     *
     * @throws org.openbeian.api.order.Refusal as {@link #find}; WRONG_STATE when it is not unused
     */
    Code grant(Actor actor, String code, String account);

    /**
     * Revokes a code; for the server's owner and staff. An order that names it cannot be handed in or leave any more.
     *
     * @throws org.openbeian.api.order.Refusal as {@link #find}; WRONG_STATE when a filed service rests on it, or when it is revoked
     */
    Code revoke(Actor actor, String code, String reason);
}
