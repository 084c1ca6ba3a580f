package org.openbeian.security.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.account.Delegations.Invitation;
import org.openbeian.api.store.DelegationStore;

/** Delegations in memory. */
final class MemoryDelegations implements DelegationStore {

    final List<Delegation> delegations = new ArrayList<>();
    private final Map<String, Invitation> invitations = new HashMap<>();

    @Override
    public void add(Delegation delegation) {
        delegations.add(delegation);
    }

    @Override
    public List<Delegation> held(String delegate, Instant at) {
        return delegations.stream().filter(one -> one.delegate().equals(delegate) && one.until().isAfter(at)
                && one.revokedAt() == null).toList();
    }

    @Override
    public List<Delegation> of(String account) {
        return delegations.stream().filter(one -> one.owner().equals(account) || one.delegate().equals(account)).toList();
    }

    @Override
    public boolean revoke(String owner, String id, Instant at) {
        Delegation old = delegations.stream().filter(one -> one.id().equals(id) && one.owner().equals(owner)).findFirst()
                .orElse(null);
        if (old == null) {
            return false;
        }
        delegations.remove(old);
        return delegations.add(new Delegation(id, owner, old.delegate(), old.policies(), old.orders(), old.createdBy(),
                old.createdAt(), old.until(), at));
    }

    @Override
    public void invite(String digest, Invitation invitation) {
        invitations.put(digest, invitation);
    }

    @Override
    public Optional<Invitation> take(String digest, String account, Instant at) {
        Invitation one = invitations.get(digest);
        if (one == null || one.usedBy() != null || !one.expiresAt().isAfter(at)) {
            return Optional.empty();
        }
        invitations.put(digest, new Invitation(one.id(), one.owner(), one.policies(), one.orders(), one.until(), one.expiresAt(),
                account));
        return Optional.of(one);
    }

    @Override
    public List<Invitation> invitations(String owner) {
        return invitations.values().stream().filter(one -> one.owner().equals(owner)).toList();
    }

    @Override
    public boolean withdraw(String owner, String id) {
        return invitations.values().removeIf(one -> one.id().equals(id) && one.owner().equals(owner) && one.usedBy() == null);
    }
}
