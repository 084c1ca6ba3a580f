package org.openbeian.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.Clearances;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.Explanation;
import org.openbeian.api.order.FooterSnippet;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.order.Review;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.rules.Verdict;
import org.openbeian.api.security.Actor;

/** Orders in memory, with just enough of a life cycle for the tests of the interface. Thread-safe. */
final class FakeOrders implements Orders, Clearances {

    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, List<HistoryEntry>> histories = new LinkedHashMap<>();
    final Map<String, byte[]> pictures = new LinkedHashMap<>();
    final AtomicInteger changes = new AtomicInteger();
    /** Thrown by the next command, once. */
    volatile RuntimeException next;

    private int serial;

    @Override
    public Order create(Actor actor, FilingType type, Application application) {
        return createFor(actor, actor.account(), type, application);
    }

    @Override
    public synchronized Order createFor(Actor actor, String account, FilingType type, Application application) {
        fail();
        changes.incrementAndGet();
        String id = "order-" + ++serial;
        Order order = new Order(id, 1, account, type, progress(OrderState.DRAFT), application, List.of(), List.of(),
                Review.NONE, Handover.NONE, null, NOW, NOW);
        orders.put(id, order);
        note(order, OrderEvent.CREATED, null);
        return order;
    }

    @Override
    public Order edit(Actor actor, String id, long version, Application application) {
        return change(actor, id, version, OrderEvent.EDITED, order -> order.with(application));
    }

    @Override
    public Order attach(Actor actor, String id, long version, MaterialUpload upload) {
        return change(actor, id, version, OrderEvent.MATERIAL_ADDED, order -> {
            MaterialInfo info = new MaterialInfo("m" + (order.materials().size() + 1), upload.type(), upload.subject(),
                    upload.mediaType(), upload.content().length, 800, 600, "0".repeat(64), NOW);
            pictures.put(info.id(), upload.content());
            List<MaterialInfo> materials = new ArrayList<>(order.materials());
            materials.add(info);
            return order.withMaterials(materials);
        });
    }

    @Override
    public Order detach(Actor actor, String id, long version, String materialId) {
        return change(actor, id, version, OrderEvent.MATERIAL_REMOVED, order -> order.withMaterials(
                order.materials().stream().filter(info -> !info.id().equals(materialId)).toList()));
    }

