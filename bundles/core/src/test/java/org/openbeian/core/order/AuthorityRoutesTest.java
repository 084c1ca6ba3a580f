package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.openbeian.core.fake.Samples.GOOD_CALL;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;

import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.CancelReason;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.register.RegisterRecords;
import org.openbeian.testkit.Requirement;

/** Which upload account takes the orders of a province. */
@Requirement("T-39")
public class AuthorityRoutesTest {

    private static final Instant NOW = Instant.parse("2026-11-02T02:00:00Z");

    static RoutesConfig table(String... lines) {
        return new RoutesConfig() {
            @Override
            public String[] routes() {
                return lines;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return RoutesConfig.class;
            }
        };
    }

    @Test
    public void withoutALineEveryProvinceHasItsOwnAccount() {
        AuthorityRoutes routes = new AuthorityRoutes();
        assertEquals(Optional.of("440000"), routes.to("440000"));
        assertEquals(Set.of(), routes.named());
    }

    @Test
    public void oneAccountTakesTheOrdersOfManyProvinces() {
        AuthorityRoutes routes = new AuthorityRoutes(table("430000=440000", "450000=440000,310000", "620000=none"));
        assertEquals(Optional.of("440000"), routes.to("430000"));
        assertEquals(Optional.of("440000"), routes.to("450000"));
        assertEquals(Optional.of("440000"), routes.to("440000"));
        assertEquals(Optional.empty(), routes.to("620000"));
        assertEquals("an earlier account still speaks of its records", Set.of("310000", "440000"), routes.named());
    }

    @Test
    public void aBadTableIsRefusedAsAWholeAndTheOldOneStays() {
        AuthorityRoutes routes = new AuthorityRoutes(table("430000=440000"));
        routes.modified(table("430000=310000", "430000=440000"));
        assertEquals("two lines for one province", Optional.of("440000"), routes.to("430000"));
        routes.modified(table("450000=440000", "Hunan=440000"));
        assertEquals(Optional.of("450000"), routes.to("450000"));
        routes.modified(table());
        assertEquals(Optional.of("430000"), routes.to("430000"));
    }

    @Test
    public void whileTheFirstTableIsRefusedNothingIsSentAnywhere() {
        AuthorityRoutes routes = new AuthorityRoutes(table("430000=none", "430000=440000"));
        assertEquals(Optional.empty(), routes.to("430000"));
        assertEquals(Optional.empty(), routes.to("440000"));
        routes.modified(table("430000=four"));
        assertEquals(Optional.empty(), routes.to("440000"));
        routes.modified(table("430000=none"));
        assertEquals(Optional.of("440000"), routes.to("440000"));
    }

    @Test
    public void anAccountOfNoAuthorityTakesNoOrders() {
        assertEquals("no code of a province", Optional.empty(), new AuthorityRoutes(table("430000=443000")).to("430000"));
        Desk desk = new Desk();
        Order order = desk.submitted();
        desk.rules.serve("990000", false);
        desk.withoutAccount.add("990000");
        desk.routes.modified(table("440000=990000"));
        assertEquals("province-not-routed", assertThrows(Refusal.class, () -> pass(desk, order)).code());
        desk.withoutAccount.clear();
        assertEquals("990000", desk.orders.pass(SAM, order.id(), Orders.ANY_VERSION).authorityId());
    }

    @Test
    public void anOrderKeepsTheRouteByWhichItWasPassed() {
        Desk desk = new Desk();
        desk.routes.modified(table("440000=310000"));
        Order order = desk.passed();
        assertEquals("authority:310000", desk.effects.uploads().get(0).lane());
        assertEquals("310000", desk.store.lastEntry(order.id()).details().get("authority"));
        desk.routes.modified(table());
        desk.authority.uploaded(order.id(), order.handover().submissionNo(), "310000/1");
        desk.tasks.pass(desk.clock, desk.now(order).handover().smsDue(), desk.smsDeadline);
        assertEquals("310000", desk.now(order).authorityId());
        desk.authority.resultsFetched("440000", desk.time().plusSeconds(1));
        assertNull("its province's own account does not have it", desk.now(order).handover().resultsFetchedAt());
        desk.authority.resultsFetched("310000", desk.time().plusSeconds(1));
        desk.orders.resend(OLGA, order.id(), Orders.ANY_VERSION, "called");
        assertEquals(List.of("authority:310000", "authority:310000"),
            desk.effects.uploads().stream().map(effect -> effect.lane()).toList());
    }

