package org.openbeian.aftercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.correction.Inspections;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Probes the new domains of all orders that are under way once a day until the grant: one that answers is a case of the
 * inspection. Then it goes through the open cases of the inspection, whatever became of their orders, and settles what is over: a
 * domain that answers no more (unless it is isolated) or was filed, a site that answers again or whose filing ended, a filing that has
 * an access again or is gone, resources that are there again, a domain
 * that leads here no more. It goes in portions, from where it stopped;
 * while the server reaches nobody it waits there.
 */
@Component(service = DurableTask.class, immediate = true)
public final class OpenWatch implements DurableTask {

    static final String NAME = "open-watch";
    static final String KEY = "all";

    private static final Logger LOG = LoggerFactory.getLogger(OpenWatch.class);
    private static final String CURSOR = "aftercare.open-watch";
    private static final List<OrderState> UNDER_WAY = List.of(OrderState.SUBMITTED, OrderState.PRE_REVIEW,
        OrderState.QUEUED_FOR_AUTHORITY, OrderState.SMS_PENDING, OrderState.SMS_FAILED, OrderState.AUTHORITY_REVIEW);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration OFFLINE = Duration.ofMinutes(15);
    private static final int PORTION = 20;

    private final Orders orders;
    private final Inspector inspector;
    private final Inspections inspections;
    private final Corrections corrections;
    private final FiledResources resources;
    private final Blockings blockings;
    private final RegisterStore register;
    private final SettingsStore marks;
    private final Transactions transactions;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public OpenWatch(@Reference Orders orders, @Reference Inspector inspector, @Reference Inspections inspections,
            @Reference Corrections corrections, @Reference FiledResources resources, @Reference Blockings blockings,
            @Reference RegisterStore register, @Reference SettingsStore marks,
            @Reference Transactions transactions, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.orders = orders;
        this.inspector = inspector;
        this.inspections = inspections;
        this.corrections = corrections;
        this.resources = resources;
        this.blockings = blockings;
        this.register = register;
        this.marks = marks;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Instant> standing() {
        return Map.of(KEY, clock.instant().plus(DAY));
    }

    /** One portion: a state and the orders in it after one, or the cases after one. */
    @Override
    public Optional<Instant> run(String key) {
        String[] at = transactions.call(() -> marks.get(CURSOR).orElse("0 ")).split(" ", 2);
        int stage = Math.min(Integer.parseInt(at[0]), UNDER_WAY.size());
        String after = at[1].isEmpty() ? null : at[1];
        boolean cases = stage == UNDER_WAY.size();
        List<String> seen = cases ? cases(after) : orders(UNDER_WAY.get(stage), after);
        if (inspector.isOffline() && !seen.isEmpty()) {
            return Optional.of(clock.instant().plus(OFFLINE));
        }
        boolean more = seen.size() == PORTION;
        String next = more ? stage + " " + seen.get(seen.size() - 1) : (cases ? 0 : stage + 1) + " ";
        transactions.run(() -> marks.put(CURSOR, next));
        return Optional.of(cases && !more ? clock.instant().plus(DAY) : clock.instant());
    }

    private List<String> orders(OrderState state, String after) {
        List<OrderSummary> page = orders.list(Actor.SYSTEM, new OrderQuery(null, state, null, false, after, PORTION));
        page.forEach(this::look);
        return page.stream().map(OrderSummary::id).toList();
    }

    private List<String> cases(String after) {
        List<CorrectionCase> page = corrections.list(Actor.SYSTEM, true, after, PORTION);
        page.stream().filter(one -> one.authorityId() == null && !one.domains().isEmpty()).forEach(this::settle);
        return page.stream().map(CorrectionCase::id).toList();
    }

    /** One that cannot be judged is left for the next round. */
    private void settle(CorrectionCase one) {
        String domain = one.domains().get(0);
        try {
            Optional<ServiceEntry> filed = transactions.call(() -> register.byDomain(domain));
            if (filed.isPresent() || isOfRegister(one)) {
                end(one, domain, filed).ifPresent(conclusion -> transactions.run(() ->
                    inspections.settled(one.kind(), domain, conclusion)));
            }
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.warn("Case {} is left as it is: {}", one.id(), broken.toString());
        }
    }

    /** Whether a filing that is not there any more says something: a person may open cases about what was never filed here. */
    private static boolean isOfRegister(CorrectionCase one) {
        return one.probed() || one.serviceNumber() != null || one.kind() == CorrectionKind.UNFILED;
    }

    /** Why a case of the inspection is over, or empty; what only people can judge is not. */
    private Optional<String> end(CorrectionCase one, String domain, Optional<ServiceEntry> filed) {
        return switch (one.kind()) {
            case UNFILED -> filed.filter(OpenWatch::isServed).isPresent() ? Optional.of("filed")
                : isBlocked(domain) ? Optional.empty() : inspector.answers(domain).filter(open -> !open).map(closed -> "closed");
            case SITE_DEAD -> filed.filter(OpenWatch::isServed).isEmpty() ? Optional.of("ended")
                : inspector.answers(domain).filter(open -> open).map(open -> "answers");
            case EMPTY_SHELL -> filed.isEmpty() ? Optional.of("cancelled")
                : filed.filter(OpenWatch::isServed).map(entry -> "access");
            case RESOURCE_GONE -> filed.filter(OpenWatch::isServed).isEmpty() ? Optional.of("ended")
                : filed.map(entry -> resources.of(entry.number())).filter(seen -> seen.known() && seen.gone().isEmpty())
                    .map(there -> "there again");
            case ACCESS_UNDER_REPORTED -> filed.isEmpty() ? Optional.of("cancelled")
                : filed.filter(OpenWatch::isServed).isPresent() ? Optional.of("access")
                : resources.isHere(filed.get().number(), one.account(), inspector.leadsTo(domain))
                    .filter(here -> !here).map(gone -> "leads elsewhere");
            default -> Optional.empty();
        };
    }

    /** What is isolated does not answer for that reason alone. */
    private boolean isBlocked(String domain) {
        return blockings.find(domain).filter(found -> found.state() == Blockings.State.ISOLATED
            || found.state() == Blockings.State.BLOCKED).isPresent();
    }

    private static boolean isServed(ServiceEntry entry) {
        return entry.state() != ServiceState.CANCELLED && entry.state() != ServiceState.ACCESS_CANCELLED;
    }

    private void look(OrderSummary row) {
        try {
            Order order = orders.get(Actor.SYSTEM, row.id());
            for (String domain : OpenSites.newDomains(order.type(), order.application())) {
                inspector.answers(domain).filter(open -> open).ifPresent(open -> transactions.run(() -> found(order.id(), domain)));
            }
        } catch (Refusal | DataErased gone) {
            LOG.debug("Order {} is gone", row.id());
        }
    }

    /** A domain that another filing covers already may be open. */
    private void found(String orderId, String domain) {
        if (register.byDomain(domain).filter(OpenWatch::isServed).isEmpty()) {
            inspections.found(CorrectionKind.UNFILED, orderId, domain, null);
        }
    }
}
