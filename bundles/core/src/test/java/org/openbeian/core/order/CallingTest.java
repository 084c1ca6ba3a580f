package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.GOOD_CALL;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.CallPlan;
import org.openbeian.api.order.CallWindow;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.testkit.Requirement;

/** The call by appointment, from Monday 2026-11-02, 10:00 in Shanghai. */
public class CallingTest {

    private static final CallAttempt MISSED = new CallAttempt(null, null, false, null, null, null, null);
    private static final Instant ELEVEN = Instant.parse("2026-11-02T03:00:00Z");
    private static final Instant TWO = Instant.parse("2026-11-02T06:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T01:00:00Z");

    private final Desk desk = new Desk();

    private Order pick(Order order, Instant... starts) {
        return desk.calling.pick(ALICE, order.id(), ANY_VERSION, List.of(starts));
    }

    private CallPlan plan(Order order) {
        return desk.calling.plan(ALICE, order.id());
    }

    @Test
    public void windowsOfWorkingDaysAreOfferedAsLongAsTheReminderCanGoOut() {
        List<CallWindow> offered = plan(desk.submitted()).offered();
        assertEquals("what began today is not offered", ELEVEN, offered.get(0).from());
        assertEquals(3 + 4 * 4, offered.size());
        assertEquals(Instant.parse("2026-11-06T10:00:00Z"), offered.get(offered.size() - 1).to());
        desk.clock.pass(Duration.ofMinutes(31));
        assertEquals(TWO, plan(desk.submit(desk.draft("example.org"))).offered().get(0).from());
        desk.clock.pass(Duration.ofDays(5));
        assertEquals("Saturday and Sunday are left out", Instant.parse("2026-11-09T01:00:00Z"),
            plan(desk.submit(desk.draft("example.net"))).offered().get(0).from());
    }

    @Test
    @Requirement("T-33")
    public void pickedWindowsAreToldWithTheNumberAndRemindedOf() {
        Order order = desk.submitted();
        Order picked = pick(order, TUESDAY, TWO);
        assertEquals("in their order", List.of(TWO, TUESDAY), picked.review().windows().stream().map(CallWindow::from).toList());
        assertEquals(TWO, plan(order).next());
        assertEquals(List.of("received", "call-appointed"), desk.effects.messages("email"));
        desk.tasks.pass(desk.clock, TWO.minus(Duration.ofMinutes(31)), desk.callReminder);
        assertFalse(desk.effects.messages("email").contains("call-reminder"));
        desk.tasks.pass(desk.clock, TWO.minus(Duration.ofMinutes(30)), desk.callReminder);
        Effect reminder = desk.effects.all().stream().filter(effect -> "call-reminder".equals(effect.data().get("message")))
            .findFirst().orElseThrow();
        assertEquals("2026-11-02 14:00–16:00", reminder.data().get("v.window"));
        desk.tasks.pass(desk.clock, TUESDAY, desk.callReminder);
        assertEquals(2, Collections.frequency(desk.effects.messages("email"), "call-reminder"));
    }

    @Test
    public void whatIsNoLongerPickedIsNotRemindedOf() {
        Order order = desk.submitted();
        pick(order, TWO);
        pick(order, TUESDAY);
        desk.tasks.pass(desk.clock, TWO, desk.callReminder);
        assertFalse(desk.effects.messages("email").contains("call-reminder"));
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        desk.tasks.pass(desk.clock, TUESDAY, desk.callReminder);
        assertFalse("the call was made", desk.effects.messages("email").contains("call-reminder"));
        assertTrue(plan(order).then().en(), plan(order).then().en().startsWith("The call was made"));
    }

