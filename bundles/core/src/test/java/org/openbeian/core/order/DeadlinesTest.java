package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Durable deadlines: reminders, expiry, and nothing when the order went on. */
public class DeadlinesTest {

    private final Desk desk = new Desk();

    @Test
    @Requirement({"T-40", "T-41"})
    public void theSmsIsRemindedOfFourTimesAndThenFails() {
        Order order = desk.uploaded();
        Instant start = desk.time();
        desk.tasks.pass(desk.clock, start.plus(Duration.ofHours(23)), desk.smsDeadline);
        List<Instant> reminded = desk.effects.all().stream().filter(effect -> "sms-reminder".equals(effect.data().get("message"))
            && effect.lane().equals("channel:email")).map(Effect::createdAt).toList();
        assertEquals(List.of(1L, 6L, 12L, 20L), reminded.stream().map(at -> Duration.between(start, at).toHours()).toList());
        assertEquals(OrderState.SMS_PENDING, desk.state(order));
        desk.tasks.pass(desk.clock, start.plus(Duration.ofHours(24)), desk.smsDeadline);
        assertEquals(OrderState.SMS_FAILED, desk.state(order));
        assertTrue(desk.effects.messages("email").contains("sms-expired"));
        assertTrue("done for good", desk.tasks.of("sms-deadline").isEmpty());
        assertTrue(desk.smsDeadline.machine());
    }

    @Test
    public void aTaskThatRunsTwiceRemindsOnce() {
        Order order = desk.uploaded();
        desk.clock.pass(Duration.ofHours(2));
        String key = desk.tasks.of("sms-deadline").keySet().iterator().next();
        desk.smsDeadline.run(key);
        desk.smsDeadline.run(key);
        assertEquals(1, Collections.frequency(desk.effects.messages("email"), "sms-reminder"));
        assertEquals(order.version(), desk.now(order).version());
    }

    @Test
    public void aVerifiedOrderIsNotRemindedAndDoesNotFail() {
        Order order = desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofHours(30)), desk.smsDeadline);
        assertEquals(OrderState.AUTHORITY_REVIEW, desk.state(order));
        assertFalse(desk.effects.messages("email").contains("sms-reminder"));
    }

    @Test
    public void theTaskOfAnEarlierUploadDoesNotTouchALaterOne() {
        Order order = desk.smsFailed();
        desk.authority.resultsFetched("440000", desk.time().plusSeconds(1));
        desk.clock.pass(Duration.ofMinutes(5));
        Order again = desk.orders.resend(Samples.OLGA, order.id(), ANY_VERSION, "called");
        desk.authority.uploaded(order.id(), again.handover().submissionNo(), "440000/2");
        Instant due = desk.now(order).handover().smsDue();
        desk.clock.pass(Duration.ofHours(25));
        assertFalse(desk.smsDeadline.run(order.handover().smsDue().toString()).isPresent());
        assertEquals(OrderState.SMS_PENDING, desk.state(order));
        desk.smsDeadline.run(due.toString());
        assertEquals(OrderState.SMS_FAILED, desk.state(order));
    }

    @Test
    public void ordersOfOneMinuteShareATaskAndEachHasItsWholeTime() {
        desk.clock.pass(Duration.ofSeconds(7));
        Order first = desk.uploaded();
        desk.clock.pass(Duration.ofSeconds(50));
        Order second = desk.orders.create(ALICE, FilingType.FIRST, Samples.application("example.org"));
        desk.submit(second);
        desk.orders.logCall(Samples.SAM, second.id(), ANY_VERSION, Samples.GOOD_CALL);
        desk.orders.pass(Samples.SAM, second.id(), ANY_VERSION);
        desk.authority.uploaded(second.id(), desk.now(second).handover().submissionNo(), "440000/2");
        Instant start = desk.time().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        assertEquals(1, desk.tasks.of("sms-deadline").size());
        desk.tasks.pass(desk.clock, start.plus(Duration.ofHours(24)).minusMillis(1), desk.smsDeadline);
        assertEquals(OrderState.SMS_PENDING, desk.state(first));
        assertEquals(8, Collections.frequency(desk.effects.messages("email"), "sms-reminder"));
        desk.tasks.pass(desk.clock, start.plus(Duration.ofHours(24)), desk.smsDeadline);
        assertEquals(OrderState.SMS_FAILED, desk.state(first));
        assertEquals(OrderState.SMS_FAILED, desk.state(second));
    }

    @Test
    public void anOrderThatFailsHoldsNoOtherUp() {
        Order damaged = desk.uploaded();
        desk.store.tamper(damaged.id(), entries -> null);
        Order order = desk.orders.create(ALICE, FilingType.FIRST, Samples.application("example.org"));
        desk.submit(order);
        desk.orders.logCall(Samples.SAM, order.id(), ANY_VERSION, Samples.GOOD_CALL);
        desk.orders.pass(Samples.SAM, order.id(), ANY_VERSION);
        desk.authority.uploaded(order.id(), desk.now(order).handover().submissionNo(), "440000/2");
        desk.clock.pass(Duration.ofHours(24));
        String key = desk.tasks.of("sms-deadline").keySet().iterator().next();
        assertThrows("it is run again", RuntimeException.class, () -> desk.smsDeadline.run(key));
        assertEquals(OrderState.SMS_FAILED, desk.state(order));
        assertEquals(OrderState.SMS_PENDING, desk.state(damaged));
    }

    @Test
    public void anIdleDraftIsRemindedOfAndExpires() {
        Order order = desk.draft();
        assertEquals(desk.time().plus(Duration.ofDays(45)), order.progress().due());
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofDays(44)), desk.draftExpiry);
        assertEquals(OrderState.DRAFT, desk.state(order));
        assertEquals(3, Collections.frequency(desk.effects.messages("inbox"), "draft-reminder"));
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofDays(2)), desk.draftExpiry);
        assertEquals(OrderState.EXPIRED, desk.state(order));
        assertFalse("a virtual clock never jumps to it", desk.draftExpiry.machine());
    }

    @Test
    public void aStepOfTheApplicantStartsTheTimeAnew() {
        Order order = desk.draft();
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofDays(44)), desk.draftExpiry);
        desk.orders.edit(ALICE, order.id(), ANY_VERSION, Samples.application("example.org"));
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofDays(44)), desk.draftExpiry);
        assertEquals(OrderState.DRAFT, desk.state(order));
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofDays(2)), desk.draftExpiry);
        assertEquals(OrderState.EXPIRED, desk.state(order));
    }

    @Test
    public void aSubmittedOrderIsNotWatchedAndAReturnedOneIsAnew() {
        Order order = desk.draft();
        Map<String, Instant> ofTheDraft = desk.tasks.of("draft-expiry");
        desk.submit(order);
        assertTrue("nothing is left to run", desk.tasks.of("draft-expiry").isEmpty());
        desk.orders.giveBack(Samples.SAM, order.id(), ANY_VERSION, List.of(new ReturnReason("name-differs",
            "/organizer/name", new LocalizedText("名称不符", "The name differs"), null)));
        Map<String, Instant> ofTheReturned = desk.tasks.of("draft-expiry");
        assertEquals(1, ofTheReturned.size());
        assertNotEquals("a run of the old one cannot take the new one out", ofTheDraft.keySet(), ofTheReturned.keySet());
    }

    @Test
    public void aSubmittedOrderDoesNotExpire() {
        Order order = desk.submitted();
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofDays(100)), desk.draftExpiry);
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
        assertTrue(desk.tasks.of("draft-expiry").isEmpty());
    }
}
