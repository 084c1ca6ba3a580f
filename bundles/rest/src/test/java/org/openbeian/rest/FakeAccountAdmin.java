package org.openbeian.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;

/** Accounts in memory; whoever gets here may do everything. */
final class FakeAccountAdmin implements AccountAdmin {

    final Map<String, Account> accounts = new TreeMap<>();
    final Map<String, String> passwords = new TreeMap<>();

    @Override
    public Account create(Actor actor, String name, Profile profile, char[] password) {
        Account account = new Account(name, 1, profile.roles(), null, profile.active(), profile.phone(), profile.email(),
                Instant.EPOCH, null);
        accounts.put(name, account);
        passwords.put(name, new String(password));
        return account;
    }

    @Override
    public Account register(String name, char[] password, String address) {
        throw new Refusal(Refusal.Kind.FORBIDDEN, "registration-closed", "call 400-080-1100");
    }

    @Override
    public Account get(Actor actor, String name) {
        Account account = accounts.get(name);
        if (account == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "account-not-found", "there is no such account");
        }
        return account;
    }

    @Override
    public List<Account> list(Actor actor, String after, int limit) {
        return accounts.values().stream().filter(one -> after == null || one.name().compareTo(after) > 0).limit(limit).toList();
    }

    @Override
    public Account change(Actor actor, String name, long version, Profile profile) {
        Account changed = get(actor, name).with(profile.roles(), profile.active(), profile.phone(), profile.email());
        accounts.put(name, changed);
        return changed;
    }

    @Override
    public Account unlock(Actor actor, String name) {
        return get(actor, name);
    }

    @Override
    public void setPassword(Actor actor, String name, char[] password) {
        passwords.put(get(actor, name).name(), new String(password));
    }

    @Override
    public void changePassword(Actor actor, char[] present, char[] wanted) {
        passwords.put(actor.account(), new String(wanted));
    }

    @Override
    public Account own(Actor actor) {
        return get(actor, actor.account());
    }
}
