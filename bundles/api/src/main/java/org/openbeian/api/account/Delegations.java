package org.openbeian.api.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an account lets others do for it: with named orders, within named policies, until a day, and until it is revoked
 * (T-115 to T-118). Sub-accounts begin with an invitation that is good once and for a short time, so that no password is ever
 * handed over. Every call writes audit. Thread-safe.
 */
@ProviderType
public interface Delegations {

    /** Policy: fill in, hand in and give up the named orders ({@code QcloudBAFullAccess}). */
    String FILING_FULL = "filing-full";
    /** Policy: fill in the named orders; handing in stays with the applicant. */
    String FILING_PREPARE = "filing-prepare";
    /** Beginning of the policies that let read the account's resources of a kind: {@code resource-read:cvm}. */
    String RESOURCE_READ = "resource-read:";

    /**
     * A delegation.
     *
     * @param id its id
     * @param owner account whose orders they are
     * @param delegate account that acts for it
     * @param policies what it may do
     * @param orders ids of the orders with which it may
     * @param createdBy account that made the delegation; differs from the owner for assisted filing
     * @param createdAt since when
     * @param until when it ends
     * @param revokedAt when it was revoked, or null
     */
    record Delegation(String id, String owner, String delegate, Set<String> policies, List<String> orders, String createdBy,
            Instant createdAt, Instant until, Instant revokedAt) {

        /** Copies the collections. */
        public Delegation {
            policies = Set.copyOf(policies);
            orders = List.copyOf(orders);
        }
    }

    /**
     * An invitation to become a sub-account.
     *
     * @param id its id
     * @param owner account that invites
     * @param policies what the sub-account may do
     * @param orders ids of the orders with which it may
     * @param until when the delegation ends
     * @param expiresAt until when the invitation can be taken
     * @param usedBy account that took it, or null
     */
    record Invitation(String id, String owner, Set<String> policies, List<String> orders, Instant until, Instant expiresAt,
            String usedBy) {

        /** Copies the collections. */
        public Invitation {
            policies = Set.copyOf(policies);
            orders = List.copyOf(orders);
        }
    }

    /**
     * An invitation that was made.
     *
     * @param invitation the invitation
     * @param token what the invited one needs; shown this once
     */
    record Invited(Invitation invitation, String token) {

        /** Tells no token. */
        @Override
        public String toString() {
            return "Invited[" + invitation.id() + "]";
        }
    }

    /**
     * Delegates orders of the actor to a sub-account or butler.
     *
     * @param policies names of policies or of their aliases (T-116)
     * @throws Refusal NOT_FOUND for an order that is not the actor's, INVALID for anything else
     */
    Delegation grant(Actor actor, String delegate, Set<String> policies, List<String> orders, Instant until);

    /**
     * Delegations by or to an account, newest first.
     *
     * @throws Refusal NOT_FOUND or FORBIDDEN for an account that is not the actor's and that the actor does not manage
     */
    List<Delegation> list(Actor actor, String account);

    /** Delegations by or to the actor, newest first. */
    default List<Delegation> list(Actor actor) {
        return list(actor, actor.account());
    }

    /**
     * Ends a delegation that an account made, at once.
     *
     * @throws Refusal NOT_FOUND when the account made none like that, or as {@link #list(Actor, String)}
     */
    void revoke(Actor actor, String account, String id);

    /** Ends a delegation of the actor, at once. */
    default void revoke(Actor actor, String id) {
        revoke(actor, actor.account(), id);
    }

    /**
     * Invites somebody to become a sub-account, for three days.
     *
     * @throws Refusal as {@link #grant}
     */
    Invited invite(Actor actor, Set<String> policies, List<String> orders, Instant until);

    /**
     * Invitations of an account.
     *
     * @throws Refusal as {@link #list(Actor, String)}
     */
    List<Invitation> invitations(Actor actor, String account);

    /** Invitations of the actor. */
    default List<Invitation> invitations(Actor actor) {
        return invitations(actor, actor.account());
    }

    /**
     * Takes back an account's invitation that nobody took.
     *
     * @throws Refusal NOT_FOUND when the account has none like that, or as {@link #list(Actor, String)}
     */
    void withdraw(Actor actor, String account, String id);

    /** Takes back an invitation of the actor. */
    default void withdraw(Actor actor, String id) {
        withdraw(actor, actor.account(), id);
    }

    /**
     * Makes a sub-account for whoever holds an invitation. The password is its own and need not be reset (T-117).
     *
     * @throws Refusal NOT_FOUND when the invitation was taken, withdrawn or is too old; INVALID for a bad name or password
     */
    Account accept(String token, String name, char[] password, String address);

    /**
     * Opens an order on behalf of an applicant, who alone hands it in and can revoke the help (E-02).
     *
     * @param actor a specialist
     * @param account the applicant
     * @throws Refusal NOT_FOUND when there is no such applicant
     */
    Order assist(Actor actor, String account, FilingType type, Application application);
}
