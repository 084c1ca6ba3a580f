package org.openbeian.butler;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.billing.Charge;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.butler.ButlerCase.MaterialHandOver;
import org.openbeian.api.butler.ButlerCase.State;
import org.openbeian.api.butler.Butlers;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.ButlerStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/**
 * Cases of butlers (T-111 to T-113, T-118). The order itself is seen by a butler only as far as the applicant delegated it to
 * him, and a delegation of that order alone ends with the case. The price is booked when a butler takes the case, never for a filing.
 */
@Component(configurationPid = ButlerService.PID)
@Designate(ocd = ButlerConfig.class)
public final class ButlerService implements Butlers {

    static final String PID = "org.openbeian.butler";

    private static final Pattern PRICE = Pattern.compile("[a-z][a-z0-9.-]{0,59}=[0-9]{1,7}\\.[0-9]{2}");
    /** Lets a butler look at the order for one picture; no policy that anybody can give. */
    private static final String HANDED_OVER = "handed-over";
    private static final LocalizedText COMPLETED = new LocalizedText("服务已完成", "the service is completed");
    private static final int PAGE = 200;
    private static final int NOTE_MOST = 4000;
    private static final int HAND_OVERS_MOST = 100;

    private final ConfigGuard<ButlerConfig> config = new ConfigGuard<>(ButlerConfig.class, PID,
            LoggerFactory.getLogger(ButlerService.class)).text("prices", PRICE, "ITEM=CNY with two decimals");
    private final ButlerStore store;
    private final Transactions transactions;
    private final Orders orders;
    private final Accounts accounts;
    private final Delegations delegations;
    private final Billing billing;
    private final AuditLog audit;
    private final Clock clock;
    private final CaseIds ids = new CaseIds();

    /** Tells applicants what became of their cases (T-111). */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Notices notices;

    /** Created by Declarative Services. */
    @Activate
    public ButlerService(@Reference ButlerStore store, @Reference Transactions transactions, @Reference Orders orders,
            @Reference Accounts accounts, @Reference Delegations delegations,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Billing billing,
            @Reference AuditLog audit, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock, ButlerConfig given) {
        this.store = store;
        this.transactions = transactions;
        this.orders = orders;
        this.accounts = accounts;
        this.delegations = delegations;
        this.billing = billing;
        this.audit = audit;
        this.clock = clock;
        config.update(given);
    }

    @Modified
    void modified(ButlerConfig given) {
        config.update(given);
    }

    @Override
    public Map<String, BigDecimal> prices() {
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        for (String price : config.get().prices()) {
            prices.put(price.substring(0, price.indexOf('=')), new BigDecimal(price.substring(price.indexOf('=') + 1)));
        }
        return prices;
    }

