package org.openbeian.butler;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.billing.Charge;
import org.openbeian.api.billing.FreeTime;
import org.openbeian.api.billing.Invoice;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.butler.ButlerCase.State;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Review;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.testkit.Requirement;

public class ButlerServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    private static final Actor MALLORY = new Actor("mallory", Set.of(Role.APPLICANT), "192.0.2.2");
    private static final Actor BAI = new Actor("bai", Set.of(Role.BUTLER), "192.0.2.3");
    private static final Actor BO = new Actor("bo", Set.of(Role.BUTLER), "192.0.2.4");
    private static final Actor OPS = new Actor("ops", Set.of(Role.OPERATOR), "192.0.2.5");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final FakeButlerStore store = new FakeButlerStore();
    private final EmbeddedBilling billing = new EmbeddedBilling(store, store, CLOCK);
    private final FakeAudit audit = new FakeAudit();
    private Actor lookedAs;
    private final List<String> revoked = new ArrayList<>();
    private final ButlerService butlers = new ButlerService(store, store, orders(), new FakeAccounts(), delegations(),
            billing, audit, CLOCK,
            config("icp.first=600.00", "psb=600.00"));

    @Test
    @Requirement({"T-112", "T-113"})
    public void theFilingCosts600ThePublicSecurityFiling600AndBoth1200() {
        assertEquals(Map.of("icp.first", new BigDecimal("600.00"), "psb", new BigDecimal("600.00")), butlers.prices());
        assertEquals(new BigDecimal("600.00"), butlers.request(ANNA, "o1", List.of("icp.first")).price());
        assertEquals(new BigDecimal("1200.00"), butlers.request(ANNA, "o2", List.of("icp.first", "psb")).price());
    }

    @Test
    @Requirement("W-12")
    public void freeTimeIsBookedOnceAndChargesNothing() {
        FreeTime time = new FreeTime("k1", "anna", "o1", null, 12, NOW);
        billing.grantTime(time);
        billing.grantTime(new FreeTime("k1", "anna", "o1", null, 99, NOW));
        assertEquals(List.of(time), billing.freeTime("anna"));
        assertEquals(List.of(), billing.freeTime("mallory"));
        assertEquals(List.of(), billing.charges("anna"));
    }

    @Test
    @Requirement("T-111")
    public void aCaseGoesFromTheRequestOverTheAssignmentToItsEnd() {
        List<String> told = new ArrayList<>();
        butlers.notices = notice -> told.add(notice.account() + " " + notice.message() + " " + notice.orderId());
        ButlerCase asked = butlers.request(ANNA, "o1", List.of("icp.first"));
        assertEquals(State.REQUESTED, asked.state());
        assertEquals(State.ASSIGNED, butlers.assign(OPS, asked.id(), "bai").state());
        assertEquals(List.of(asked.id()), ids(butlers.list(BAI)));
        assertEquals(State.COMPLETED, butlers.complete(BAI, asked.id()).state());
        assertEquals(List.of("anna butler.request", "ops butler.assign", "bai butler.complete"), audit.lines);
        assertEquals(List.of("anna butler-assigned o1", "anna butler-progress o1"), told);
    }

    @Test
    @Requirement("T-118")
    public void whatIsHandedOverIsSeenByTheButlerOfTheCaseWhileItLasts() {
        String id = butlers.request(ANNA, "o1", List.of("psb")).id();
        butlers.handOver(ANNA, id, "my seal is at the office", List.of("m1"));
        assertEquals("case-not-found", code(() -> butlers.get(BAI, id)));
        butlers.assign(OPS, id, "bai");
        audit.lines.clear();
        assertEquals("my seal is at the office", butlers.get(BAI, id).handOvers().get(0).note());
        assertEquals("the look is audited", List.of("bai butler.read"), audit.lines);
        assertEquals(1, butlers.get(ANNA, id).handOvers().size());
        assertEquals("staff without it", 0, butlers.get(OPS, id).handOvers().size());
        assertTrue(butlers.list(BAI).get(0).handOvers().isEmpty());
        for (Actor stranger : List.of(MALLORY, BO)) {
            assertEquals("case-not-found", code(() -> butlers.get(stranger, id)));
            assertEquals(List.of(), butlers.list(stranger));
        }
        butlers.assign(OPS, id, "bo");
        assertEquals("another one now", "case-not-found", code(() -> butlers.get(BAI, id)));
        butlers.complete(BO, id);
        assertEquals("over", "case-not-found", code(() -> butlers.get(BO, id)));
    }

    @Test
    @Requirement("T-118")
    public void aPictureIsSeenByTheButlerOfTheCaseOnlyWhenItWasHandedOverAndWhileTheCaseLasts() {
        String id = butlers.request(ANNA, "o1", List.of("psb")).id();
        butlers.assign(OPS, id, "bai");
        assertEquals("not handed over", "material-not-found", code(() -> butlers.material(BAI, id, "m1")));
        butlers.handOver(ANNA, id, null, List.of("m1"));
        assertEquals("m1", butlers.material(BAI, id, "m1").info().id());
        assertEquals("he looks as himself, at this order only", "bai [o1]",
            lookedAs.account() + " " + lookedAs.delegated().keySet());
        assertEquals("m1", butlers.material(ANNA, id, "m1").info().id());
        assertEquals("other staff does not see what was handed over", "material-not-found",
            code(() -> butlers.material(OPS, id, "m1")));
        assertEquals("case-not-found", code(() -> butlers.material(BO, id, "m1")));
        assertEquals("case-not-found", code(() -> butlers.material(MALLORY, id, "m1")));
        butlers.complete(BAI, id);
        assertEquals("over", "case-not-found", code(() -> butlers.material(BAI, id, "m1")));
    }

    @Test
    @Requirement({"T-114", "W-05"})
    public void theAssignmentIsBookedOnceWithItemAmountTimeAndOrder() {
        String id = butlers.request(ANNA, "o1", List.of("icp.first", "psb")).id();
        assertEquals("neither filing nor asking costs anything", List.of(), billing.charges("anna"));
        butlers.modified(config("icp.first=999.00"));
        butlers.assign(OPS, id, "bai");
        butlers.assign(OPS, id, "bo");
        assertEquals("at the price that was told", Set.of(
            new Charge(id + "-icp.first", "anna", "o1", "icp.first", new BigDecimal("600.00"), NOW, null),
            new Charge(id + "-psb", "anna", "o1", "psb", new BigDecimal("600.00"), NOW, null)), Set.copyOf(billing.charges("anna")));
    }

    @Test
    @Requirement("T-114")
    public void anInvoiceTakesEachChargeOnce() {
        String id = butlers.request(ANNA, "o1", List.of("icp.first", "psb")).id();
        butlers.assign(OPS, id, "bai");
        List<String> all = billing.charges("anna").stream().map(Charge::id).toList();
        assertEquals("invoice-title", code(() -> billing.requestInvoice("anna", all, " ")));
        assertEquals("invoice-charges", code(() -> billing.requestInvoice("anna", List.of(), "示例公司")));
        assertEquals("invoice-charges", code(() -> billing.requestInvoice("mallory", all, "示例公司")));
        Invoice invoice = billing.requestInvoice("anna", all, "示例公司");
        assertEquals("1200.00 false", invoice.amount() + " " + invoice.issued());
        assertEquals("invoice-charges", code(() -> billing.requestInvoice("anna", all.subList(0, 1), "示例公司")));
    }

    @Test
    public void aCaseIsGivenUpOnlyBeforeItIsCharged() {
        String id = butlers.request(ANNA, "o1", List.of("psb")).id();
        assertEquals("butler-there", code(() -> butlers.request(ANNA, "o1", List.of("psb"))));
        assertEquals(State.CANCELLED, butlers.cancel(ANNA, id).state());
        String again = butlers.request(ANNA, "o1", List.of("psb")).id();
        butlers.assign(OPS, again, "bai");
        assertEquals("case-state", code(() -> butlers.cancel(ANNA, again)));
        assertEquals("case-state", code(() -> butlers.assign(OPS, id, "bai")));
    }

    @Test
    public void badRequestsAreNamed() {
        for (List<String> items : List.of(List.<String>of(), List.of("filing"), List.of("psb", "psb"))) {
            assertEquals("butler-items", code(() -> butlers.request(ANNA, "o1", items)));
        }
        String id = butlers.request(ANNA, "o1", List.of("psb")).id();
        assertEquals("no-butler", code(() -> butlers.assign(OPS, id, "anna")));
        assertEquals("no-butler", code(() -> butlers.assign(OPS, id, "nobody")));
        assertEquals("not-permitted", code(() -> butlers.assign(ANNA, id, "bai")));
        assertEquals("hand-over-empty", code(() -> butlers.handOver(ANNA, id, " ", List.of())));
        assertEquals("hand-over-materials", code(() -> butlers.handOver(ANNA, id, "x", List.of("m9"))));
        assertEquals("not-permitted", code(() -> butlers.handOver(OPS, id, "x", List.of())));
        assertEquals("not-permitted", code(() -> butlers.complete(ANNA, id)));
        assertEquals("not-permitted", code(() -> butlers.request(OPS, "o1", List.of("psb"))));
    }

    private static List<String> ids(List<ButlerCase> cases) {
        return cases.stream().map(ButlerCase::id).toList();
    }

    private static String code(ThrowingRunnable work) {
        return assertThrows(Refusal.class, work).code();
    }

    @Test
    @Requirement("T-115")
    public void whatWasDelegatedToTheButlerForTheCaseEndsWithIt() {
        String id = butlers.request(ANNA, "o1", List.of("psb")).id();
        butlers.assign(OPS, id, "bai");
        assertEquals(List.of(), revoked);
        butlers.complete(BAI, id);
        assertEquals("not another's, another order's, or one that was revoked", List.of("anna d1"), revoked);
    }

    /** One delegation for the case, and others that must stay. */
    private Delegations delegations() {
        List<Delegation> all = List.of(delegation("d1", "bai", null, "o1"), delegation("d2", "bo", null, "o1"),
            delegation("d3", "bai", null, "o2"), delegation("d4", "bai", NOW, "o1"), delegation("d5", "bai", null, "o1", "o2"));
        return (Delegations) Proxy.newProxyInstance(Delegations.class.getClassLoader(), new Class<?>[] {Delegations.class},
            (proxy, method, arguments) -> method.getName().equals("list") ? all
                : revoked.add(((Actor) arguments[0]).account() + " " + arguments[1]) ? null : null);
    }

    private static Delegation delegation(String id, String delegate, Instant revokedAt, String... orders) {
        return new Delegation(id, "anna", delegate, Set.of(Delegations.FILING_PREPARE), List.of(orders), "anna", NOW,
            NOW.plusSeconds(99), revokedAt);
    }

    private static ButlerConfig config(String... prices) {
        return (ButlerConfig) Proxy.newProxyInstance(ButlerConfig.class.getClassLoader(), new Class<?>[] {ButlerConfig.class},
            (proxy, method, arguments) -> prices);
    }

    /** Every order is anna's and has the material m1. */
    private Orders orders() {
        MaterialInfo material = new MaterialInfo("m1", "seal", "/organizer", "image/png", 1, 1, 1, "d", NOW);
        return (Orders) Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> method.getName().equals("material") ? looked((Actor) arguments[0], material)
                : new Order((String) arguments[1], 1, "anna", FilingType.FIRST,
                new Progress(OrderState.DRAFT, null, 0, NOW, null), Application.EMPTY, List.of(material), List.of(), Review.NONE,
                Handover.NONE, null, NOW, NOW));
    }

    private MaterialContent looked(Actor as, MaterialInfo material) {
        lookedAs = as;
        return new MaterialContent(material, new byte[0]);
    }

    private static final class FakeAccounts implements Accounts {

        @Override
        public Optional<Actor> authenticate(String name, char[] password, String address) {
            return Optional.empty();
        }

        @Override
        public Optional<Actor> actor(String name, String address) {
            return List.of(ANNA, BAI, BO).stream().filter(actor -> actor.account().equals(name)).findFirst();
        }

        @Override
        public Optional<String> email(String account) {
            return Optional.empty();
        }
    }

    private static final class FakeAudit implements AuditLog {

        final List<String> lines = new ArrayList<>();

        @Override
        public void record(Actor actor, String action, String kind, String id, String reason, Map<String, String> details) {
            lines.add(actor.account() + " " + action);
        }

        @Override
        public List<AuditEntry> list(AuditQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AuditProof export(long fromNo, Consumer<AuditEntry> out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean confirms(AuditProof noted) {
            throw new UnsupportedOperationException();
        }
    }
}
