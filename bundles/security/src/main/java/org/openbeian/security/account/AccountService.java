package org.openbeian.security.account;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.CredentialStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and changes accounts. Thread-safe. */
@Component
public final class AccountService implements AccountAdmin {

    /** Roles that only an administrator gives, takes or touches. */
    private static final Set<Role> HIGH = EnumSet.of(Role.OPERATOR, Role.AUDITOR, Role.ADMIN);
    private static final int PAGE_MAX = 200;

    private final AccountStore store;
    private final CredentialStore credentials;
    private final Transactions transactions;
    private final Contacts contacts;
    private final AuditLog audit;
    private final AccountSettings settings;
    private final Passwords passwords;
    private final Clock realTime = Clock.systemUTC();

    /** Created by Declarative Services. */
    @Activate
    public AccountService(@Reference AccountStore store, @Reference CredentialStore credentials,
            @Reference Transactions transactions, @Reference Contacts contacts, @Reference AuditLog audit,
            @Reference AccountSettings settings, @Reference PasswordHashing hashing) {
        this.store = store;
        this.credentials = credentials;
        this.transactions = transactions;
        this.contacts = contacts;
        this.audit = audit;
        this.settings = settings;
        this.passwords = hashing.passwords();
    }

    @Override
    public Account create(Actor actor, String name, Profile profile, char[] password) {
        need(actor, Permission.MANAGE_ACCOUNTS);
        needFor(actor, profile.roles());
        return create(actor, name, profile, password, "account.create");
    }

    @Override
    public Account register(String name, char[] password, String address) {
        if (!settings.get().registration_open()) {
            throw new Refusal(Kind.FORBIDDEN, "registration-closed", "accounts are not opened here by their users; "
                    + (settings.get().support_phone().isEmpty() ? "ask the operator" : "call " + settings.get().support_phone()));
        }
        Profile profile = new Profile(Set.of(Role.APPLICANT), true, null, null);
        return create(new Actor(String.valueOf(name), Set.of(), address), name, profile, password, "account.register");
    }

    private Account create(Actor actor, String name, Profile profile, char[] password, String action) {
        List<Finding> findings = new ArrayList<>();
        if (name == null || !Contacts.NAME.matcher(name).matches()) {
            findings.add(AccountFindings.name());
        } else if (Passwords.weakness(password, name) != null) {
            findings.add(AccountFindings.password(Passwords.weakness(password, name)));
        }
        check(profile, findings);
        String hash = passwords.hash(password);
        Account account = new Account(name, 1, profile.roles(), null, profile.active(), profile.phone(), profile.email(),
                realTime.instant().truncatedTo(ChronoUnit.MILLIS), null);
        return transactions.call(() -> {
            if (!store.insert(account, contacts.marks(account.phone(), account.email()), hash)) {
                throw taken();
            }
            record(actor, action, account);
            return account;
        });
    }

    @Override
    public Account get(Actor actor, String name) {
        need(actor, Permission.MANAGE_ACCOUNTS);
        return find(name);
    }

    @Override
    public List<Account> list(Actor actor, String after, int limit) {
        need(actor, Permission.MANAGE_ACCOUNTS);
        return store.list(after, Math.max(1, Math.min(limit, PAGE_MAX)));
    }

    @Override
    public Account change(Actor actor, String name, long version, Profile profile) {
        need(actor, Permission.MANAGE_ACCOUNTS);
        check(profile, new ArrayList<>());
        return transactions.call(() -> {
            Account before = touchable(actor, name);
            needFor(actor, profile.roles());
            if (name.equals(actor.account()) && (!profile.active() || !profile.roles().containsAll(before.roles()))) {
                throw new Refusal(Kind.FORBIDDEN, "own-account", "nobody closes the own account or takes its roles away");
            }
            if (version != ANY_VERSION && version != before.version()) {
                throw new Refusal(Kind.STALE, "account-changed", "the account was changed by somebody else; read it again");
            }
            Account after = before.with(profile.roles(), profile.active(), profile.phone(), profile.email());
            if (!store.update(after, contacts.marks(after.phone(), after.email()))) {
                throw taken();
            }
            record(actor, after.active() ? "account.change" : "account.close", after);
            return after;
        });
    }