    @Override
    public ButlerCase request(Actor actor, String orderId, List<String> items) {
        Map<String, BigDecimal> prices = prices();
        if (items.isEmpty() || Set.copyOf(items).size() != items.size() || !prices.keySet().containsAll(items)) {
            throw new Refusal(Kind.INVALID, "butler-items", "Order at least one of " + prices.keySet() + ", each once.");
        }
        Order order = orders.get(actor, orderId);
        if (!order.account().equals(actor.account())) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "Only the applicant asks for a butler.");
        }
        Instant now = clock.instant();
        prices.keySet().retainAll(items);
        ButlerCase fresh = new ButlerCase(ids.next(now), 1, orderId, actor.account(), prices, State.REQUESTED, null, List.of(), now);
        return transactions.call(() -> {
            if (!store.insert(fresh)) {
                throw new Refusal(Kind.WRONG_STATE, "butler-there", "This order has a butler's case already.");
            }
            told(actor, "butler.request", fresh, Map.of("price", fresh.price().toPlainString()));
            return fresh;
        });
    }

    @Override
    public ButlerCase assign(Actor actor, String id, String butler) {
        require(actor, Permission.ASSIGN_BUTLER);
        if (!accounts.actor(butler, "system").map(found -> found.has(Role.BUTLER)).orElse(false)) {
            throw new Refusal(Kind.INVALID, "no-butler", "There is no account of this name with the role BUTLER.");
        }
        return change(actor, id, "butler.assign", Map.of("butler", butler), found -> {
            expect(found, State.REQUESTED, State.ASSIGNED);
            if (found.state() == State.REQUESTED) {
                book(found);
            }
            endDelegations(found);
            tell(about(found, "butler-assigned", Map.of("butler", butler)));
            return found.next(State.ASSIGNED, butler, found.handOvers());
        });
    }

    private static Notices.Notice about(ButlerCase found, String message, Map<String, String> values) {
        return new Notices.Notice(message, found.account(), found.orderId(), "butler-" + found.id() + "-" + found.version(), values);
    }

    /** Tells the applicant, in the same transaction. */
    private void tell(Notices.Notice notice) {
        Notices present = notices;
        if (present != null) {
            present.tell(notice);
        }
    }

    @Override
    public ButlerCase handOver(Actor actor, String id, String note, List<String> materials) {
        String text = note == null ? "" : note.strip();
        if (text.length() > NOTE_MOST || text.isEmpty() && materials.isEmpty()) {
            throw new Refusal(Kind.INVALID, "hand-over-empty", "Hand over a note of at most " + NOTE_MOST
                    + " characters, or materials of the order by their ids.");
        }
        return change(actor, id, "butler.hand-over", Map.of("materials", Integer.toString(materials.size())), found -> {
            owner(actor, found);
            expect(found, State.REQUESTED, State.ASSIGNED);
            List<String> known = orders.get(actor, found.orderId()).materials().stream().map(MaterialInfo::id).toList();
            if (!known.containsAll(materials) || found.handOvers().size() >= HAND_OVERS_MOST) {
                throw new Refusal(Kind.INVALID, "hand-over-materials", "Each material must be one of the order, and a case takes"
                        + " at most " + HAND_OVERS_MOST + " notes.");
            }
            List<MaterialHandOver> more = new ArrayList<>(found.handOvers());
            more.add(new MaterialHandOver(clock.instant(), text, materials));
            return found.next(found.state(), found.butler(), more);
        });
    }

    @Override
    public MaterialContent material(Actor actor, String id, String materialId) {
        ButlerCase found = transactions.call(() -> find(actor, id));
        if (shown(actor, found).handOvers().stream().noneMatch(handOver -> handOver.materials().contains(materialId))) {
            throw new Refusal(Kind.NOT_FOUND, "material-not-found", "No such material was handed over in this case.");
        }
        Actor viewer = new Actor(actor.account(), actor.roles(), actor.address(), Map.of(found.orderId(), Set.of(HANDED_OVER)));
        return orders.material(viewer, found.orderId(), materialId);
    }

    @Override
    public ButlerCase complete(Actor actor, String id) {
        return change(actor, id, "butler.complete", Map.of(), found -> {
            if (!serves(actor, found)) {
                throw new Refusal(Kind.FORBIDDEN, "not-permitted", "Only the butler of the case completes it.");
            }
            endDelegations(found);
            tell(about(found, "butler-progress", Map.of()).with("progress", COMPLETED));
            return found.next(State.COMPLETED, found.butler(), found.handOvers());
        });
    }

    @Override
    public ButlerCase cancel(Actor actor, String id) {
        return change(actor, id, "butler.cancel", Map.of(), found -> {
            owner(actor, found);
            expect(found, State.REQUESTED);
            return found.next(State.CANCELLED, null, List.of());
        });
    }

    @Override
    public ButlerCase get(Actor actor, String id) {
        return transactions.call(() -> {
            ButlerCase found = find(actor, id);
            if (serves(actor, found)) {
                told(actor, "butler.read", found, Map.of());
            }
            return shown(actor, found);
        });
    }

    @Override
    public List<ButlerCase> list(Actor actor) {
        boolean all = actor.has(Role.OPERATOR) || actor.has(Role.AUDITOR) || actor.has(Role.ADMIN);
        boolean butler = actor.has(Role.BUTLER);
        return transactions.call(() -> store.list(all || butler ? null : actor.account(), all || !butler ? null : actor.account(), PAGE))
                .stream().filter(found -> sees(actor, found)).map(ButlerService::withoutHandOvers).toList();
    }

    /** What the applicant delegated to the butler of this case for its order ends with his service (T-115). */
    private void endDelegations(ButlerCase served) {
        if (served.butler() != null) {
            accounts.actor(served.account(), "system").ifPresent(owner -> delegations.list(owner).stream()
                    .filter(given -> given.revokedAt() == null && given.delegate().equals(served.butler())
                            && given.owner().equals(served.account()) && given.orders().equals(List.of(served.orderId())))
                    .forEach(given -> delegations.revoke(owner, given.id())));
        }
    }

    private void book(ButlerCase taken) {
        taken.items().forEach((item, price) -> billing.book(new Charge(taken.id() + "-" + item, taken.account(), taken.orderId(),
                item, price, clock.instant(), null)));
    }

    private ButlerCase change(Actor actor, String id, String action, Map<String, String> details,
            UnaryOperator<ButlerCase> decision) {
        return transactions.call(() -> {
            ButlerCase next = decision.apply(find(actor, id));
            if (!store.update(next)) {
                throw new Refusal(Kind.STALE, "case-changed", "The case was changed meanwhile; read it again.");
            }
            told(actor, action, next, details);
            return shown(actor, next);
        });
    }

    private ButlerCase find(Actor actor, String id) {
        return store.find(id).filter(found -> sees(actor, found))
                .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "case-not-found", "There is no such case, or it is not yours."));
    }

    private static boolean sees(Actor actor, ButlerCase found) {
        return actor.account().equals(found.account()) || serves(actor, found) || actor.has(Role.OPERATOR)
                || actor.has(Role.AUDITOR) || actor.has(Role.ADMIN);
    }

    /** A butler's sight ends with the case. */
    private static boolean serves(Actor actor, ButlerCase found) {
        return found.state() == State.ASSIGNED && actor.account().equals(found.butler()) && actor.has(Role.BUTLER);
    }

    private static ButlerCase shown(Actor actor, ButlerCase found) {
        return actor.account().equals(found.account()) || serves(actor, found) ? found : withoutHandOvers(found);
    }

    private static ButlerCase withoutHandOvers(ButlerCase found) {
        return new ButlerCase(found.id(), found.version(), found.orderId(), found.account(), found.items(),
                found.state(), found.butler(), List.of(), found.createdAt());
    }

    private static void owner(Actor actor, ButlerCase found) {
        if (!actor.account().equals(found.account())) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "Only the applicant of the case may do this.");
        }
    }

    private static void expect(ButlerCase found, State... states) {
        if (!Set.of(states).contains(found.state())) {
            throw new Refusal(Kind.WRONG_STATE, "case-state", "The case is " + found.state() + "; this takes one of "
                    + List.of(states) + ".");
        }
    }

    private static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This account lacks the permission " + permission + ".");
        }
    }

    private void told(Actor actor, String action, ButlerCase about, Map<String, String> details) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put("order", about.orderId());
        audit.record(actor, action, "butler-case", about.id(), null, more);
    }
}
