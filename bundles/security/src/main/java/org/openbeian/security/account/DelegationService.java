package org.openbeian.security.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.AccountStore.Marks;
import org.openbeian.api.store.DelegationStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Delegations, invitations and assisted filing. Times are the machine's. Thread-safe. */
@Component
public final class DelegationService implements Delegations {

    static final Duration INVITATION = Duration.ofDays(3);
    static final Duration LONGEST = Duration.ofDays(366);
    static final Duration ASSISTANCE = Duration.ofDays(45);

    private static final int MOST_ORDERS = 100;
    private static final int TOKEN_LENGTH = 43;
    private static final int ID_LENGTH = 20;
    private static final Set<Role> DELEGATES = Set.of(Role.SUB_ACCOUNT, Role.BUTLER);

    private final DelegationStore store;
    private final AccountStore accounts;
    private final Transactions transactions;
    private final Orders orders;
    private final AuditLog audit;
    private final Passwords passwords;
    private final Clock realTime;

    /** Created by Declarative Services. */
    @Activate
    public DelegationService(@Reference DelegationStore store, @Reference AccountStore accounts,
            @Reference Transactions transactions, @Reference Orders orders, @Reference AuditLog audit,
            @Reference PasswordHashing hashing) {
        this(store, accounts, transactions, orders, audit, hashing.passwords(), Clock.systemUTC());
    }

    DelegationService(DelegationStore store, AccountStore accounts, Transactions transactions, Orders orders, AuditLog audit,
            Passwords passwords, Clock realTime) {
        this.store = store;
        this.accounts = accounts;
        this.transactions = transactions;
        this.orders = orders;
        this.audit = audit;
        this.passwords = passwords;
        this.realTime = realTime;
    }

    @Override
    public Delegation grant(Actor actor, String delegate, Set<String> policies, List<String> named, Instant until) {
        need(actor, Permission.DELEGATE);
        Set<String> known = known(policies);
        checkEnd(until);
        return transactions.call(() -> {
            checkOwn(actor, named);
            boolean fits = accounts.find(delegate).filter(one -> one.active()
                    && one.roles().stream().anyMatch(DELEGATES::contains)
                    && (one.parent() == null || one.parent().equals(actor.account()))).isPresent();
            if (!fits) {
                throw invalid("delegate-unknown", "there is no sub-account of yours and no butler of this name");
            }
            return add(actor, actor.account(), delegate, known, named, until);
        });
    }

    @Override
    public List<Delegation> list(Actor actor, String account) {
        AccountService.needOwnOrManaged(actor, account, accounts);
        return store.of(account);
    }

    @Override
    public void revoke(Actor actor, String account, String id) {
        AccountService.needOwnOrManaged(actor, account, accounts);
        transactions.run(() -> {
            if (!store.revoke(account, id, now())) {
                throw notFound("delegation");
            }
            audit.record(actor, "delegation.revoke", "delegation", id, null, Map.of("owner", account));
        });
    }

    @Override
    public Invited invite(Actor actor, Set<String> policies, List<String> named, Instant until) {
        need(actor, Permission.DELEGATE);
        Set<String> known = known(policies);
        checkEnd(until);
        String token = Secrets.random(TOKEN_LENGTH);
        Invitation invitation = new Invitation(Secrets.random(ID_LENGTH), actor.account(), known, named, until,
                now().plus(INVITATION), null);
        return transactions.call(() -> {
            checkOwn(actor, named);
            store.invite(Secrets.digest(token), invitation);
            audit.record(actor, "invitation.create", "invitation", invitation.id(), null, details(known, named));
            return new Invited(invitation, token);
        });
    }

    @Override
    public List<Invitation> invitations(Actor actor, String account) {
        AccountService.needOwnOrManaged(actor, account, accounts);
        return store.invitations(account);
    }