    @Test
    @Requirement({"A-99", "A-100"})
    public void aMissedCallTellsWhatHappensNextAndWhen() {
        Order order = desk.submitted();
        CallPlan before = plan(order);
        assertNull(before.next());
        assertTrue(before.then().en(), before.then().en().contains("after 2 more missed call(s) the order is returned"));
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, MISSED);
        CallPlan after = plan(order);
        assertEquals(desk.time().plus(Duration.ofHours(1)), after.next());
        assertEquals(1, after.missed());
        assertTrue(after.then().en(), after.then().en().startsWith("A specialist calls the person in charge at about 2026-11-02 11:00")
            && after.then().en().contains("after 1 more missed"));
        pick(order, TWO);
        assertEquals("the applicant's choice comes first", TWO, plan(order).next());
        assertTrue(plan(order).then().zh(), plan(order).then().zh().contains("2026-11-02 14:00–16:00"));
        desk.clock.pass(Duration.between(desk.time(), TWO.plus(Duration.ofHours(2))));
        assertEquals("nobody called in it", after.next(), plan(order).next());
        assertFalse(plan(order).then().zh(), plan(order).then().zh().contains("14:00"));
    }

    @Test
    @Requirement("A-99")
    public void theSpecialistIsRemindedOfTheSecondCall() {
        Order order = desk.submitted();
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, MISSED);
        Instant again = desk.time().plus(Duration.ofHours(1));
        desk.tasks.pass(desk.clock, again.minusSeconds(1), desk.callReminder);
        assertEquals(List.of(), toSpecialist());
        desk.tasks.pass(desk.clock, again, desk.callReminder);
        Effect due = toSpecialist().get(0);
        assertEquals("sam", due.data().get("account"));
        assertEquals("2026-11-02 11:00", due.data().get("v.again"));
        assertEquals(order.id(), due.data().get("v.order"));
    }

    @Test
    public void theReminderStaysAlthoughTheTimeUntilTheSecondCallIsConfiguredAnew() {
        Order order = desk.submitted();
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, MISSED);
        desk.settings.modified(CoreSettingsTest.given(Map.of("call_again_minutes", 30)));
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofHours(1)), desk.callReminder);
        assertEquals("by each channel once", 1, toSpecialist().stream().map(Effect::lane).filter("channel:inbox"::equals).count());
    }

    @Test
    public void whoMissedThePersonAgainIsRemindedOfTheNextCallOnly() {
        Order order = desk.submitted();
        pick(order, ELEVEN);
        desk.clock.pass(Duration.ofMinutes(30));
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, MISSED);
        pick(desk.now(order), ELEVEN);
        desk.clock.pass(Duration.between(desk.time(), ELEVEN.plusSeconds(600)));
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, MISSED);
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofMinutes(30)), desk.callReminder);
        assertEquals(List.of(), toSpecialist());
    }

    @Test
    public void whoReachedThePersonBeforeIsNotReminded() {
        Order order = desk.submitted();
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, MISSED);
        desk.clock.pass(Duration.ofMinutes(5));
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofHours(2)), desk.callReminder);
        assertEquals(List.of(), toSpecialist());
    }

    private List<Effect> toSpecialist() {
        return desk.effects.all().stream().filter(effect -> "call-due".equals(effect.data().get("message"))).toList();
    }

    @Test
    @Requirement("A-100")
    public void anOrderIsNotReturnedWhilePickedWindowsAreToCome() {
        Order order = desk.submitted();
        pick(order, ELEVEN, TWO, TUESDAY);
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, MISSED);
        desk.clock.pass(Duration.between(desk.time(), ELEVEN.plusSeconds(600)));
        Order second = desk.orders.logCall(SAM, order.id(), ANY_VERSION, MISSED);
        assertEquals(OrderState.PRE_REVIEW, second.state());
        assertEquals(List.of(TWO, TUESDAY), second.review().windows().stream().map(CallWindow::from).toList());
        desk.clock.pass(Duration.between(desk.time(), TUESDAY));
        Order last = desk.orders.logCall(SAM, order.id(), ANY_VERSION, MISSED);
        assertEquals(OrderState.RETURNED, last.state());
        assertEquals(List.of(), last.review().windows());
        assertTrue(plan(order).then().en().startsWith("Once the order is handed in"));
    }

    @Test
    public void whatIsNotOfferedIsNamedAtOnce() {
        Order order = desk.submitted();
        List<String> found = refusal(() -> pick(order, ELEVEN, ELEVEN, desk.time())).findings().stream()
            .map(finding -> finding.pointer() + " " + finding.ruleId()).toList();
        assertEquals(List.of("/windows/1 call-window-twice", "/windows/2 call-window-not-offered"), found);
        assertEquals("call-windows", code(() -> pick(order)));
        assertEquals("call-windows", code(() -> pick(order, ELEVEN, TWO, TUESDAY, TUESDAY.plusSeconds(7200))));
        List<Instant> none = new ArrayList<>();
        none.add(null);
        assertEquals("call-windows", code(() -> desk.calling.pick(ALICE, order.id(), ANY_VERSION, none)));
        assertEquals(List.of(), desk.now(order).review().windows());
    }

    @Test
    public void onlyTheApplicantPicksAndOnlyDuringThePreReview() {
        assertEquals("wrong-state", code(() -> pick(desk.draft("example.org"), ELEVEN)));
        Order order = desk.submitted();
        assertEquals("not-permitted", code(() -> desk.calling.pick(SAM, order.id(), ANY_VERSION, List.of(ELEVEN))));
        pick(order, ELEVEN);
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        desk.orders.pass(SAM, order.id(), ANY_VERSION);
        assertEquals("wrong-state", code(() -> pick(order, TWO)));
        assertEquals(List.of(), plan(order).offered());
        assertEquals("No call is due at present", plan(order).then().en());
    }
}
