package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Obligation;
import org.openbeian.api.order.ObligationSource;
import org.openbeian.api.order.Obligations;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the deadlines of an account's orders and cases, and what other parts of the server know of. */
@Component(service = Obligations.class)
public final class AccountObligations implements Obligations {

    private static final Logger LOG = LoggerFactory.getLogger(AccountObligations.class);
    private static final int PAGE = 200;
    private static final int MOST = 1000;

    private final Orders orders;
    private final Corrections corrections;
    private final OrderEngine engine;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile List<ObligationSource> sources = List.of();

    /** Created by Declarative Services. */
    @Activate
    public AccountObligations(@Reference Orders orders, @Reference Corrections corrections, @Reference OrderEngine engine) {
        this.orders = orders;
        this.corrections = corrections;
        this.engine = engine;
    }

    @Override
    public List<Obligation> of(Actor actor) {
        Instant now = engine.now();
        List<Obligation> due = new ArrayList<>();
        Arrays.stream(OrderState.values()).filter(state -> !state.isFinal()).forEach(state -> addOrders(actor, state, now, due));
        corrections.list(actor, true, null, PAGE).stream().filter(one -> one.due() != null && actor.account().equals(one.account()))
            .map(one -> of(one, now)).forEach(due::add);
        sources.forEach(source -> add(source, actor, now, due));
        return due.stream().sorted(Comparator.comparing(Obligation::due).thenComparing(Obligation::id)).limit(MOST).toList();
    }

    private static void add(ObligationSource source, Actor actor, Instant now, List<Obligation> due) {
        try {
            due.addAll(source.of(actor, now));
        } catch (RuntimeException e) {
            LOG.warn("{} told no deadlines: {}", source.getClass().getName(), e.toString());
        }
    }

    /** Those of one state, so that what is over is never read, however much of it there is. */
    private void addOrders(Actor actor, OrderState state, Instant now, List<Obligation> due) {
        List<OrderSummary> page = List.of();
        do {
            String after = page.isEmpty() ? null : page.get(page.size() - 1).id();
            page = orders.list(actor, new OrderQuery(actor.account(), state, null, false, after, PAGE));
            page.stream().filter(order -> order.due() != null).map(order -> of(order, now)).forEach(due::add);
        } while (page.size() == PAGE && due.size() < MOST);
    }

    private Obligation of(OrderSummary order, Instant now) {
        return switch (order.state()) {
            case DRAFT, RETURNED, AUTHORITY_REJECTED -> of(order, "draft", true, now, text("请在此日期前完成并提交备案订单，逾期订单将过期",
                "Finish and submit the filing order by then; afterwards it expires"));
            case SMS_PENDING, SMS_FAILED -> of(order, "sms-verification", true, now, text("请在此时间前完成工信部短信核验",
                "Enter the ministry's SMS code by then"));
            case AUTHORITY_REVIEW -> counted(of(order, "authority-review", false, now, text("管局最迟审核日期",
                "The authority decides by then")), now);
            default -> counted(of(order, "pre-review", false, now, text("承诺的初审完成时间，请保持电话畅通",
                "The promised end of the pre-review; keep your phone at hand")), now);
        };
    }

    private static Obligation of(OrderSummary order, String kind, boolean own, Instant now, LocalizedText what) {
        return new Obligation(kind, order.id(), order.domain(), what, order.due(), own, now.isAfter(order.due()));
    }

    private Obligation of(CorrectionCase one, Instant now) {
        Obligation due = new Obligation("correction", one.id(), one.serviceNumber() != null ? one.serviceNumber() : one.organizerNumber(),
            one.kind().text(), one.due(), true, now.isAfter(one.due()));
        return one.kind() == CorrectionKind.VERIFICATION ? counted(due, now) : due;
    }

    /** One whose time was counted in working days. */
    private Obligation counted(Obligation due, Instant now) {
        return new Obligation(due.kind(), due.id(), due.about(), due.text(), due.due(), due.own(), due.overdue(),
            engine.deadlines().reservation(now, due.due()));
    }
}
