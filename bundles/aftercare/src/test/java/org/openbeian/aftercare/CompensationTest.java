package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.billing.Compensation;
import org.openbeian.api.billing.Compensation.Stay;
import org.openbeian.api.billing.Compensation.Policy;
import org.openbeian.api.billing.FreeTime;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.testkit.Requirement;

public class CompensationTest {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final long HOUR = 3600;

    private final Desk desk = new Desk();
    private final List<FreeTime> booked = new ArrayList<>();

    /** Six days and one hour from the first submission, of which 50 hours wait for the applicant. */
    @Before
    public void aFilingWithOneReturnOneRejectionAndALateMessage() {
        entry(-30, OrderEvent.CREATED, OrderState.DRAFT);
        entry(0, OrderEvent.SUBMITTED, OrderState.PRE_REVIEW);
        entry(3, OrderEvent.CLAIMED, OrderState.PRE_REVIEW);
        entry(10, OrderEvent.RETURNED, OrderState.RETURNED);
        entry(15, OrderEvent.EDITED, OrderState.RETURNED);
        entry(20, OrderEvent.SUBMITTED, OrderState.PRE_REVIEW);
        entry(24, OrderEvent.PASSED, OrderState.QUEUED_FOR_AUTHORITY);
        entry(25, OrderEvent.UPLOADED, OrderState.SMS_PENDING);
        entry(49, OrderEvent.SMS_EXPIRED, OrderState.SMS_FAILED);
        entry(59, OrderEvent.SMS_VERIFIED, OrderState.AUTHORITY_REVIEW);
        entry(70, OrderEvent.REJECTED, OrderState.AUTHORITY_REJECTED);
        entry(100, OrderEvent.SUBMITTED, OrderState.PRE_REVIEW);
        entry(101, OrderEvent.PASSED, OrderState.QUEUED_FOR_AUTHORITY);
        entry(102, OrderEvent.UPLOADED, OrderState.AUTHORITY_REVIEW);
        entry(145, OrderEvent.APPROVED, OrderState.APPROVED);
    }

    private void entry(long hours, OrderEvent event, OrderState to) {
        desk.past.add(new HistoryEntry("o1", desk.past.size() + 1, START.plusSeconds(hours * HOUR), "x", event, null, to, null, Map.of(),
            "", ""));
    }

    private void approved(Instant at) {
        desk.past.set(desk.past.size() - 1, new HistoryEntry("o1", 99, at, "x", OrderEvent.APPROVED, null, OrderState.APPROVED, null,
            Map.of(), "", ""));
    }

    private Optional<Compensation> rule(Map<String, Object> terms) {
        return CompensationRule.of(desk.order(), desk.past, Settings.with(terms), desk.now);
    }

    private static List<OrderState> uncounted(Compensation found) {
        return found.lines().stream().filter(line -> !line.counted()).map(Stay::state).toList();
    }

    @Test
    @Requirement("W-12")
    public void byDefaultAllTimeFromTheFirstSubmissionToTheApprovalCountsAndABegunDayIsWhole() {
        Compensation found = rule(Map.of()).orElseThrow();
        assertEquals(Policy.GROSS, found.policy());
        assertEquals(145 * HOUR, found.seconds());
        assertEquals(7, found.days());
        assertEquals(List.of(), uncounted(found));
        assertEquals(List.of(OrderState.PRE_REVIEW, OrderState.RETURNED, OrderState.PRE_REVIEW, OrderState.QUEUED_FOR_AUTHORITY,
            OrderState.SMS_PENDING, OrderState.SMS_FAILED, OrderState.AUTHORITY_REVIEW, OrderState.AUTHORITY_REJECTED,
            OrderState.PRE_REVIEW, OrderState.QUEUED_FOR_AUTHORITY, OrderState.AUTHORITY_REVIEW),
            found.lines().stream().map(Stay::state).toList());
        assertEquals("a claim begins no line", new Stay(OrderState.PRE_REVIEW, START, START.plusSeconds(10 * HOUR), true),
            found.lines().get(0));
        assertEquals(new ResourceRef("cvm", "ins-1"), found.resource());
    }