    @Override
    public Account unlock(Actor actor, String name) {
        need(actor, Permission.MANAGE_ACCOUNTS);
        return transactions.call(() -> {
            Account account = touchable(actor, name);
            store.forgive(name);
            record(actor, "account.unlock", account);
            return find(name);
        });
    }

    @Override
    public void setPassword(Actor actor, String name, char[] password) {
        need(actor, Permission.MANAGE_ACCOUNTS);
        checkPassword(password, name);
        String hash = passwords.hash(password);
        transactions.run(() -> {
            Account account = touchable(actor, name);
            store.setPassword(name, hash);
            credentials.removeSessions(name);
            record(actor, "account.password", account);
        });
    }

    @Override
    public void changePassword(Actor actor, char[] present, char[] wanted) {
        String name = actor.account();
        checkPassword(wanted, name);
        String stored = store.logIn(name).orElseThrow(AccountService::unknown).passwordHash();
        if (!passwords.matches(present, stored)) {
            throw new Refusal(Kind.FORBIDDEN, "password-wrong", "the present password is wrong");
        }
        String hash = passwords.hash(wanted);
        transactions.run(() -> {
            store.setPassword(name, hash);
            credentials.removeSessions(name);
            audit.record(actor, "account.password", "account", name, null, Map.of());
        });
    }

    @Override
    public Account own(Actor actor) {
        return find(actor.account());
    }

    private Account find(String name) {
        return store.find(name).orElseThrow(AccountService::unknown);
    }

    private Account touchable(Actor actor, String name) {
        Account account = find(name);
        needFor(actor, account.roles());
        return account;
    }

    private static void need(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "this needs the permission " + permission);
        }
    }

    static void needFor(Actor actor, Set<Role> roles) {
        if (!actor.has(Role.ADMIN) && roles.stream().anyMatch(HIGH::contains)) {
            throw new Refusal(Kind.FORBIDDEN, "administrator-needed",
                    "only an administrator gives, takes or touches the roles " + HIGH);
        }
    }

    /**
     * Whoever works with what belongs to an account is that account itself or manages it.
     *
     * @throws Refusal NOT_FOUND for an unknown account, FORBIDDEN when the actor does not manage it
     */
    static void needOwnOrManaged(Actor actor, String account, AccountStore accounts) {
        if (!actor.account().equals(account)) {
            need(actor, Permission.MANAGE_ACCOUNTS);
            needFor(actor, accounts.find(account).orElseThrow(AccountService::unknown).roles());
        }
    }

    private static void check(Profile profile, List<Finding> findings) {
        if (profile.roles().isEmpty()) {
            findings.add(AccountFindings.roles());
        }
        if (profile.phone() != null && !Contacts.PHONE.matcher(profile.phone()).matches()) {
            findings.add(AccountFindings.phone());
        }
        if (profile.email() != null && !Contacts.EMAIL.matcher(profile.email()).matches()) {
            findings.add(AccountFindings.email());
        }
        if (!findings.isEmpty()) {
            throw new Refusal(Kind.INVALID, "account-invalid", "the account cannot be kept like this; see findings", findings);
        }
    }

    static void checkPassword(char[] password, String name) {
        String weakness = Passwords.weakness(password, name);
        if (weakness != null) {
            throw new Refusal(Kind.INVALID, "password-weak", weakness, List.of(AccountFindings.password(weakness)));
        }
    }

    static Refusal taken() {
        return new Refusal(Kind.INVALID, "account-taken", "the name, phone number or e-mail address belongs to another account",
                List.of(AccountFindings.taken()));
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "account-not-found", "there is no such account");
    }

    private void record(Actor actor, String action, Account account) {
        audit.record(actor, action, "account", account.name(), null,
                Map.of("roles", String.join(" ", new TreeSet<>(account.roles().stream().map(Role::name).toList())),
                        "active", Boolean.toString(account.active())));
    }
}
