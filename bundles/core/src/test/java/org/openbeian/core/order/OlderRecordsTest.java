package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.register.RecordReference.Kind;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Records that come later than newer ones. */
@Requirement("T-39")
public class OlderRecordsTest {

    static final String NUMBER = "粤ICP备2026000001号";
    static final String FIRST = NUMBER + "-1";
    private static final String SECOND = NUMBER + "-2";
    static final String NAME = "深圳示例科技有限公司";

    /** A desk with a filed site. */
    static Desk filed() {
        Desk desk = new Desk();
        desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, record(1, NAME, site(1, "示例小站", "example.com")));
        return desk;
    }

    static Instant noon(int day) {
        return Instant.parse("2026-11-0" + day + "T04:00:00Z");
    }

    static PublishedRecord record(int day, String name, PublishedService... services) {
        return new PublishedRecord(NUMBER, 1000 + day, name, List.of(services), noon(1), day == 0 ? null : noon(day));
    }

    private static PublishedService site(int day, String name, String... domains) {
        return new PublishedService(1, 0, FIRST, 2001, name, List.of(domains), List.of(new PublishedAccess(3001, true, 1)),
            day == 0 ? null : noon(day));
    }

    private static PublishedService second(long submissionNo) {
        return new PublishedService(submissionNo, 0, SECOND, 2002, "二站", List.of("second.com"),
            List.of(new PublishedAccess(3002, true, submissionNo)), noon(4));
    }

    /** What is noted beside the file. */
    static List<String> noted(String... newer) {
        return List.of("a record older than what the register knows of " + String.join(" ", newer));
    }

    private static String held(Desk desk) {
        return desk.register.organizer(NUMBER).map(one -> one.name() + " " + one.recordId() + " " + one.changedAt()).orElseThrow() + " "
            + desk.register.service(FIRST).map(one -> one.name() + " " + one.domains() + " " + one.changedAt()).orElseThrow();
    }

    private static Order passed(Desk desk, FilingType type, List<String> services, InternetService... wanted) {
        Order order = desk.orders.create(ALICE, type, new Application(null, List.of(wanted), Map.of(), new Basis(NUMBER, services)));
        return sent(desk, order);
    }

    private static Order pass(Desk desk, Order order) {
        desk.submit(order);
        desk.orders.logCall(SAM, order.id(), Orders.ANY_VERSION, Samples.GOOD_CALL);
        return desk.orders.pass(SAM, order.id(), Orders.ANY_VERSION);
    }

    private static Order sent(Desk desk, Order order) {
        Order passed = pass(desk, order);
        desk.authority.uploaded(order.id(), passed.handover().submissionNo(), "440000/2");
        return desk.now(order);
    }

    private static Map<String, String> last(Desk desk, Order order) {
        List<HistoryEntry> history = desk.transactions.call(() -> desk.store.history(order.id(), 0));
        return history.get(history.size() - 1).details();
    }

    @Test
    public void inEitherOrderOfArrivalTheRegisterEndsWithTheNewer() {
        PublishedRecord older = record(3, "旧名公司", site(3, "旧站", "old.com"));
        PublishedRecord newer = record(5, "新名公司", site(5, "新站", "new.com"));
        Desk usual = filed();
        assertEquals(List.of(), usual.authority.published("440000", 1, older));
        assertEquals(List.of(), usual.authority.published("440000", 1, newer));
        Desk late = filed();
        assertEquals(List.of(), late.authority.published("440000", 1, newer));
        int differences = late.corrections.list(SAM, true, null, 10).get(0).differences().size();
        assertEquals("told, so that it is noted beside the file", noted(NUMBER, FIRST),
            late.authority.published("440000", 1, older));
        assertEquals("新名公司 1005 " + noon(5) + " 新站 [new.com] " + noon(5), held(late));
        assertEquals(held(usual), held(late));
        assertEquals("nor is a case made of it", differences, late.corrections.list(SAM, true, null, 10).get(0).differences().size());
    }

    @Test
    public void whatIsAsNewOrHasNoDateIsTaken() {
        Desk desk = filed();
        desk.authority.published("440000", 1, record(5, "甲", site(5, "甲站", "a.com")));
        assertEquals(List.of(), desk.authority.published("440000", 1, record(5, "乙", site(5, "乙站", "b.com"))));
        assertTrue(held(desk), held(desk).startsWith("乙 "));
        assertEquals(List.of(), desk.authority.published("440000", 1, record(0, "丙", site(0, "丙站", "c.com"))));
        assertEquals("what is known stays known", "丙 1000 " + noon(5) + " 丙站 [c.com] " + noon(5), held(desk));
        assertEquals(noted(NUMBER, FIRST), desk.authority.published("440000", 1, record(4, "丁", site(4, "丁站", "d.com"))));
    }

    @Test
    public void aServiceGoesByItsOwnDateAndByThatOfTheOrganizerWhereItHasNone() {
        Desk desk = filed();
        desk.authority.published("440000", 1, record(5, "甲", site(3, "甲站", "a.com")));
        assertEquals("the organizer alone", noted(NUMBER), desk.authority.published("440000", 1, record(4, "乙", site(4, "乙站", "b.com"))));
        assertEquals("甲 1005 " + noon(5) + " 乙站 [b.com] " + noon(4), held(desk));
        assertEquals("the service alone", noted(FIRST), desk.authority.published("440000", 1, record(6, "丙", site(3, "丙站", "c.com"))));
        assertEquals("丙 1006 " + noon(6) + " 乙站 [b.com] " + noon(4), held(desk));
        assertEquals("both", noted(NUMBER, FIRST), desk.authority.published("440000", 1, record(5, "丁", site(0, "丁站", "d.com"))));
        assertEquals("丙 1006 " + noon(6) + " 乙站 [b.com] " + noon(4), held(desk));
    }

    @Test
    @Requirement("E-12")
    public void aServiceOfWhichTheRegisterKnowsNoDateTakesWhatIsGrantedWithOne() {
        Desk desk = filed();
        desk.register.save(undated(desk.register.service(FIRST).orElseThrow()));
        Order order = change(desk, "改站");
        assertEquals(List.of(), desk.authority.published("440000", 1, record(5, NAME, second(0))));
        assertEquals(noted(NUMBER), desk.authority.published("440000", 1, record(4, NAME, site(4, "改站", "new.com", "example.com"))));
        assertEquals("it does not say what was asked for, and is taken all the same", OrderState.SMS_PENDING, desk.state(order));
        assertEquals("改站 [new.com, example.com] " + noon(4), desk.register.service(FIRST).map(one -> one.name() + " " + one.domains()
            + " " + one.changedAt()).orElseThrow());
        desk.register.save(undated(desk.register.service(FIRST).orElseThrow()));
        assertEquals(noted(NUMBER), desk.authority.published("440000", 1, record(4, NAME, site(4, "改站", "example.com"))));
        assertEquals(OrderState.APPROVED, desk.state(order));
        desk.register.save(undated(desk.register.service(FIRST).orElseThrow()));
        assertEquals("dated nowhere", noted(NUMBER, FIRST), desk.authority.published("440000", 1, record(4, NAME, site(0, "旧站", "a.com"))));
    }

    private static ServiceEntry undated(ServiceEntry old) {
        return new ServiceEntry(old.number(), old.organizerNumber(), old.name(), old.domains(), old.recordId(), old.orderId(),
            old.grantedAt(), old.state(), old.since(), old.data(), old.accesses());
    }

    @Test
    @Requirement({"T-51", "E-09"})
    public void anOrderGetsItsNumberFromARecordThatComesTooLateForTheRest() {
        Desk desk = filed();
        Order order = passed(desk, FilingType.NEW_SERVICE, null, Samples.site("second.com"));
        desk.authority.published("440000", 1, record(5, "新名公司", site(5, "新站", "new.com")));
        assertEquals(OrderState.SMS_PENDING, desk.state(order));
        assertEquals(noted(NUMBER, FIRST), desk.authority.published("440000", 1, record(4, NAME, site(1, "示例小站", "example.com"),
            second(2))));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(List.of(SECOND), desk.now(order).grant().serviceNumbers());
        assertEquals("[second.com] ACTIVE ins-1", desk.register.service(SECOND).map(one -> one.domains() + " " + one.state() + " "
            + one.accesses().get(0).access().resourceId()).orElseThrow());
        assertEquals("新名公司 1005 " + noon(5) + " 新站 [new.com] " + noon(5), held(desk));
        assertEquals(NUMBER + " " + FIRST, last(desk, order).get("newerKnown"));
    }

    /** A change that the newer record shows already, with a word of the authority on top of it. */
    @Test
    @Requirement("E-12")
    public void aLateAnswerToAChangeApprovesItAndTheNewerNameStays() {
        Desk desk = filed();
        Order order = change(desk, "改站");
        desk.authority.published("440000", 1, record(5, NAME, site(5, "管局改站", "example.com")));
        assertEquals("it does not say what was asked for", OrderState.SMS_PENDING, desk.state(order));
        assertEquals(noted(NUMBER, FIRST), desk.authority.published("440000", 1, record(4, NAME, site(4, "改站", "example.com"))));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals("管局改站", desk.register.service(FIRST).orElseThrow().name());
        assertEquals("granted all the same", "改站", desk.register.service(FIRST).orElseThrow().data().name());
        assertEquals("ins-1", desk.register.service(FIRST).orElseThrow().accesses().get(0).access().resourceId());
        assertFalse("nothing is newer in a usual answer", desk.transactions.call(() -> desk.store.history(
            desk.register.organizer(NUMBER).orElseThrow().orderId(), 0)).stream().anyMatch(one -> one.details().containsKey("newerKnown")));
    }

    @Test
    @Requirement("E-10")
    public void anAccessThatTheNewerRecordHasGetsTheResourceOfItsOrder() {
        Desk desk = filed();
        Order order = access(desk);
        desk.authority.published("440000", 1, new PublishedRecord(NUMBER, 1001, NAME, List.of(accesses(5, 0)), noon(1), noon(5)));
        assertNull("nobody said whose it is", resource(desk));
        desk.authority.published("440000", 1, new PublishedRecord(NUMBER, 1001, NAME, List.of(accesses(4, 2)), noon(1), noon(4)));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals("ins-1", resource(desk).resourceId());
    }

    @Test
    @Requirement("E-12")
    public void anAnswerWithoutADateLeavesTheKnownOne() {
        Desk desk = filed();
        Order order = change(desk, "改站");
        assertEquals(List.of(), desk.authority.published("440000", 1, record(0, NAME, site(0, "改站", "example.com"))));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(NAME + " 1000 " + noon(1) + " 改站 [example.com] " + noon(1), held(desk));
    }

    private static PublishedService accesses(int day, long submissionNo) {
        return new PublishedService(1, 0, FIRST, 2001, "示例小站", List.of("example.com"), List.of(new PublishedAccess(3001, true, 1),
            new PublishedAccess(3002, true, submissionNo)), noon(day));
    }

    static Order access(Desk desk) {
        Order order = desk.orders.create(ALICE, FilingType.ACCESS, new Application(null, List.of(), Map.of(),
            new Basis(NUMBER, List.of(FIRST))));
        desk.orders.edit(ALICE, order.id(), Orders.ANY_VERSION, new Application(order.application().organizer(),
            List.of(Samples.site("example.com")), order.application().extra(), order.application().basis()));
        return sent(desk, desk.types.givePassword(ALICE, order.id(), Orders.ANY_VERSION, "000001"));
    }

    private static Access resource(Desk desk) {
        return desk.register.service(FIRST).orElseThrow().accesses().get(1).access();
    }

    private static Order change(Desk desk, String name) {
        return sent(desk, renamed(desk, name));
    }

    private static Order renamed(Desk desk, String name) {
        Order order = desk.orders.create(ALICE, FilingType.CHANGE_SERVICE, new Application(null, List.of(), Map.of(),
            new Basis(NUMBER, List.of(FIRST))));
        WebSite old = (WebSite) order.application().services().get(0);
        WebSite renamed = new WebSite(name, old.domains(), old.homeUrl(), old.contents(), old.languages(), old.preApprovals(),
            old.commercial(), old.principal(), old.accesses(), old.remark());
        return desk.orders.edit(ALICE, order.id(), Orders.ANY_VERSION, new Application(order.application().organizer(),
            List.of(renamed), order.application().extra(), order.application().basis()));
    }

    @Test
    @Requirement("E-12")
    public void aRecordFromBeforeAChangeWasPassedIsNoAnswerToIt() {
        Desk desk = filed();
        change(desk, "另一站");
        desk.authority.published("440000", 1, record(2, NAME, site(2, "另一站", "example.com")));
        Order back = change(desk, "示例小站");
        assertTrue("the test is about a record from before", noon(1).isBefore(back.handover().acceptedAt()));
        assertEquals(noted(NUMBER, FIRST), desk.authority.published("440000", 1, record(1, NAME, site(1, "示例小站", "example.com"))));
        assertEquals(OrderState.SMS_PENDING, desk.state(back));
        assertEquals(List.of(), desk.authority.published("440000", 1, record(3, NAME, site(3, "示例小站", "example.com"))));
        assertEquals(OrderState.APPROVED, desk.state(back));
    }

    @Test
    @Requirement("E-12")
    public void aRecordOfWhichAnEntryMayBeFromAfterAChangeWasPassedAnswersIt() {
        Desk desk = filed();
        change(desk, "另一站");
        desk.authority.published("440000", 1, record(2, NAME, site(2, "另一站", "example.com")));
        Order back = change(desk, "示例小站");
        Instant day = Instant.parse("2026-11-01T16:00:00Z");
        PublishedService earlier = new PublishedService(1, 0, FIRST, 2001, "示例小站", List.of("example.com"), List.of(),
            day.plusSeconds(9 * 3600));
        desk.authority.published("440000", 1, new PublishedRecord(NUMBER, 1002, NAME, List.of(earlier), noon(1), day));
        assertEquals(OrderState.APPROVED, desk.state(back));
    }

    @Test
    public void aRecordIsAllFromBeforeWhenEachEntryCertainlyIs() {
        assertTrue(RecordAge.isAllBefore(record(3, NAME, site(4, "甲", "a.com")), noon(5)));
        assertFalse("the organizer is from after", RecordAge.isAllBefore(record(6, NAME, site(4, "甲", "a.com")), noon(5)));
        assertFalse("the service is", RecordAge.isAllBefore(record(3, NAME, site(6, "甲", "a.com")), noon(5)));
        assertFalse("the service may be", RecordAge.isAllBefore(record(3, NAME, site(0, "甲", "a.com")), noon(5)));
        assertFalse("of what is not known when", RecordAge.isAllBefore(record(3, NAME, site(4, "甲", "a.com")), null));
    }

    @Test
    @Requirement("E-12")
    public void aChangeThatWasNotPassedYetIsNotAnsweredAndTheRecordIsTaken() {
        Desk desk = filed();
        Order order = desk.submit(renamed(desk, "改站"));
        assertEquals(List.of(), desk.authority.published("440000", 0, record(5, NAME, site(5, "改站", "example.com"))));
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
        assertEquals("改站", desk.register.service(FIRST).orElseThrow().name());
    }

    /** An upload may be booked long after the authority took it, and sent again. */
    @Test
    @Requirement("E-12")
    public void aRecordFromBetweenPassingAChangeAndBookingItsUploadAnswersIt() {
        Desk desk = filed();
        Order order = renamed(desk, "改站");
        desk.authority.published("440000", 1, record(5, NAME, site(5, "管局改站", "example.com")));
        Order passed = pass(desk, order);
        desk.clock.set(noon(6));
        desk.authority.uploaded(order.id(), passed.handover().submissionNo(), "440000/2");
        assertEquals(noted(NUMBER, FIRST), desk.authority.published("440000", 1, record(4, NAME, site(4, "改站", "example.com"))));
        assertEquals(OrderState.APPROVED, desk.state(order));
    }

    @Test
    @Requirement({"E-16", "E-17"})
    public void whatWasCancelledStaysCancelledWhateverOlderRecordComes() {
        Desk desk = filed();
        desk.authority.published("440000", 1, record(5, NAME, site(5, "示例小站", "example.com")));
        desk.authority.cancelled("440000", new RecordReference(Kind.ORGANIZER, 1005, null));
        desk.authority.published("440000", 1, record(4, NAME, site(4, "示例小站", "example.com"), second(0)));
        assertEquals(OrganizerState.CANCELLED, desk.register.organizer(NUMBER).orElseThrow().state());
        assertEquals(ServiceState.CANCELLED, desk.register.service(FIRST).orElseThrow().state());
        assertEquals("it went with its organizer", ServiceState.CANCELLED, desk.register.service(SECOND).orElseThrow().state());
        assertEquals("a newer one counts", List.of(), desk.authority.published("440000", 1, record(6, NAME,
            site(6, "示例小站", "example.com"))));
        assertEquals(ServiceState.ACTIVE, desk.register.service(FIRST).orElseThrow().state());
    }

    /** The authority does not say when it cancelled: what it changed before we were told is older, as the numbers never return. */
    @Test
    @Requirement({"E-16", "E-17"})
    public void aChangeFromBeforeACancellationCameDoesNotUndoIt() {
        Desk desk = filed();
        desk.clock.set(noon(5));
        desk.authority.cancelled("440000", new RecordReference(Kind.SERVICE, 2001, null));
        assertEquals(noted(FIRST), desk.authority.published("440000", 1, record(4, "新名公司", site(4, "新站", "new.com"))));
        assertEquals(ServiceState.CANCELLED, desk.register.service(FIRST).orElseThrow().state());
        assertEquals("nothing came back", OrganizerState.SHELL, desk.register.organizer(NUMBER).orElseThrow().state());
        assertEquals("the organizer was changed after all", "新名公司", desk.register.organizer(NUMBER).orElseThrow().name());
        desk.authority.cancelled("440000", new RecordReference(Kind.ORGANIZER, 1004, null));
        assertEquals(noted(NUMBER, FIRST), desk.authority.published("440000", 1, record(4, NAME, site(4, "新站", "new.com"))));
        assertEquals("新名公司", desk.register.organizer(NUMBER).orElseThrow().name());
    }

    @Test
    @Requirement({"E-09", "E-17"})
    public void anOrderThatIsAnsweredAfterItsOrganizerWasCancelledGetsItsNumberAndRevivesNothing() {
        Desk desk = filed();
        Order order = passed(desk, FilingType.NEW_SERVICE, null, Samples.site("second.com"));
        desk.clock.set(noon(5));
        desk.authority.cancelled("440000", new RecordReference(Kind.ORGANIZER, 1001, null));
        assertEquals(noted(NUMBER, FIRST), desk.authority.published("440000", 1, record(4, NAME, site(1, "示例小站", "example.com"),
            second(2))));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(List.of(SECOND), desk.now(order).grant().serviceNumbers());
        assertEquals(OrganizerState.CANCELLED, desk.register.organizer(NUMBER).orElseThrow().state());
        assertEquals(ServiceState.CANCELLED, desk.register.service(FIRST).orElseThrow().state());
        assertEquals(ServiceState.CANCELLED, desk.register.service(SECOND).orElseThrow().state());
    }

    @Test
    @Requirement("E-16")
    public void anEmptyOrganizerIsFilledByAServiceThatItsOlderRecordBrings() {
        Desk desk = filed();
        desk.authority.published("440000", 1, record(5, NAME, site(5, "示例小站", "example.com")));
        desk.authority.cancelled("440000", new RecordReference(Kind.SERVICE, 2001, null));
        desk.authority.published("440000", 1, record(4, NAME, site(4, "示例小站", "example.com")));
        assertEquals("nothing comes with it", OrganizerState.SHELL, desk.register.organizer(NUMBER).orElseThrow().state());
        Order order = passed(desk, FilingType.NEW_SERVICE, null, Samples.site("second.com"));
        desk.authority.published("440000", 1, record(4, NAME, site(4, "示例小站", "example.com"), second(2)));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(OrganizerState.ACTIVE, desk.register.organizer(NUMBER).orElseThrow().state());
        assertEquals(ServiceState.CANCELLED, desk.register.service(FIRST).orElseThrow().state());
    }

    @Test
    @Requirement("A-107")
    public void anOlderRecordOfAResynchronisationIsNotCompared() {
        Desk desk = filed();
        PublishedRecord older = record(1, "旧名公司", site(1, "旧站", "old.com"));
        desk.authority.published("440000", 1, record(2, NAME, site(2, "示例小站", "example.com")));
        assertEquals(noted(NUMBER, FIRST), desk.transactions.call(() -> desk.reconciler.synchronize("440000", older, desk.time())));
        assertEquals(List.of(), desk.corrections.list(SAM, true, null, 10));
        assertEquals("another authority's word is another's", List.of(),
            desk.transactions.call(() -> desk.reconciler.synchronize("110000", older, desk.time())));
        assertEquals(1, desk.corrections.list(SAM, true, null, 10).size());
    }

    @Test
    public void aDateWithoutATimeIsTheWholeDay() {
        Instant day = Instant.parse("2026-11-03T16:00:00Z");
        assertFalse("the fourth, some time", RecordAge.isBefore(day, noon(4)));
        assertFalse(RecordAge.isBefore(noon(4), day));
        assertTrue(RecordAge.isBefore(day, noon(5)));
        assertTrue(RecordAge.isBefore(noon(3), day));
        assertTrue("the whole day before", RecordAge.isBefore(day, Instant.parse("2026-11-04T16:00:00Z")));
        assertFalse(RecordAge.isBefore(null, day) || RecordAge.isBefore(day, null));
        assertNull(RecordAge.later(null, null));
    }
}