    @Test
    @Requirement("W-12")
    public void netLeavesOutWhatTheOrderWaitedForTheApplicant() {
        Compensation found = rule(Map.of("compensation_policy", "NET")).orElseThrow();
        assertEquals(List.of(OrderState.RETURNED, OrderState.SMS_FAILED, OrderState.AUTHORITY_REJECTED), uncounted(found));
        assertEquals((145 - 10 - 10 - 30) * HOUR, found.seconds());
        assertEquals(4, found.days());
    }

    @Test
    @Requirement("W-12")
    public void daysAreRoundedAndCappedAsConfigured() {
        assertEquals(6, rule(Map.of("compensation_rounding", "DOWN")).orElseThrow().days());
        assertEquals(5, rule(Map.of("compensation_cap_days", 5)).orElseThrow().days());
        assertEquals(7, rule(Map.of("compensation_cap_days", 8)).orElseThrow().days());
        approved(START.plusSeconds(144 * HOUR));
        assertEquals("whole days stay whole", 6, rule(Map.of()).orElseThrow().days());
        approved(START.plusSeconds(144 * HOUR).plusMillis(1));
        assertEquals("a begun day is whole from its beginning", 7, rule(Map.of()).orElseThrow().days());
    }

    @Test
    @Requirement("W-12")
    public void onlyAnApprovedOrderOfAConfiguredTypeIsCompensated() {
        for (FilingType type : FilingType.values()) {
            Order order = new Order("o1", 1, "anna", type, desk.order().progress(), desk.order().application(), List.of(), List.of(), null,
                null, null, desk.now, desk.now);
            assertEquals(type.name(), List.of(FilingType.FIRST, FilingType.NEW_SERVICE, FilingType.ACCESS).contains(type),
                CompensationRule.of(order, desk.past, Settings.defaults(), desk.now).isPresent());
            assertEquals(type.name(), type == FilingType.CHANGE_BOTH, CompensationRule.of(order, desk.past,
                Settings.with(Map.of("compensation_types", new String[] {"CHANGE_BOTH"})), desk.now).isPresent());
        }
        assertEquals(Optional.empty(), rule(Map.of("compensation_policy", "NONE")));
        desk.past.remove(desk.past.size() - 1);
        assertEquals(Optional.empty(), rule(Map.of()));
    }

    private CompensationBooking booking(Billing billing) {
        return new CompensationBooking(desk.grants, billing, desk.cases, desk);
    }

    @Test
    @Requirement("W-12")
    public void aGrantIsBookedToldAndAuditedOnceAndSeenByWhoSeesTheOrder() {
        desk.grants.billing = billing();
        desk.granted();
        desk.grant();
        desk.follower.run("grants");
        assertEquals(desk.now, desk.tasks.get("compensation-book:granted"));
        booking(billing()).run("granted");
        Compensation seen = desk.compensations.get(Desk.ANNA, "o1");
        assertEquals(desk.now, seen.bookedAt());
        assertEquals(List.of(new FreeTime("filing-o1", "anna", "o1", new ResourceRef("cvm", "ins-1"), 7, desk.now)), booked);
        assertEquals(List.of("compensation-granted {days=7}"),
            desk.told.stream().map(notice -> notice.message() + " " + notice.values()).toList());
        assertEquals(List.of("system compensation.grant"), desk.audited);
        assertEquals(seen, desk.compensations.get(Desk.OPS, "o1"));
        assertEquals("order-not-found", assertThrows(Refusal.class, () -> desk.compensations.get(Desk.BOB, "o1")).code());
    }

    @Test
    @Requirement("W-12")
    public void withoutABillingItWaitsUntilOneComes() {
        desk.granted();
        assertNull(desk.compensations.get(Desk.ANNA, "o1").bookedAt());
        assertEquals("told all the same", 1, desk.told.size());
        assertEquals("no billing yet", Optional.empty(), booking(null).run("granted"));
        assertEquals("nor a task", Map.of(), booking(null).standing());
        CompensationBooking task = booking(billing());
        assertEquals("begun with the billing", Map.of("granted", desk.now), task.standing());
        desk.now = desk.now.plusSeconds(HOUR);
        assertEquals(Optional.of(desk.now.plusSeconds(24 * HOUR)), task.run("granted"));
        task.run("granted");
        assertEquals(1, booked.size());
        assertEquals(desk.now, desk.compensations.get(Desk.ANNA, "o1").bookedAt());
    }

