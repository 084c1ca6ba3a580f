package org.openbeian.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;

/** Delegations in memory; every invitation's token is {@code welcome}. */
final class FakeDelegations implements Delegations {

    private final Orders orders;
    private final List<Delegation> delegations = new ArrayList<>();
    private final List<Invitation> invitations = new ArrayList<>();

    FakeDelegations(Orders orders) {
        this.orders = orders;
    }

    @Override
    public synchronized Delegation grant(Actor actor, String delegate, Set<String> policies, List<String> ids, Instant until) {
        Delegation made = new Delegation("d" + delegations.size(), actor.account(), delegate, policies, ids, actor.account(),
                Instant.EPOCH, until, null);
        delegations.add(made);
        return made;
    }

    @Override
    public synchronized List<Delegation> list(Actor actor, String account) {
        return delegations.stream().filter(one -> one.owner().equals(account)).toList();
    }

    @Override
    public synchronized void revoke(Actor actor, String account, String id) {
        if (!delegations.removeIf(one -> one.id().equals(id) && one.owner().equals(account))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "delegation-not-found", "there is no such delegation");
        }
    }

    @Override
    public synchronized Invited invite(Actor actor, Set<String> policies, List<String> ids, Instant until) {
        Invitation made = new Invitation("i" + invitations.size(), actor.account(), policies, ids, until, Instant.EPOCH, null);
        invitations.add(made);
        return new Invited(made, "welcome");
    }

    @Override
    public synchronized List<Invitation> invitations(Actor actor, String account) {
        return invitations.stream().filter(one -> one.owner().equals(account)).toList();
    }

    @Override
    public synchronized void withdraw(Actor actor, String account, String id) {
        if (!invitations.removeIf(one -> one.id().equals(id) && one.owner().equals(account))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "invitation-not-found", "there is no such invitation");
        }
    }

    @Override
    public Account accept(String token, String name, char[] password, String address) {
        if (!token.equals("welcome")) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "invitation-not-found", "there is no such invitation");
        }
        return new Account(name, 1, Set.of(), "anna", true, null, null, Instant.EPOCH, null);
    }

    @Override
    public Order assist(Actor actor, String account, FilingType type, Application application) {
        return orders.createFor(actor, account, type, application);
    }
}
