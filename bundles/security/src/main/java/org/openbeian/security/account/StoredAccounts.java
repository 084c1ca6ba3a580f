package org.openbeian.security.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.AccountStore.LogIn;
import org.openbeian.api.store.DelegationStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Log-in with the accounts of the store. After some failures in a row an account is locked, for twice as long after each
 * further one; whoever is locked out, closed or unknown learns no more than that the log-in failed, in the same time. A
 * password that was found right a moment ago passes during a lock-out, so that nobody can lock out a client that is at work.
 * Times are the machine's: a virtual clock must not end a lock-out. Thread-safe.
 */
@Component
public final class StoredAccounts implements Accounts {

    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_NAME = 300;
    /** Roles that work for others; a specialist does so when he helps to fill in an order. */
    private static final Set<Role> DELEGATES = EnumSet.of(Role.SUB_ACCOUNT, Role.BUTLER, Role.SPECIALIST);
    private static final String UNKNOWN = "unknown";

    private final AccountStore store;
    private final DelegationStore delegations;
    private final Contacts contacts;
    private final AuditLog audit;
    private final AccountSettings settings;
    private final Clock realTime;
    private final Passwords passwords;
    private final VerifiedCredentials verified;

    /** After the first start has made its accounts. */
    @Activate
    public StoredAccounts(@Reference AccountStore store, @Reference DelegationStore delegations,
            @Reference Contacts contacts, @Reference AuditLog audit, @Reference AccountSettings settings,
            @Reference PasswordHashing hashing, @Reference FirstStart firstStart) {
        this(store, delegations, contacts, audit, settings, hashing.passwords(), Clock.systemUTC());
    }

    StoredAccounts(AccountStore store, DelegationStore delegations, Contacts contacts, AuditLog audit, AccountSettings settings,
            Passwords passwords, Clock realTime) {
        this.store = store;
        this.delegations = delegations;
        this.contacts = contacts;
        this.audit = audit;
        this.settings = settings;
        this.passwords = passwords;
        this.realTime = realTime;
        this.verified = new VerifiedCredentials(REMEMBERED,
                () -> TimeUnit.SECONDS.toNanos(settings.get().remember_seconds()), System::nanoTime);
    }

    @Override
    public Optional<Actor> authenticate(String name, char[] password, String address) {
        Optional<LogIn> found = name.length() > LONGEST_NAME || password.length > Passwords.LONGEST ? Optional.empty()
                : nameOf(name).flatMap(store::logIn);
        LogIn known = found.orElse(null);
        if (known != null && known.active() && known.passwordHash() != null
                && verified.knows(known.name(), password, known.passwordHash())) {
            return Optional.of(actor(known, address));
        }
        char[] tried = password.length > Passwords.LONGEST ? new char[0] : password;
        boolean right = passwords.matches(tried, known == null ? null : known.passwordHash());
        if (known == null) {
            refused(UNKNOWN, address, "unknown");
            return Optional.empty();
        }
        if (isLocked(known)) {
            refused(known.name(), address, "locked");
            return Optional.empty();
        }
        if (!right) {
            failed(known.name(), address);
            return Optional.empty();
        }
        if (!known.active()) {
            refused(known.name(), address, "closed");
            return Optional.empty();
        }
        if (known.failures() > 0) {
            store.forgive(known.name());
        }
        verified.remember(known.name(), password, known.passwordHash());
        return Optional.of(actor(known, address));
    }

    @Override
    public Optional<Actor> actor(String name, String address) {
        return store.logIn(name).filter(LogIn::active).map(known -> actor(known, address));
    }

    /** Delegations are read anew for each request, so that a revocation takes effect at once. */
    private Actor actor(LogIn known, String address) {
        if (known.roles().stream().noneMatch(DELEGATES::contains)) {
            return new Actor(known.name(), known.roles(), address);
        }
        Map<String, Set<String>> delegated = new HashMap<>();
        for (Delegation given : delegations.held(known.name(), realTime.instant())) {
            given.orders().forEach(order -> delegated.computeIfAbsent(order, id -> new HashSet<>()).addAll(given.policies()));
            delegated.computeIfAbsent("account:" + given.owner(), id -> new HashSet<>()).addAll(given.policies());
        }
        return new Actor(known.name(), known.roles(), address, delegated);
    }

    @Override
    public Optional<String> email(String account) {
        return store.find(account).map(Account::email);
    }

    /** The account behind what was typed: its name, phone number or e-mail address (T-02). */
    private Optional<String> nameOf(String login) {
        return Contacts.NAME.matcher(login).matches() ? Optional.of(login) : contacts.mark(login).flatMap(store::byMark);
    }

    private boolean isLocked(LogIn known) {
        return known.lockedUntil() != null && known.lockedUntil().isAfter(realTime.instant());
    }

    private void failed(String name, String address) {
        int failures = store.fail(name);
        int beyond = failures - settings.get().lock_failures();
        refused(name, address, "password");
        if (beyond >= 0) {
            Instant until = realTime.instant().plus(lockOut(beyond));
            store.lock(name, until);
            audit.record(new Actor(name, Set.of(), address), "login.locked", "account", name, null,
                    Map.of("failures", Integer.toString(failures), "until", until.toString()));
        }
    }

    private Duration lockOut(int beyond) {
        long longest = settings.get().lock_longest_seconds();
        long seconds = settings.get().lock_seconds() * (1L << Math.min(beyond, 20));
        return Duration.ofSeconds(Math.min(seconds, longest));
    }

    private void refused(String name, String address, String why) {
        audit.record(new Actor(name, Set.of(), address), "login.refused", name.equals(UNKNOWN) ? null : "account",
                name.equals(UNKNOWN) ? null : name, null, Map.of("why", why));
    }
}