    @Test
    @Requirement("W-12")
    public void aBillingThatFailsHoldsNothingUpButItself() {
        desk.grants.billing = billing();
        desk.granted();
        CompensationBooking task = booking(Desk.fake(Billing.class, (proxy, method, arguments) -> {
            throw new IllegalStateException("down");
        }));
        assertThrows(IllegalStateException.class, () -> task.run("granted"));
        assertNull(desk.compensations.get(Desk.ANNA, "o1").bookedAt());
        assertEquals("the site is there", 1, desk.book.list(Desk.ANNA, null, false, null, 10).size());
        booking(billing()).run("granted");
        assertEquals(1, booked.size());
    }

    @Test
    public void whatComesToNoDayIsShownButNeitherToldNorBooked() {
        desk.past.removeIf(entry -> entry.event() != OrderEvent.SUBMITTED);
        desk.past.removeIf(entry -> entry.no() != 2);
        entry(2, OrderEvent.APPROVED, OrderState.APPROVED);
        desk.settings.modified(Settings.with(Map.of("compensation_rounding", "DOWN")));
        desk.grants.billing = billing();
        desk.granted();
        assertEquals(0, desk.compensations.get(Desk.ANNA, "o1").days());
        assertEquals(List.of(), booked);
        assertEquals(List.of(), desk.told);
    }

    @Test
    public void whatWasApprovedBeforeTheInstallationIsNotGivenUnlessTheConfigurationSaysSo() {
        Instant installed = desk.now;
        desk.now = installed.minus(Duration.ofDays(40));
        desk.grant();
        desk.now = installed;
        desk.follower.run("grants");
        assertEquals("it has its site", 1, desk.book.list(Desk.ANNA, null, false, null, 10).size());
        assertEquals(Optional.empty(), desk.grants.find("o1"));
        desk.marks.remove("aftercare.cursor");
        desk.settings.modified(Settings.with(Map.of("compensation_since", "2026-09-23")));
        desk.follower.run("grants");
        assertEquals("the day counts in China", Optional.empty(), desk.grants.find("o1"));
        desk.marks.remove("aftercare.cursor");
        desk.settings.modified(Settings.with(Map.of("compensation_since", "2026-09-22")));
        desk.follower.run("grants");
        assertEquals(7, desk.grants.find("o1").orElseThrow().days());
    }

    @Test
    public void aServerThatGrantedBeforeThatWasKeptGoesOn() {
        desk.marks.put("aftercare.cursor", "epoch-1 -1 9 o0");
        Instant now = desk.now;
        desk.now = now.minus(Duration.ofDays(1));
        desk.grant();
        desk.now = now;
        desk.follower.run("grants");
        assertEquals(7, desk.grants.find("o1").orElseThrow().days());
    }

    @Test
    public void anOrderWithoutOneSaysSo() {
        desk.past.clear();
        desk.granted();
        assertEquals("compensation-not-found", assertThrows(Refusal.class, () -> desk.compensations.get(Desk.ANNA, "o1")).code());
    }

    @Test
    public void badTermsAreRefusedAndThoseInForceStay() {
        AftercareSettings settings = new AftercareSettings(Settings.with(Map.of("compensation_policy", "net", "compensation_cap_days", -1,
            "compensation_rounding", "HALF", "compensation_since", "2026-13-01", "compensation_types", new String[] {"FIRST", "SECOND"})));
        assertEquals("GROSS", settings.get().compensation_policy());
        assertEquals(0, settings.get().compensation_cap_days());
        assertEquals("UP", settings.get().compensation_rounding());
        assertEquals("", settings.get().compensation_since());
        assertEquals(List.of("FIRST", "NEW_SERVICE", "ACCESS"), List.of(settings.get().compensation_types()));
    }

    private Billing billing() {
        return Desk.fake(Billing.class, (proxy, method, arguments) -> booked.add((FreeTime) arguments[0]) ? null : null);
    }
}