    @Override
    public void withdraw(Actor actor, String account, String id) {
        AccountService.needOwnOrManaged(actor, account, accounts);
        transactions.run(() -> {
            if (!store.withdraw(account, id)) {
                throw notFound("invitation");
            }
            audit.record(actor, "invitation.withdraw", "invitation", id, null, Map.of("owner", account));
        });
    }

    @Override
    public Account accept(String token, String name, char[] password, String address) {
        if (name == null || !Contacts.NAME.matcher(name).matches()) {
            throw new Refusal(Kind.INVALID, "account-invalid", "the account cannot be kept like this; see findings",
                    List.of(AccountFindings.name()));
        }
        AccountService.checkPassword(password, name);
        String hash = passwords.hash(password);
        return transactions.call(() -> {
            Invitation taken = store.take(Secrets.digest(token), name, now()).orElseThrow(() -> notFound("invitation"));
            Account account = new Account(name, 1, Set.of(Role.SUB_ACCOUNT), taken.owner(), true, null, null, now(), null);
            if (!accounts.insert(account, Marks.NONE, hash)) {
                throw AccountService.taken();
            }
            Actor actor = new Actor(name, account.roles(), address);
            audit.record(actor, "invitation.accept", "invitation", taken.id(), null, Map.of("owner", taken.owner()));
            add(actor, taken.owner(), name, taken.policies(), taken.orders(), taken.until());
            return account;
        });
    }

    @Override
    public Order assist(Actor actor, String account, FilingType type, Application application) {
        need(actor, Permission.ASSIST_FILING);
        return transactions.call(() -> {
            accounts.find(account).filter(one -> one.active() && one.roles().contains(Role.APPLICANT)
                    && !account.equals(actor.account())).orElseThrow(() -> notFound("applicant"));
            Order order = orders.createFor(actor, account, type, application);
            audit.record(actor, "order.assist", "order", order.id(), null, Map.of("account", account));
            add(actor, account, actor.account(), Set.of(FILING_PREPARE), List.of(order.id()), now().plus(ASSISTANCE));
            return order;
        });
    }

    private Delegation add(Actor actor, String owner, String delegate, Set<String> policies, List<String> named, Instant until) {
        Delegation delegation = new Delegation(Secrets.random(ID_LENGTH), owner, delegate, policies, named, actor.account(), now(),
                until, null);
        store.add(delegation);
        audit.record(actor, "delegation.create", "delegation", delegation.id(), null, details(policies, named));
        return delegation;
    }

    private void checkOwn(Actor actor, List<String> named) {
        if (named.isEmpty() || named.size() > MOST_ORDERS) {
            throw invalid("orders-missing", "name 1 to " + MOST_ORDERS + " orders");
        }
        for (String id : named) {
            if (!orders.get(actor, id).account().equals(actor.account())) {
                throw new Refusal(Kind.NOT_FOUND, "order-not-found", "There is no such order, or it is not yours.");
            }
        }
    }

    private void checkEnd(Instant until) {
        Instant now = now();
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw invalid("end-missing", "a delegation ends in the future, within " + LONGEST.toDays() + " days");
        }
    }

    private static Set<String> known(Set<String> policies) {
        Set<String> known = new TreeSet<>();
        policies.forEach(name -> known.add(Policies.named(name).orElseThrow(() -> invalid("policy-unknown",
                "there is no such policy; known are " + FILING_FULL + ", " + FILING_PREPARE + ", " + RESOURCE_READ
                        + "KIND and their aliases"))));
        if (known.isEmpty()) {
            throw invalid("policies-missing", "name at least one policy");
        }
        return known;
    }

    private Instant now() {
        return realTime.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Map<String, String> details(Set<String> policies, List<String> named) {
        return Map.of("policies", String.join(" ", new TreeSet<>(policies)), "orders", String.join(" ", named));
    }

    private static void need(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "this needs the permission " + permission);
        }
    }

    private static Refusal invalid(String code, String message) {
        return new Refusal(Kind.INVALID, code, message);
    }

    private static Refusal notFound(String what) {
        return new Refusal(Kind.NOT_FOUND, what + "-not-found", "there is no such " + what);
    }
}
