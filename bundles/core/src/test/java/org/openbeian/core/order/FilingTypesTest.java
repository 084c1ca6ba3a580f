package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.refusal;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Orders that rest on what is filed already. */
public class FilingTypesTest {

    static final String NUMBER = "粤ICP备2026000001号";
    static final String FIRST = NUMBER + "-1";

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;

    @Before
    public void file() {
        Order order = desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, record(new PublishedService(1, 0, FIRST, 2001, "示例小站", List.of("example.com"),
            List.of(new PublishedAccess(3001, true, 1)))));
        assertEquals(OrderState.APPROVED, desk.state(order));
    }

    static PublishedRecord record(PublishedService... services) {
        return new PublishedRecord(NUMBER, 1001, "深圳示例科技有限公司", List.of(services), java.time.Instant.parse("2026-11-20T00:00:00Z"));
    }

    private static Application about(String organizer, List<String> services, InternetService... wanted) {
        return new Application(null, List.of(wanted), Map.of(), new Basis(organizer, services));
    }

    private List<String> against(Order order) {
        return refusal(() -> desk.submit(order)).findings().stream().map(Finding::ruleId).toList();
    }

    private static List<String> codes(org.junit.function.ThrowingRunnable action) {
        return refusal(action).findings().stream().map(finding -> finding.ruleId() + " " + finding.pointer()).toList();
    }

    private Order passed(Order order) {
        desk.submit(order);
        orders.logCall(SAM, order.id(), Orders.ANY_VERSION, Samples.GOOD_CALL);
        return orders.pass(SAM, order.id(), Orders.ANY_VERSION);
    }

    @Test
    @Requirement({"A-107", "T-51"})
    public void theRegisterHoldsWhatWasGranted() {
        OrganizerEntry organizer = desk.register.organizer(NUMBER).orElseThrow();
        ServiceEntry service = desk.register.service(FIRST).orElseThrow();
        assertEquals("深圳示例科技有限公司", organizer.data().name());
        assertEquals("ins-1", service.accesses().get(0).access().resourceId());
        assertTrue(service.accesses().get(0).here());
    }

    @Test
    @Requirement({"E-09", "E-20"})
    public void aFurtherServiceOfAFiledOrganizerGetsTheNextNumber() {
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, Samples.site("second.com")));
        assertEquals("the organizer is filled in from the register", "深圳示例科技有限公司", order.application().organizer().name());
        Order passed = passed(order);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        assertEquals(OrderState.SMS_PENDING, desk.state(order));
        assertEquals("the code goes to the person in charge of the service alone", List.of("/services/0/principal"),
            orders.requirements(ALICE, order.id()).missing().stream().map(need -> need.pointer()).toList());
        desk.authority.reviewed(passed.handover().submissionNo(), true, null);
        PublishedRecord record = record(new PublishedService(1, 0, FIRST, 2001, "示例小站", List.of("example.com"),
            List.of(new PublishedAccess(3001, true, 1))), new PublishedService(2, 0, NUMBER + "-2", 2002, "示例小站", List.of("second.com"),
            List.of(new PublishedAccess(3002, true, 2))));
        desk.authority.published("440000", 1, record);
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(List.of(NUMBER + "-2"), desk.now(order).grant().serviceNumbers());
        assertEquals(List.of("second.com"), desk.register.service(NUMBER + "-2").orElseThrow().domains());
        assertEquals(order.id(), desk.register.service(NUMBER + "-2").orElseThrow().orderId());
        assertEquals("the first one stays as it is", List.of("example.com"), desk.register.service(FIRST).orElseThrow().domains());
        long version = desk.now(order).version();
        desk.authority.published("440000", 1, record);
        assertEquals("told twice, nothing changes", version, desk.now(order).version());
    }

    @Test
    @Requirement("E-09")
    public void anOrganizerFiledElsewhereIsEnteredByItsApplicant() {
        String elsewhere = "粤ICP备2025000777号";
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, new Application(Samples.organizer("深圳别处科技有限公司"),
            List.of(Samples.site("second.com")), Map.of(), new Basis(elsewhere, null)));
        passed(order);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        desk.authority.published("440000", 0, new PublishedRecord(elsewhere, 1777, "深圳别处科技有限公司", List.of(
            new PublishedService(0, -1, elsewhere + "-1", 2771, "旧站", List.of("old.com"), List.of(new PublishedAccess(3771, false, 0))),
            new PublishedService(2, 0, elsewhere + "-2", 2772, "示例小站", List.of("second.com"),
                List.of(new PublishedAccess(3772, true, 2)))), desk.time()));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals("深圳别处科技有限公司", desk.register.organizer(elsewhere).orElseThrow().data().name());
        assertFalse("at another provider", desk.register.service(elsewhere + "-1").orElseThrow().accesses().get(0).here());
        assertNull(desk.register.service(elsewhere + "-1").orElseThrow().data());
    }

    @Test
    public void whatIsOnRecordDoesNotDifferInAnOrderForAFurtherService() {
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, Samples.site("second.com")));
        Order edited = orders.edit(ALICE, order.id(), 1, new Application(Samples.organizer("改名有限公司"), order.application().services(),
            Map.of(), order.application().basis()));
        assertEquals(List.of("differs-from-record"), against(edited));
    }

    @Test
    public void whatAnOrderRestsOnIsChosenOnce() {
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, Samples.site("second.com")));
        assertEquals("basis-fixed", Desk.code(() -> orders.edit(ALICE, order.id(), 1, new Application(order.application().organizer(),
            order.application().services(), Map.of(), new Basis("粤ICP备2026000002号", null)))));
    }

    @Test
    public void aFirstFilingRestsOnNothingAndOthersNameTheirOrganizer() {
        assertEquals(List.of("basis-not-wanted /basis"), codes(() -> orders.create(ALICE, FilingType.FIRST, about(NUMBER, null))));
        assertEquals(List.of("organizer-number-malformed /basis/organizerNumber"),
            codes(() -> orders.create(ALICE, FilingType.NEW_SERVICE, null)));
        assertEquals(List.of("service-numbers-count /basis/serviceNumbers"),
            codes(() -> orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, List.of(FIRST)))));
    }

    @Test
    public void whatAnotherAccountFiledIsNotShown() {
        Order order = orders.create(MALLORY, FilingType.NEW_SERVICE, about(NUMBER, null, Samples.site("second.com")));
        assertNull("as if it were filed elsewhere", order.application().organizer());
    }

    @Test
    public void oneOrderAboutAnOrganizerIsUnderWayAtATime() {
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, Samples.site("second.com")));
        desk.submit(order);
        Order other = orders.create(MALLORY, FilingType.NEW_SERVICE, new Application(Samples.organizer("深圳示例科技有限公司"),
            List.of(Samples.site("third.com")), Map.of(), new Basis(NUMBER, null)));
        assertEquals("organizer-in-other-order", refusal(() -> orders.submit(MALLORY, other.id(), 1, desk.consents())).findings()
            .get(0).ruleId());
    }

    @Test
    public void anOrderHoldsTenServicesAndThatOfAnIndividualOne() {
        InternetService[] eleven = java.util.stream.IntStream.range(0, 11).mapToObj(i -> Samples.site("s" + i + ".com"))
            .toArray(InternetService[]::new);
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, eleven));
        assertTrue(against(order).contains("services-too-many"));
        InternetService[] ten = java.util.Arrays.copyOf(eleven, 10);
        Order fits = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, ten));
        assertFalse(against(fits).contains("services-too-many"));
    }

    @Test
    @Requirement("A-93")
    public void severalServicesOfOneOrderGetTheirNumbersByPosition() {
        WebSite second = Samples.site("second.com");
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, second, Samples.site("third.com")));
        passed(order);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        desk.authority.published("440000", 1, record(
            new PublishedService(2, 1, NUMBER + "-3", 2003, null, List.of(), List.of(new PublishedAccess(3003, true, 2))),
            new PublishedService(2, 0, NUMBER + "-2", 2002, null, List.of(), List.of(new PublishedAccess(3002, true, 2)))));
        assertEquals(List.of(NUMBER + "-2", NUMBER + "-3"), desk.now(order).grant().serviceNumbers());
        assertEquals(List.of("third.com"), desk.register.service(NUMBER + "-3").orElseThrow().domains());
    }

    @Test
    public void aStatementAboutAFiledRecordFindsItsOrder() {
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, Samples.site("second.com")));
        passed(order);
        var about = new org.openbeian.api.register.RecordReference(org.openbeian.api.register.RecordReference.Kind.ORGANIZER, 0, NUMBER);
        assertEquals(2, desk.authority.submissionAbout("440000", about));
        desk.authority.dataRejected(2, List.of("1005 域名已备案"));
        assertEquals("the applicant alone can mend it", OrderState.RETURNED, desk.state(order));
    }
}
