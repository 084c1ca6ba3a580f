package org.openbeian.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

/** Accounts in memory; notes what was done and never checks rights. */
final class FakeAccountAdmin implements AccountAdmin {

    static final String PHONE = "13800138000";

    final List<String> done = new ArrayList<>();
    final TreeMap<String, Account> accounts = new TreeMap<>();
    char[] password;

    FakeAccountAdmin() {
        accounts.put("anna", new Account("anna", 1, Set.of(Role.APPLICANT), null, true, PHONE, "anna@example.com", Instant.EPOCH, null));
    }

    @Override
    public Account create(Actor actor, String name, Profile profile, char[] first) {
        password = first.clone();
        accounts.put(name, new Account(name, 1, profile.roles(), null, true, null, null, Instant.EPOCH, null));
        done.add("create " + name);
        return accounts.get(name);
    }

    @Override
    public Account register(String name, char[] first, String address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Account get(Actor actor, String name) {
        if (!accounts.containsKey(name)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "account-not-found", "there is no such account");
        }
        return accounts.get(name);
    }

    @Override
    public List<Account> list(Actor actor, String after, int limit) {
        return accounts.values().stream().filter(one -> after == null || one.name().compareTo(after) > 0).limit(limit).toList();
    }

    @Override
    public Account change(Actor actor, String name, long version, Profile profile) {
        Account after = get(actor, name).with(profile.roles(), profile.active(), profile.phone(), profile.email());
        accounts.put(name, after);
        done.add("change " + name + " from version " + version);
        return after;
    }

    @Override
    public Account unlock(Actor actor, String name) {
        done.add("unlock " + name);
        return get(actor, name);
    }

    @Override
    public void setPassword(Actor actor, String name, char[] wanted) {
        password = wanted.clone();
        done.add("password " + name);
    }

    @Override
    public void changePassword(Actor actor, char[] present, char[] wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Account own(Actor actor) {
        return get(actor, actor.account());
    }
}
