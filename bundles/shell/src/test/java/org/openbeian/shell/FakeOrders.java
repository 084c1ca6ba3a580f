package org.openbeian.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.Clearances;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.Explanation;
import org.openbeian.api.order.FooterSnippet;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.order.Review;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.rules.Verdict;
import org.openbeian.api.security.Actor;

/** One order in pre-review; notes every command that reaches it. */
final class FakeOrders implements Orders, Clearances {

    static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    static final String ID = "01order";
    static final Finding FINDING = new Finding("GS-01", Severity.BLOCK, "/organizer/principal",
            new LocalizedText("须为甘肃身份证", "An ID card of Gansu is needed"), new LocalizedText("更换", "Change the principal"),
            new RuleSource("管局规则", "2024-01-01", "仅限本省"), "org.openbeian.province.gansu", "1.0.0");

    final List<String> commands = new ArrayList<>();
    OrderQuery query;
    Order order = order();

    private static Order order() {
        Principal principal = new Principal("张小明", CertificateType.RESIDENT_ID, "440301199001011234",
                LocalDate.of(2020, 1, 1), null, true, "深圳市南山区一号", "13812345678", "13912345678", "zhang@example.com", null);
        Organizer organizer = new Organizer(OrganizerNature.INDIVIDUAL, "440000", "440300", "440305",
                CertificateType.RESIDENT_ID, "440301199001011234", "张小明", "深圳市南山区一号", "深圳市", null, null, principal, null);
        WebSite site = new WebSite("花店", List.of("example.com"), "https://example.com", List.of(1), List.of(1), List.of(),
                false, principal, List.of(new Access("cvm", "ins-1", List.of("203.0.113.7"))), null);
        return new Order(ID, 7, "anna", FilingType.FIRST, new Progress(OrderState.PRE_REVIEW, null, 1, NOW, null),
                new Application(organizer, List.of(site), Map.of("gs.contact", "13712345678")), List.of(),
                List.of(new Consent("privacy", "1", NOW, "anna", "198.51.100.4")),
                new Review(NOW, NOW, "sam", List.of(), List.of(), List.of(), List.of()), Handover.NONE, null, NOW, NOW);
    }

    private Order did(String what, Actor actor, String id, long version) {
        get(actor, id);
        commands.add(what + " " + version + " by " + actor.account());
        order = order.next(NOW);
        return order;
    }

    @Override
    public Order get(Actor actor, String id) {
        if (!ID.equals(id)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "order-not-found", "There is no order " + id + ".");
        }
        return order;
    }

    @Override
    public List<OrderSummary> list(Actor actor, OrderQuery wanted) {
        query = wanted;
        return List.of(new OrderSummary(ID, 7, "anna", FilingType.FIRST, "440000", "张**", "example.com",
                OrderState.PRE_REVIEW, "province-rules-missing", null, NOW, NOW, null, null));
    }

    @Override
    public List<HistoryEntry> history(Actor actor, String id, int afterNo) {
        return List.of(new HistoryEntry(ID, 1, NOW, "anna", OrderEvent.CREATED, null, OrderState.DRAFT, null, Map.of(),
                "0".repeat(64), "a".repeat(64)), new HistoryEntry(ID, 2, NOW, "anna", OrderEvent.SUBMITTED,
                OrderState.DRAFT, OrderState.PRE_REVIEW, null, Map.of("round", "1"), "b".repeat(64), "c".repeat(64)));
    }

    @Override
    public Explanation explain(Actor actor, String id) {
        RuleOutcome outcome = new RuleOutcome("GS-01", "/organizer/principal", false, "principal.idCard.province equals 620000",
                Map.of("principal.idCard.province", "440000", "principal.name", "张小明", "gs.unknown", "secret"),
                FINDING.source(), FINDING.bundle(), FINDING.bundleVersion());
        return new Explanation(id, List.of(new Verdict(NOW, "gansu 1.0.0", List.of(FINDING), List.of(outcome))),
                order.review().clearances());
    }

    @Override
    public Requirements requirements(Actor actor, String id) {
        return new Requirements(id, 7, false, List.of(new Requirement("material", "unit-certificate", "/organizer",
                new LocalizedText("营业执照", "Business licence"), "now", "materials", null, true)), List.of(FINDING));
    }

    @Override
    public Order claim(Actor actor, String id, long version) {
        return did("claim", actor, id, version);
    }

    @Override
    public Order release(Actor actor, String id, long version) {
        return did("release", actor, id, version);
    }

    @Override
    public Order logCall(Actor actor, String id, long version, CallAttempt call) {
        return did("call " + call, actor, id, version);
    }

    @Override
    public Order pass(Actor actor, String id, long version) {
        throw new Refusal(Refusal.Kind.INVALID, "call-missing", "A logged, answered call is needed.", List.of(FINDING));
    }

    @Override
    public Order giveBack(Actor actor, String id, long version, List<ReturnReason> reasons) {
        return did("return " + reasons, actor, id, version);
    }

    @Override
    public Order clear(Actor actor, String id, long version, String rule, String pointer, String reason) {
        return did("clear " + rule + pointer + " " + reason, actor, id, version);
    }

    @Override
    public Order propose(Actor actor, String id, long version, String rule, String pointer, String reason) {
        return did("propose " + rule + pointer + " " + reason, actor, id, version);
    }

    @Override
    public Order approve(Actor actor, String id, long version, String rule, String pointer) {
        return did("approve " + rule + pointer, actor, id, version);
    }

    @Override
    public Order revoke(Actor actor, String id, long version, String rule, String pointer, String reason) {
        return did("revoke " + rule + pointer + " " + reason, actor, id, version);
    }

    @Override
    public Order withdraw(Actor actor, String id, long version, String reason) {
        return did("withdraw " + reason, actor, id, version);
    }

    @Override
    public Order confirmSms(Actor actor, String id, long version, String reason) {
        return did("confirm " + reason, actor, id, version);
    }

    @Override
    public Order resend(Actor actor, String id, long version, String reason) {
        return did("resend " + reason, actor, id, version);
    }

    @Override
    public Order create(Actor actor, FilingType type, Application application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Order createFor(Actor actor, String account, FilingType type, Application application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Order edit(Actor actor, String id, long version, Application application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Order attach(Actor actor, String id, long version, MaterialUpload upload) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Order detach(Actor actor, String id, long version, String materialId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MaterialContent material(Actor actor, String id, String materialId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ConsentText> consentTexts() {
        return List.of();
    }

    @Override
    public Order submit(Actor actor, String id, long version, List<Consent> consents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FooterSnippet> footers(Actor actor, String id) {
        return List.of();
    }
}