    @Override
    public synchronized MaterialContent material(Actor actor, String id, String materialId) {
        return get(actor, id).materials().stream().filter(info -> info.id().equals(materialId)).findFirst()
                .map(info -> new MaterialContent(info, pictures.get(materialId)))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "material-not-found", "there is no such material"));
    }

    @Override
    public Requirements requirements(Actor actor, String id) {
        return new Requirements(id, get(actor, id).version(), false, List.of(), List.of());
    }

    @Override
    public List<ConsentText> consentTexts() {
        fail();
        LocalizedText text = new LocalizedText("隐私声明", "Privacy statement");
        return List.of(new ConsentText("privacy", "1", text, text));
    }

    @Override
    public Order submit(Actor actor, String id, long version, List<Consent> consents) {
        return change(actor, id, version, OrderEvent.SUBMITTED, order -> {
            if (consents.isEmpty()) {
                throw new Refusal(Refusal.Kind.INVALID, "findings", "rules forbid the submission", List.of(finding("/a"),
                        finding("/b")));
            }
            return order.with(progress(OrderState.PRE_REVIEW));
        });
    }

    static Finding finding(String pointer) {
        return new Finding("gd-1", Severity.BLOCK, pointer, new LocalizedText("错误", "Wrong"), new LocalizedText("改", "Mend"),
                new RuleSource("T-1", "2026-01-01", "quote"), "org.openbeian.province.guangdong", "1.0.0");
    }

    @Override
    public Order claim(Actor actor, String id, long version) {
        return change(actor, id, version, OrderEvent.CLAIMED, order -> order);
    }

    @Override
    public Order release(Actor actor, String id, long version) {
        return change(actor, id, version, OrderEvent.RELEASED, order -> order);
    }

    @Override
    public Order logCall(Actor actor, String id, long version, CallAttempt call) {
        return change(actor, id, version, OrderEvent.CALL_LOGGED, order -> order.with(new Review(null, null,
                actor.account(), List.of(call), List.of(), List.of(), List.of())));
    }

    @Override
    public Order pass(Actor actor, String id, long version) {
        return change(actor, id, version, OrderEvent.PASSED, order -> order.with(progress(OrderState.QUEUED_FOR_AUTHORITY)));
    }

    @Override
    public Order giveBack(Actor actor, String id, long version, List<ReturnReason> reasons) {
        return change(actor, id, version, OrderEvent.RETURNED, order -> order.with(progress(OrderState.RETURNED)));
    }

    @Override
    public Order withdraw(Actor actor, String id, long version, String reason) {
        return change(actor, id, version, OrderEvent.WITHDRAWN, order -> order);
    }

    @Override
    public Order confirmSms(Actor actor, String id, long version, String reason) {
        return change(actor, id, version, OrderEvent.SMS_VERIFIED, order -> order);
    }

    @Override
    public Order resend(Actor actor, String id, long version, String reason) {
        return change(actor, id, version, OrderEvent.RESENT, order -> order);
    }

    @Override
    public Order clear(Actor actor, String id, long version, String rule, String pointer, String reason) {
        return state(actor, id, version, OrderEvent.FINDING_CLEARED, clearance(Severity.ASK, rule, pointer, reason, actor));
    }

    @Override
    public Order propose(Actor actor, String id, long version, String rule, String pointer, String reason) {
        return state(actor, id, version, OrderEvent.OVERRIDE_PROPOSED,
                clearance(Severity.BLOCK, rule, pointer, reason, actor));
    }

    @Override
    public Order approve(Actor actor, String id, long version, String rule, String pointer) {
        return change(actor, id, version, OrderEvent.OVERRIDE_APPROVED, order -> {
            Clearance proposed = order.review().clearances().stream().findFirst().orElseThrow(() ->
                    new Refusal(Refusal.Kind.NOT_FOUND, "finding-not-found", "no such finding"));
            if (proposed.by().equals(actor.account())) {
                throw new Refusal(Refusal.Kind.FORBIDDEN, "own-proposal", "leave it to another");
            }
            return order.with(order.review().withClearances(List.of(new Clearance(rule, pointer, Severity.BLOCK, null, "00ff",
                    proposed.reason(), proposed.by(), proposed.at(), actor.account(), NOW))));
        });
    }

    @Override
    public Order revoke(Actor actor, String id, long version, String rule, String pointer, String reason) {
        return change(actor, id, version, OrderEvent.OVERRIDE_REVOKED,
                order -> order.with(order.review().withClearances(List.of())));
    }

    private Order state(Actor actor, String id, long version, OrderEvent event, Clearance said) {
        return change(actor, id, version, event, order -> order.with(order.review().withClearances(List.of(said))));
    }

    private static Clearance clearance(Severity severity, String rule, String pointer, String reason, Actor by) {
        return new Clearance(rule, pointer, severity, null, "00ff", reason, by.account(), NOW, null, null);
    }

    @Override
    public synchronized Order get(Actor actor, String id) {
        fail();
        Order order = orders.get(id);
        if (order == null || !actor.isStaff() && !actor.account().equals(order.account())) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "order-not-found", "there is no such order");
        }
        return order;
    }

    @Override
    public synchronized List<OrderSummary> list(Actor actor, OrderQuery query) {
        fail();
        List<Order> newestFirst = new ArrayList<>(orders.values());
        java.util.Collections.reverse(newestFirst);
        return newestFirst.stream().filter(order -> actor.isStaff() || order.account().equals(actor.account()))
                .filter(order -> query.after() == null || number(order.id()) < number(query.after()))
                .filter(order -> query.state() == null || order.state() == query.state()).limit(query.limit())
                .map(FakeOrders::summary).toList();
    }

    static OrderSummary summary(Order order) {
        return new OrderSummary(order.id(), order.version(), order.account(), order.type(), order.provinceId(), null, null,
            order.state(), null, null, NOW, NOW, null, null);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(6));
    }

    @Override
    public synchronized List<HistoryEntry> history(Actor actor, String id, int afterNo) {
        get(actor, id);
        return histories.get(id).stream().filter(entry -> entry.no() > afterNo).toList();
    }

    @Override
    public Explanation explain(Actor actor, String id) {
        get(actor, id);
        RuleOutcome outcome = new RuleOutcome("gd-1", "/organizer", true, "all", Map.of("organizer.name", "张三"), null,
                "bundle", "1");
        return new Explanation(id, List.of(new Verdict(NOW, "book", List.of(), List.of(outcome))), List.of());
    }

    @Override
    public List<FooterSnippet> footers(Actor actor, String id) {
        get(actor, id);
        return List.of();
    }

    private synchronized Order change(Actor actor, String id, long version, OrderEvent event, UnaryOperator<Order> how) {
        Order order = get(actor, id);
        if (version != ANY_VERSION && version != order.version()) {
            throw new Refusal(Refusal.Kind.STALE, "order-changed", "the order is at version " + order.version());
        }
        Order changed = how.apply(order).next(NOW);
        changes.incrementAndGet();
        orders.put(id, changed);
        note(changed, event, order.state());
        return changed;
    }

    private void note(Order order, OrderEvent event, OrderState before) {
        List<HistoryEntry> history = histories.computeIfAbsent(order.id(), key -> new ArrayList<>());
        history.add(new HistoryEntry(order.id(), history.size() + 1, NOW, order.account(), event, before, order.state(),
                null, Map.of(), "0".repeat(64), "1".repeat(64)));
    }

    private static Progress progress(OrderState state) {
        return new Progress(state, null, 1, NOW, null);
    }

    private void fail() {
        RuntimeException failure = next;
        next = null;
        if (failure != null) {
            throw failure;
        }
    }
}