    @Test
    public void whatNoAccountTakesIsRefusedBeforeItIsSent() {
        Desk desk = new Desk();
        desk.routes.modified(table("440000=none"));
        Order draft = desk.draft();
        Refusal refused = assertThrows(Refusal.class, () -> desk.submit(draft));
        assertEquals(List.of("province-not-routed"), refused.findings().stream().map(finding -> finding.ruleId()).toList());
        desk.routes.modified(table());
        Order order = desk.submit(draft);
        desk.orders.logCall(SAM, order.id(), Orders.ANY_VERSION, GOOD_CALL);
        desk.routes.modified(table("440000=none"));
        assertEquals("province-not-routed",
            assertThrows(Refusal.class, () -> desk.orders.pass(SAM, order.id(), Orders.ANY_VERSION)).code());
        assertEquals(List.of(), desk.effects.uploads());
    }

    @Test
    @Requirement("T-44")
    public void anotherAuthorityDecidesNothingAndItsIdsAreNotTaken() {
        Desk desk = new Desk();
        Order order = desk.passed();
        long no = order.handover().submissionNo();
        desk.authority.uploaded(order.id(), no, "x/1");
        desk.authority.reviewed(no, true, null);
        PublishedRecord record = new PublishedRecord(NUMBER, 7, null, List.of(new PublishedService(no, 0, NUMBER + "-1", 2001,
            "示例小站", List.of("example.com"), List.of(new PublishedAccess(3001, true, no)))), desk.time());
        desk.authority.published("310000", no, record);
        assertEquals(OrderState.AUTHORITY_REVIEW, desk.state(order));
        desk.authority.published("440000", no, record);
        assertEquals(OrderState.APPROVED, desk.state(order));
        PublishedRecord theirs = new PublishedRecord(NUMBER, 70, null, record.services(), desk.time());
        assertEquals(List.of("the record of " + NUMBER + ", which another account gave: nothing of it is taken over"),
            desk.authority.published("310000", 0, theirs));
        assertEquals(7, desk.register.organizer(NUMBER).orElseThrow().recordId());
        desk.authority.published("440000", 0, theirs);
        assertEquals(70, desk.register.organizer(NUMBER).orElseThrow().recordId());
    }

    private static final String NUMBER = "粤ICP备2026000001号";

    /** An organizer whose first filing was granted. */
    private static Order granted(Desk desk) {
        Order order = desk.passed();
        long no = order.handover().submissionNo();
        desk.authority.uploaded(order.id(), no, "x/1");
        desk.authority.reviewed(no, true, null);
        desk.authority.published(desk.now(order).authorityId(), no, new PublishedRecord(NUMBER, 7, null, List.of(
            new PublishedService(no, 0, NUMBER + "-1", 2001,
            "示例小站", List.of("example.com"), List.of(new PublishedAccess(3001, true, no)))), desk.time()));
        assertEquals(OrderState.APPROVED, desk.state(order));
        return order;
    }

    private static Order cancelling(Desk desk) {
        return desk.submit(desk.orders.create(Samples.ALICE, FilingType.CANCEL_SERVICE, new Application(null, List.of(), Map.of(),
            new Basis(NUMBER, List.of(NUMBER + "-1"), CancelReason.SERVICE_ENDED, "停止运营", null, null))));
    }

    private static Order pass(Desk desk, Order order) {
        desk.orders.logCall(SAM, order.id(), Orders.ANY_VERSION, GOOD_CALL);
        return desk.orders.pass(SAM, order.id(), Orders.ANY_VERSION);
    }

    @Test
    public void anOrderAboutARecordGoesToTheAccountThatGaveItWhateverTheTableSays() {
        Desk desk = new Desk();
        granted(desk);
        desk.routes.modified(table("440000=310000"));
        assertEquals("440000", pass(desk, cancelling(desk)).authorityId());
        assertEquals("310000", pass(desk, desk.submit(desk.draft("other.example"))).authorityId());
        desk.routes.modified(table("440000=none"));
        Order access = desk.orders.create(Samples.ALICE, FilingType.ACCESS, new Application(null, List.of(), Map.of(),
            new Basis(NUMBER, List.of(NUMBER + "-1"))));
        assertEquals(Optional.of("440000"), desk.transactions.call(() -> desk.orderRoutes.to(access)));
    }

