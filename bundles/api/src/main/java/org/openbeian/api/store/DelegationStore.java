package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.account.Delegations.Invitation;
import org.osgi.annotation.versioning.ProviderType;

/** Delegations and invitations. Every instant is the machine's. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface DelegationStore {

    /** Adds a delegation. */
    void add(Delegation delegation);

    /** The delegations to an account that hold at an instant. */
    List<Delegation> held(String delegate, Instant at);

    /** Delegations by or to an account, newest first. */
    List<Delegation> of(String account);

    /** Ends a delegation of an owner; false when it has none like that or it ended before. */
    boolean revoke(String owner, String id, Instant at);

    /** Adds an invitation under the digest of its token. */
    void invite(String digest, Invitation invitation);

    /** Takes an invitation for an account; empty when it was taken or is too old. */
    Optional<Invitation> take(String digest, String account, Instant at);

    /** The invitations of an owner, newest first. */
    List<Invitation> invitations(String owner);

    /** Removes an invitation of an owner that nobody took; false when it has none like that. */
    boolean withdraw(String owner, String id);
}
