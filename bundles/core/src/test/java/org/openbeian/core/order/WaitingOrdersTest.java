package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;

import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Review;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Orders wait for rules and plugins, visibly, and go on by themselves. */
public class WaitingOrdersTest {

    private final Desk desk = new Desk();

    @Test
    public void anOrderTakenWithoutRulesIsJudgedWhenTheyAreBack() {
        desk.rules.serve("440000", false);
        Order order = desk.submitted();
        desk.waiting.resumeAll();
        assertEquals(OrderState.SUBMITTED, desk.state(order));
        desk.clock.pass(Duration.ofDays(1));
        desk.rules.serve("440000", true);
        desk.waiting.resumeAll();
        Order judged = desk.now(order);
        assertEquals(OrderState.PRE_REVIEW, judged.state());
        assertNull(judged.progress().waiting());
        assertEquals("judged on the day of submission", order.review().submittedAt(),
            desk.orders.explain(ALICE, order.id()).verdicts().get(0).at());
        assertEquals(List.of("waiting", "received"), desk.effects.messages("inbox"));
        desk.waiting.resumeAll();
        assertEquals(judged.version(), desk.now(order).version());
    }

    @Test
    public void anOrderThatBreaksTheReturnedRulesComesBackWithAllReasons() {
        desk.rules.serve("440000", false);
        Order order = desk.submitted();
        desk.rules.serve("440000", true);
        desk.rules.fail("GD-NAME", Severity.BLOCK, "/organizer/name");
        desk.rules.fail("GD-ODD", Severity.BLOCK, "/nowhere");
        desk.waiting.resumeAll();
        Order returned = desk.now(order);
        assertEquals(OrderState.RETURNED, returned.state());
        assertEquals(List.of("GD-NAME /organizer/name", "GD-ODD "), returned.review().reasons().stream()
            .map(reason -> reason.code() + " " + reason.pointer()).toList());
        assertEquals(List.of("waiting", "pre-review-returned"), desk.effects.messages("inbox"));
    }

    @Test
    public void anOrderWaitsForTheNextThingWhenTheFirstIsBack() {
        desk.rules.serve("440000", false);
        Order order = desk.submitted();
        desk.rules.serve("440000", true);
        desk.rules.serveKind("cvm", false);
        desk.waiting.resumeAll();
        assertEquals(Waiting.RESOURCE_TYPE_MISSING, desk.now(order).progress().waiting().reason());
        long version = desk.now(order).version();
        desk.waiting.resumeAll();
        assertEquals("nothing new, nothing written", version, desk.now(order).version());
        desk.rules.serveKind("cvm", true);
        desk.waiting.resumeAll();
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
    }

    @Test
    public void anInventoryThatDoesNotAnswerReturnsNoOrder() {
        desk.rules.serve("440000", false);
        Order order = desk.submitted();
        desk.rules.serve("440000", true);
        desk.inventoryFails = true;
        assertThrows("and is looked at again", IllegalStateException.class, desk.waiting::resumeAll);
        assertEquals(OrderState.SUBMITTED, desk.state(order));
        assertEquals(List.of("waiting"), desk.effects.messages("inbox"));
        desk.inventoryFails = false;
        desk.waiting.resumeAll();
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
    }

    @Test
    public void withoutRulesNothingIsUploadedAndLaterItIsOnce() {
        Order order = desk.passed();
        desk.rules.serve("440000", false);
        assertFalse(desk.authority.readyForUpload(order.id()));
        Order parked = desk.now(order);
        assertEquals(OrderState.QUEUED_FOR_AUTHORITY, parked.state());
        assertNotNull(parked.progress().waiting());
        assertFalse(desk.authority.readyForUpload(order.id()));
        assertEquals("parked once", parked.version(), desk.now(order).version());
        desk.rules.serve("440000", true);
        desk.waiting.resumeAll();
        assertNull(desk.now(order).progress().waiting());
        assertEquals(OrderEvent.RESUMED, desk.store.lastEntry(order.id()).event());
        assertEquals("a new effect, since the first was dropped", 2, desk.effects.uploads().size());
        assertTrue(desk.authority.readyForUpload(order.id()));
    }