    @Test
    public void aRecordWhoseAccountIsGoneIsNotChangedByAnother() {
        Desk desk = new Desk();
        granted(desk);
        desk.routes.modified(table("440000=310000"));
        desk.withoutAccount.add("440000");
        assertEquals(List.of("record-account-missing"), assertThrows(Refusal.class, () -> cancelling(desk)).findings().stream()
            .map(finding -> finding.ruleId()).toList());
        desk.withoutAccount.clear();
        Order order = cancelling(desk);
        desk.withoutAccount.add("440000");
        assertEquals("record-account-missing", assertThrows(Refusal.class, () -> pass(desk, order)).code());
        desk.routes.modified(table());
        assertEquals("an account that the table names is waited for", "440000", desk.orders.pass(SAM, order.id(), Orders.ANY_VERSION)
            .authorityId());
    }

    @Test
    public void theAccountThatGaveARecordSpeaksOfItWhateverBecomesOfTheTable() {
        Desk desk = new Desk();
        desk.routes.modified(table("440000=310000"));
        granted(desk);
        Order order = pass(desk, cancelling(desk));
        assertEquals("310000", order.authorityId());
        desk.authority.uploaded(order.id(), order.handover().submissionNo(), "310000/2");
        desk.routes.modified(table());
        RecordReference about = new RecordReference(RecordReference.Kind.SERVICE, 2001, null);
        assertEquals("another's record has the same id", 0, desk.authority.submissionAbout("440000", about));
        desk.authority.cancelled("440000", about);
        assertEquals(OrderState.SMS_PENDING, desk.state(order));
        assertEquals(order.handover().submissionNo(), desk.authority.submissionAbout("310000", about));
        desk.authority.cancelled("310000", about);
        assertEquals(OrderState.APPROVED, desk.state(order));
    }

    @Test
    public void anIdNamesTheRecordOfTheAuthorityThatSaysIt() {
        Desk desk = new Desk();
        desk.register.save(organizer("湘ICP备1号", "430000", 7));
        assertEquals("湘ICP备1号", named(desk, "430000").orElseThrow().number());
        assertEquals("one that is not held here is nobody else's", Optional.empty(), named(desk, "440000"));
        granted(desk);
        assertEquals("湘ICP备1号", named(desk, "430000").orElseThrow().number());
        assertEquals(NUMBER, named(desk, "440000").orElseThrow().number());
        assertEquals(NUMBER + "-1", desk.transactions.call(() -> desk.finder.serviceOfAccess("440000", 3001)).orElseThrow().number());
        assertEquals(Optional.empty(), desk.transactions.call(() -> desk.finder.serviceOfAccess("430000", 3001)));
    }

    private static Optional<OrganizerEntry> named(Desk desk, String authorityId) {
        return desk.transactions.call(() -> desk.finder.organizer(authorityId, 7));
    }

    @Test
    public void anIdThatMeansSeveralIsNotGuessed() {
        Desk desk = new Desk();
        desk.register.save(organizer("湘ICP备1号", "430000", 7));
        desk.register.save(organizer("湘ICP备2号", "430000", 7));
        RecordReference about = new RecordReference(RecordReference.Kind.ORGANIZER, 7, null);
        assertThrows(IllegalStateException.class, () -> desk.authority.submissionAbout("430000", about));
        assertThrows(IllegalStateException.class, () -> desk.authority.cancelled("430000", about));
        assertEquals(OrganizerState.ACTIVE, desk.register.organizer("湘ICP备1号").orElseThrow().state());
    }

