package org.openbeian.security.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.openbeian.api.account.Account;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;

/** Accounts in memory, without transactions. */
final class MemoryAccounts implements AccountStore, Transactions {

    final Map<String, LogIn> logIns = new TreeMap<>();
    final Map<String, Account> accounts = new TreeMap<>();
    final Map<String, String> marks = new HashMap<>();
    boolean away;
    boolean takenMeanwhile;
    String failAt;

    @Override
    public boolean insert(Account account, Marks given, String passwordHash) {
        if (account.name().equals(failAt)) {
            throw new IllegalStateException("failed at " + failAt);
        }
        if (takenMeanwhile || accounts.containsKey(account.name()) || isTaken(account.name(), given)) {
            return false;
        }
        keep(account, given);
        logIns.put(account.name(), new LogIn(account.name(), account.roles(), account.active(), passwordHash, 0, null));
        return true;
    }

    private boolean isTaken(String name, Marks given) {
        return marks.entrySet().stream().anyMatch(mark -> !mark.getValue().equals(name)
                && (mark.getKey().equals(given.phone()) || mark.getKey().equals(given.email())));
    }

    private void keep(Account account, Marks given) {
        accounts.put(account.name(), account);
        marks.values().removeIf(account.name()::equals);
        marks.put(given.phone(), account.name());
        marks.put(given.email(), account.name());
        marks.remove(null);
    }

    @Override
    public boolean update(Account account, Marks given) {
        if (accounts.get(account.name()).version() != account.version() - 1 || isTaken(account.name(), given)) {
            return false;
        }
        keep(account, given);
        LogIn old = logIns.get(account.name());
        logIns.put(account.name(), new LogIn(account.name(), account.roles(), account.active(), old.passwordHash(), old.failures(),
                old.lockedUntil()));
        return true;
    }

    @Override
    public boolean keep(Account account) {
        return accounts.get(account.name()).version() == account.version() - 1 && accounts.put(account.name(), account) != null;
    }

    @Override
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public Optional<LogIn> logIn(String name) {
        if (away) {
            throw new StoreUnavailable("away", null);
        }
        return Optional.ofNullable(logIns.get(name));
    }

    @Override
    public Optional<String> byMark(String mark) {
        return Optional.ofNullable(marks.get(mark));
    }

    @Override
    public List<String> withRole(Role role, int limit) {
        return accounts.values().stream().filter(one -> one.active() && one.roles().contains(role)).map(Account::name).limit(limit)
            .toList();
    }

    @Override
    public List<Account> list(String after, int limit) {
        return accounts.values().stream().filter(one -> after == null || one.name().compareTo(after) > 0).limit(limit).toList();
    }

    @Override
    public void setPassword(String name, String passwordHash) {
        LogIn old = logIns.get(name);
        logIns.put(name, new LogIn(name, old.roles(), old.active(), passwordHash, 0, null));
    }

    @Override
    public int fail(String name) {
        LogIn old = logIns.get(name);
        logIns.put(name, new LogIn(name, old.roles(), old.active(), old.passwordHash(), old.failures() + 1, old.lockedUntil()));
        return old.failures() + 1;
    }

    @Override
    public void lock(String name, Instant until) {
        LogIn old = logIns.get(name);
        logIns.put(name, new LogIn(name, old.roles(), old.active(), old.passwordHash(), old.failures(), until));
    }

    @Override
    public void forgive(String name) {
        LogIn old = logIns.get(name);
        logIns.put(name, new LogIn(name, old.roles(), old.active(), old.passwordHash(), 0, null));
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }
}