    @Test
    @Requirement("T-39")
    public void anOrderWhoseAccountWasTakenAwayShowsItAndGoesOnWhenItIsBack() {
        Order order = desk.passed();
        desk.withoutAccount.add("440000");
        desk.authority.accountAway(order.id());
        desk.authority.accountAway(order.id());
        Order parked = desk.now(order);
        assertEquals("upload-account-missing 440000", parked.progress().waiting().reason() + " " + parked.progress().waiting().subject());
        assertEquals(List.of("waiting"), desk.effects.messages("inbox").stream().filter("waiting"::equals).toList());
        desk.waiting.resumeAll();
        assertEquals("nothing else serves", parked.version(), desk.now(order).version());
        desk.withoutAccount.clear();
        desk.waiting.resumeAll();
        assertNull(desk.now(order).progress().waiting());
        assertEquals(List.of("authority:440000", "authority:440000"), desk.effects.uploads().stream().map(Effect::lane).toList());
    }

    @Test
    @Requirement("T-39")
    public void anotherAccountServesWhatWasNeverSent() {
        Order order = desk.passed();
        desk.withoutAccount.add("440000");
        desk.authority.accountAway(order.id());
        desk.routes.modified(AuthorityRoutesTest.table("440000=310000"));
        desk.waiting.resumeAll();
        assertEquals("310000", desk.now(order).authorityId());
        assertEquals("authority:310000", desk.effects.uploads().get(1).lane());
        assertEquals("310000", desk.store.lastEntry(order.id()).details().get("authority"));
    }

    @Test
    @Requirement("T-39")
    public void whatAnAuthorityOnceTookWaitsForItsAccount() {
        Order order = desk.passed();
        desk.authority.uploaded(order.id(), desk.authority.submissionNo(order.id()), "440000/1");
        Order again = desk.now(order);
        desk.store.put(again.with(new Progress(OrderState.QUEUED_FOR_AUTHORITY, null, 2, again.progress().since(), null)));
        desk.withoutAccount.add("440000");
        desk.authority.accountAway(order.id());
        desk.routes.modified(AuthorityRoutesTest.table("440000=310000"));
        desk.waiting.resumeAll();
        assertNotNull(desk.now(order).progress().waiting());
        assertEquals("440000", desk.now(order).authorityId());
    }

    @Test
    public void oneOrderThatFailsDoesNotHoldUpTheOthers() {
        desk.rules.serve("440000", false);
        Order bad = desk.submitted();
        Order good = desk.submit(desk.orders.create(ALICE, bad.type(), Samples.application("example.net")));
        desk.store.put(bad.with(new Review(null, null, null, null, null, null, null)));
        desk.rules.serve("440000", true);
        desk.rules.failWithoutDate(true);
        assertThrows(IllegalStateException.class, desk.waiting::resumeAll);
        assertEquals(OrderState.PRE_REVIEW, desk.state(good));
        assertEquals(OrderState.SUBMITTED, desk.state(bad));
    }

    @Test
    public void everyChangeOfRulesIsATaskOfItsOwn() {
        RulesBack back = new RulesBack(desk.tasks, desk.clock);
        back.changed(desk.rules);
        back.changed(desk.rules);
        assertEquals(3, desk.tasks.of("rules-back").size());
    }

    @Test
    public void theSweepLooksWhenATaskWasLost() {
        desk.rules.serve("440000", false);
        Order order = desk.submitted();
        WaitingSweep sweep = new WaitingSweep(desk.waiting, desk.clock);
        desk.rules.serve("440000", true);
        desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofMinutes(11)), sweep);
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
        assertFalse("a virtual clock must not jump from sweep to sweep", sweep.machine());
    }
}