    @Test
    public void anImportedRecordIsThatOfTheAccountThatServesItsProvinceOnceItPublishesIt() {
        Desk desk = new Desk();
        String number = "湘ICP备1号";
        desk.register.save(organizer(number, "430000", 7));
        for (String service : List.of(number + "-1", number + "-2")) {
            desk.register.save(new ServiceEntry(service, number, "旧名", List.of(), 2001, RegisterRecords.NO_ORDER, NOW,
                ServiceState.ACTIVE, NOW, null, List.of(new AccessEntry(3001, true, null))));
        }
        desk.routes.modified(table("430000=440000"));
        assertNotEquals("one that does not serve it", List.of(), desk.authority.published("310000", 0, imported(number, 70, "甲")));
        assertEquals("示例 7", desk.register.organizer(number).map(one -> one.name() + " " + one.recordId()).orElseThrow());
        assertEquals(List.of(), desk.authority.published("440000", 0, imported(number, 71, "乙")));
        assertEquals("乙 71", desk.register.organizer(number).map(one -> one.name() + " " + one.recordId()).orElseThrow());
        assertEquals(2002, desk.register.service(number + "-1").orElseThrow().recordId());
        ServiceEntry unsaid = desk.register.service(number + "-2").orElseThrow();
        assertEquals("the old id would name another's", "0 0", unsaid.recordId() + " " + unsaid.accesses().get(0).recordId());
        desk.routes.modified(table("430000=310000"));
        assertNotEquals("no other one speaks of it from then on", List.of(),
            desk.authority.published("310000", 0, imported(number, 72, "丙")));
        assertNotEquals(List.of(), desk.authority.published("430000", 0, imported(number, 72, "丙")));
        assertEquals(List.of(), desk.authority.published("440000", 0, imported(number, 71, "丁")));
        assertEquals("丁 71", desk.register.organizer(number).map(one -> one.name() + " " + one.recordId()).orElseThrow());
        assertEquals(number, desk.transactions.call(() -> desk.finder.organizer("440000", 71)).orElseThrow().number());
        assertEquals("what is not held here is nobody's", List.of(), desk.authority.published("310000", 0, imported("湘ICP备9号", 1, "x")));
    }

    @Test
    public void whenAnotherAccountChangedARecordTellsNothingOfTheOneThatTakesItOver() {
        Desk desk = new Desk();
        String number = "湘ICP备1号";
        Instant later = NOW.plusSeconds(100);
        desk.register.save(new OrganizerEntry(number, "430000", "示例", 7, RegisterRecords.NO_ORDER, NOW, OrganizerState.ACTIVE, NOW, null,
            later));
        desk.register.save(new ServiceEntry(number + "-1", number, "旧名", List.of(), 2001, RegisterRecords.NO_ORDER, NOW,
            ServiceState.ACTIVE, NOW, null, List.of(), later));
        desk.routes.modified(table("430000=440000"));
        PublishedService site = new PublishedService(0, -1, number + "-1", 2002, "新名", List.of(), List.of(), NOW.plusSeconds(2));
        assertEquals(List.of(), desk.authority.published("440000", 0, new PublishedRecord(number, 71, "甲", List.of(), NOW,
            NOW.plusSeconds(1))));
        assertEquals("甲", desk.register.organizer(number).orElseThrow().name());
        assertEquals(List.of(), desk.authority.published("440000", 0, new PublishedRecord(number, 71, "乙", List.of(site), NOW,
            NOW.plusSeconds(2))));
        assertEquals("乙 新名", desk.register.organizer(number).orElseThrow().name() + " "
            + desk.register.service(number + "-1").orElseThrow().name());
    }

    @Test
    public void anImportedRecordThatAnOrderBroughtAnewIsThatOfItsAccount() {
        Desk desk = new Desk();
        desk.register.save(organizer(NUMBER, "440000", 5));
        desk.routes.modified(table("440000=310000"));
        granted(desk);
        assertEquals(Optional.of(NUMBER), desk.transactions.call(() -> desk.finder.organizer("310000", 7)).map(OrganizerEntry::number));
        assertEquals(Optional.empty(), named(desk, "440000"));
    }

    private static PublishedRecord imported(String number, long id, String name) {
        return new PublishedRecord(number, id, name, List.of(new PublishedService(0, -1, number + "-1", 2002, "新名", List.of(),
            List.of(new PublishedAccess(3002, true, 0)))), NOW);
    }

    private static OrganizerEntry organizer(String number, String province, long recordId) {
        return new OrganizerEntry(number, province, "示例", recordId, RegisterRecords.NO_ORDER, NOW, OrganizerState.ACTIVE, NOW, null);
    }
}
