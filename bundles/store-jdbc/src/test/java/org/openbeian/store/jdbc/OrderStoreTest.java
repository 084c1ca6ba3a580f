package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Review;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.order.ReviewQuery.Position;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.rules.Verdict;
import org.openbeian.api.store.StaleOrder;

public class OrderStoreTest extends OnBothDatabases {

    private JdbcOrderStore orders;

    private static final Instant DUE = Samples.NOW.truncatedTo(ChronoUnit.MILLIS);

    @Before
    public void createStore() {
        orders = new JdbcOrderStore(database, new Samples.FakePersonalData());
    }

    @Test
    public void keepsEveryFieldOfAnOrderAndItsHistory() {
        Order draft = Samples.draft("01");
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        Order edited = draft.with(new Grant("粤ICP备2026000001号", List.of("粤ICP备2026000001号-1"), Samples.NOW)).next(Samples.NOW);
        HistoryEntry second = Samples.entry(edited, 2, OrderEvent.EDITED);
        orders.update(edited, second);

        assertEquals(Optional.of(edited), orders.load("01"));
        assertEquals(second, orders.lastEntry("01"));
        assertEquals(List.of(Samples.entry(draft, 1, OrderEvent.CREATED), second), orders.history("01", 0));
        assertEquals(List.of(second), orders.history("01", 1));
        assertEquals(Optional.empty(), orders.load("02"));
    }

    @Test
    public void refusesAVersionThatDoesNotFollowTheStoredOne() {
        Order draft = Samples.draft("01");
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        Order second = draft.next(Samples.NOW);
        orders.update(second, Samples.entry(second, 2, OrderEvent.EDITED));
        assertThrows(StaleOrder.class, () -> orders.update(second, Samples.entry(second, 3, OrderEvent.EDITED)));
        assertThrows(StaleOrder.class, () -> orders.update(Samples.draft("99").next(Samples.NOW),
            Samples.entry(Samples.draft("99"), 2, OrderEvent.EDITED)));
        assertEquals(2, orders.history("01", 0).size());
    }

    @Test
    public void theQueueIsCutStablyByDueTimeAndRisk() {
        inReview("a", 2, "sam", 0);
        inReview("b", 1, null, 0);
        inReview("c", 1, null, 1);
        inReview("d", 3, "sam", 1);
        Order draft = Samples.draft("e");
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        assertEquals(List.of("c", "b", "a", "d"), queue(false, null, null));
        assertEquals(List.of("c", "d", "b", "a"), queue(true, null, null));
        assertEquals(List.of("a", "d"), queue(false, "sam", null));
        assertEquals(List.of("b", "a", "d"), queue(false, null, new Position(DUE.plusSeconds(1), 1, "c")));
        assertEquals(List.of("d", "b", "a"), queue(true, null, new Position(DUE.plusSeconds(1), 1, "c")));
        assertEquals(List.of("a"), queue(true, null, new Position(DUE.plusSeconds(1), 0, "b")));
    }

    private void inReview(String id, int due, String holder, int missed) {
        Order draft = Samples.draft(id);
        Review review = Review.NONE.heldBy(holder).withCalls(Collections.nCopies(missed,
            new CallAttempt(Samples.NOW, "sam", false, null, null, null, null)));
        Order order = draft.with(Application.EMPTY).with(review)
            .with(new Progress(OrderState.PRE_REVIEW, null, 1, Samples.NOW, DUE.plusSeconds(due)));
        orders.insert(order, Samples.entry(order, 1, OrderEvent.CREATED));
    }

    private List<String> queue(boolean riskFirst, String holder, Position after) {
        return orders.queue(new ReviewQuery(riskFirst, null, holder, after, 10)).stream().map(OrderSummary::id).toList();
    }

    @Test
    public void aLockShowsTheOrderAsAnybodyLastCommittedIt() {
        JdbcOrderStore otherNode = new JdbcOrderStore(database, new Samples.FakePersonalData());
        Order draft = Samples.draft("01");
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        Order second = draft.next(Samples.NOW.plusSeconds(1));
        otherNode.update(second, Samples.entry(second, 2, OrderEvent.EDITED));
        Order third = second.next(Samples.NOW.plusSeconds(2));
        database.call(() -> {
            assertEquals("not the first version, which it remembers", Optional.of(second), orders.lock("01"));
            assertEquals(2, orders.lastEntry("01").no());
            orders.update(third, Samples.entry(third, 3, OrderEvent.EDITED));
            assertEquals(3, orders.lastEntry("01").no());
            return null;
        });
        assertThrows(IllegalStateException.class, () -> database.call(() -> {
            Order fourth = third.next(Samples.NOW);
            orders.update(fourth, Samples.entry(fourth, 4, OrderEvent.EDITED));
            throw new IllegalStateException("rolled back");
        }));
        database.call(() -> {
            assertEquals(Optional.of(third), orders.lock("01"));
            assertEquals(3, orders.lastEntry("01").no());
            return null;
        });
        assertThrows("a lock would not last", IllegalStateException.class, () -> orders.lock("01"));
    }

    @Test
    public void refusesAHistoryEntryTwice() {
        Order draft = Samples.draft("01");
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        Order second = draft.next(Samples.NOW);
        assertThrows(RuntimeException.class, () -> orders.update(second, Samples.entry(second, 1, OrderEvent.EDITED)));
        assertEquals(1, orders.load("01").orElseThrow().version());
    }

    @Test
    public void storesNoPersonalDataInClear() {
        Order draft = Samples.draft("01").with(Samples.application(OrganizerNature.INDIVIDUAL, "张小明", "a.example"));
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        String document = database.first("select document from filing_order",
            row -> new String(row.getBytes(1), StandardCharsets.UTF_8)).orElseThrow();
        assertFalse(document.contains("13800000000"));
        assertEquals("张**", all().get(0).organizerName());
    }

    @Test
    public void listsNewestFirstAndPageByPage() {
        for (String id : List.of("01", "02", "03")) {
            Order draft = Samples.draft(id);
            orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        }
        assertEquals(List.of("03", "02"), ids(new OrderQuery("alice", OrderState.DRAFT, "440000", false, null, 2)));
        assertEquals(List.of("01"), ids(new OrderQuery(null, null, null, false, "02", 10)));
        assertEquals(List.of(), ids(new OrderQuery("bob", null, null, false, null, 10)));
        assertEquals(List.of("01"), ids(new OrderQuery(null, null, null, false, null, 10).among(List.of("01", "none"))));
        assertEquals(List.of(), ids(new OrderQuery(null, null, null, true, null, 10)));
        OrderSummary summary = all().get(0);
        assertEquals("深圳市示例科技有限公司", summary.organizerName());
        assertEquals("示例.example", summary.domain());
        assertEquals(Map.of(OrderState.DRAFT, 3L), orders.counts());
    }

    @Test
    public void findsOrdersByWhatTheyWaitFor() {
        Waiting waiting = new Waiting(Waiting.RULES_MISSING, "620000", Samples.text("waits"), Samples.NOW);
        Order order = Samples.draft("01").with(new Progress(OrderState.SUBMITTED, waiting, 1, Samples.NOW, null));
        orders.insert(order, Samples.entry(order, 1, OrderEvent.SUBMITTED));
        assertEquals(List.of("01"), orders.waiting(Waiting.RULES_MISSING, "620000", 10));
        assertEquals(List.of(), orders.waiting(Waiting.RULES_MISSING, "440000", 10));
        assertTrue(orders.anyAt("440000", List.of(OrderState.DRAFT, OrderState.SUBMITTED)));
        assertFalse(orders.anyAt("440000", List.of(OrderState.DRAFT)));
        assertFalse(orders.anyAt("310000", List.of(OrderState.SUBMITTED)));
        assertEquals(List.of("440000"), orders.authoritiesOf(List.of(OrderState.SUBMITTED)));
        assertEquals(List.of("01"), ids(new OrderQuery(null, null, null, true, null, 10)));
        Order on = order.with(new Progress(OrderState.PRE_REVIEW, null, 1, Samples.NOW, null)).next(Samples.NOW);
        orders.update(on, Samples.entry(on, 2, OrderEvent.RESUMED));
        assertEquals(List.of(), orders.waiting(Waiting.RULES_MISSING, "620000", 10));
        Order routed = Samples.in(on, OrderState.SMS_FAILED)
            .with(new Handover(7, Samples.NOW, Samples.NOW, null, null, "310000")).next(Samples.NOW);
        orders.update(routed, Samples.entry(routed, 3, OrderEvent.SMS_EXPIRED));
        assertTrue(orders.anyAt("310000", List.of(OrderState.SMS_FAILED)));
        assertFalse("its province's own account does not have it", orders.anyAt("440000", List.of(OrderState.SMS_FAILED)));
        assertEquals(List.of("01"), orders.smsFailedBefore("310000", Samples.NOW.plusSeconds(1)));
        assertEquals(List.of(), orders.smsFailedBefore("440000", Samples.NOW.plusSeconds(1)));
    }

    @Test
    public void anOrderThatAFormerVersionWroteIsAtItsProvincesAuthority() {
        Order order = Samples.in(Samples.draft("01"), OrderState.SMS_FAILED)
            .with(new Handover(7, Samples.NOW, Samples.NOW, null, null, null));
        orders.insert(order, Samples.entry(order, 1, OrderEvent.SMS_EXPIRED));
        database.update("update filing_order set authority_id = null");
        assertTrue(orders.anyAt("440000", List.of(OrderState.SMS_FAILED)));
        assertFalse(orders.anyAt("310000", List.of(OrderState.SMS_FAILED)));
        assertEquals(List.of("440000"), orders.authoritiesOf(List.of(OrderState.SMS_FAILED)));
        assertEquals(List.of("01"), orders.smsFailedBefore("440000", Samples.NOW.plusSeconds(1)));
    }

    @Test
    public void ordersAreFoundByTheirMarksAlone() {
        for (String id : List.of("01", "02")) {
            orders.insert(Samples.draft(id), Samples.entry(Samples.draft(id), 1, OrderEvent.CREATED));
        }
        orders.mark("01", Set.of("a", "b"));
        orders.mark("02", Set.of("a"));
        assertEquals(List.of("02", "01"), marked("a", 10));
        assertEquals(List.of("02"), marked("a", 1));
        orders.mark("02", Set.of("c"));
        assertEquals("of the last submission alone", List.of("01"), marked("a", 10));
        assertEquals(List.of("02"), marked("c", 10));
    }

    @Test
    public void proposedOverridesThatNobodyApprovedAreListed() {
        Order plain = Samples.draft("01");
        orders.insert(plain, Samples.entry(plain, 1, OrderEvent.CREATED));
        Clearance proposed = new Clearance("r", "/organizer", Severity.BLOCK, null, "00", "why", "sam", Samples.NOW, null, null);
        Order waiting = plain.with(plain.review().withClearances(List.of(proposed))).next(Samples.NOW);
        orders.update(waiting, Samples.entry(waiting, 2, OrderEvent.OVERRIDE_PROPOSED));
        assertEquals(List.of("01"), ids(new OrderQuery(null, null, null, false, null, 10).proposed(true)));
        Order approved = waiting.with(waiting.review().withClearances(List.of(new Clearance("r", "/organizer", Severity.BLOCK, null,
            "00", "why", "sam", Samples.NOW, "sue", Samples.NOW)))).next(Samples.NOW);
        orders.update(approved, Samples.entry(approved, 3, OrderEvent.OVERRIDE_APPROVED));
        assertEquals(List.of(), ids(new OrderQuery(null, null, null, false, null, 10).proposed(true)));
    }

    @Test
    public void knowsWhichOrderHoldsADomain() {
        Order draft = Samples.draft("01");
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        assertEquals("a draft holds nothing", Optional.empty(), orders.openOrderOfDomain("xn--fsq092h.example", "02"));
        Order submitted = Samples.in(draft, OrderState.PRE_REVIEW).next(Samples.NOW);
        orders.update(submitted, Samples.entry(submitted, 2, OrderEvent.SUBMITTED));
        assertEquals(Optional.of("01"), orders.openOrderOfDomain("xn--fsq092h.example", "02"));
        assertEquals(Optional.empty(), orders.openOrderOfDomain("xn--fsq092h.example", "01"));
        Order other = submitted.with(Samples.application(OrganizerNature.ENTERPRISE, "x", "B.Example")).next(Samples.NOW);
        orders.update(other, Samples.entry(other, 3, OrderEvent.EDITED));
        assertEquals(Optional.empty(), orders.openOrderOfDomain("xn--fsq092h.example", null));
        assertEquals(Optional.of("01"), orders.openOrderOfDomain("b.example", null));
        orders.hold("01", "certificate:a");
        orders.hold("01", "certificate:b");
        assertEquals("one of a kind", Optional.empty(), orders.holder("certificate:a"));
        assertEquals(Optional.of("01"), orders.holder("certificate:b"));
        Order done = Samples.in(other, OrderState.APPROVED).next(Samples.NOW);
        orders.update(done, Samples.entry(done, 4, OrderEvent.APPROVED));
        assertEquals(Optional.empty(), orders.openOrderOfDomain("b.example", null));
    }

    @Test
    public void ofTwoOrdersHandedInAtOnceForOneDomainTheLaterFindsTheOther() throws Exception {
        CyclicBarrier bothFoundNothing = new CyclicBarrier(2);
        List<CompletableFuture<Boolean>> both = new ArrayList<>();
        for (String id : List.of("01", "02")) {
            Order draft = Samples.draft(id);
            orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
            AtomicInteger tries = new AtomicInteger();
            both.add(CompletableFuture.supplyAsync(() -> database.call(() -> {
                Order locked = orders.lock(id).orElseThrow();
                boolean free = orders.openOrderOfDomain("xn--fsq092h.example", id).isEmpty();
                if (tries.getAndIncrement() == 0) {
                    await(bothFoundNothing);
                }
                if (free) {
                    move(locked, OrderState.PRE_REVIEW, OrderEvent.SUBMITTED);
                }
                return free;
            })));
        }
        assertEquals(1, both.stream().filter(CompletableFuture::join).count());
        assertEquals(Map.of(OrderState.DRAFT, 1L, OrderState.PRE_REVIEW, 1L), orders.counts());
    }

    @Test
    public void anOrderKeepsItsDomainWhileItIsCorrectedAndLetsItGoAtTheEnd() {
        Order first = Samples.draft("01");
        orders.insert(first, Samples.entry(first, 1, OrderEvent.CREATED));
        first = move(first, OrderState.PRE_REVIEW, OrderEvent.SUBMITTED);
        first = move(first, OrderState.RETURNED, OrderEvent.RETURNED);
        assertEquals(1L, held());
        Order typed = first.with(Samples.application(OrganizerNature.ENTERPRISE, "x", "b.example", "c.example"));
        first = move(typed, OrderState.RETURNED, OrderEvent.EDITED);
        assertEquals("what is only typed is not held", 0L, held());
        first = move(first, OrderState.PRE_REVIEW, OrderEvent.SUBMITTED);
        assertEquals(2L, held());
        first = move(first, OrderState.RETURNED, OrderEvent.RETURNED);
        first = move(first, OrderState.PRE_REVIEW, OrderEvent.SUBMITTED);
        assertEquals("what it held anyway it takes again", 2L, held());
        move(first, OrderState.APPROVED, OrderEvent.APPROVED);
        assertEquals(0L, held());
    }

    private long held() {
        return database.first("select count(*) from held_domain", row -> row.getLong(1)).orElseThrow();
    }

    private Order move(Order order, OrderState state, OrderEvent event) {
        Order next = Samples.in(order, state).next(Samples.NOW);
        orders.update(next, Samples.entry(next, (int) next.version(), event));
        return next;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void findsAnOrderBySubmissionsOfEveryRound() {
        long first = orders.nextSubmissionNo();
        long second = orders.nextSubmissionNo();
        assertTrue(second > first);
        Order draft = Samples.draft("01");
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        Order one = draft.with(new Handover(first, null, null, null, null, null)).next(Samples.NOW);
        orders.update(one, Samples.entry(one, 2, OrderEvent.PASSED));
        Order two = one.with(new Handover(second, null, null, null, null, null)).next(Samples.NOW);
        orders.update(two, Samples.entry(two, 3, OrderEvent.RESENT));
        assertEquals(Optional.of("01"), orders.bySubmission(first));
        assertEquals(Optional.of("01"), orders.bySubmission(second));
        assertEquals(Optional.empty(), orders.bySubmission(second + 1));
    }

    @Test
    public void namesOrdersWhoseSmsIsOverAndWhoseResultsAreNotKnown() {
        Order order = Samples.in(Samples.draft("01"), OrderState.SMS_FAILED)
            .with(new Handover(7, Samples.NOW, Samples.NOW, null, null, null));
        orders.insert(order, Samples.entry(order, 1, OrderEvent.SMS_EXPIRED));
        assertEquals(List.of("01"), orders.smsFailedBefore("440000", Samples.NOW.plusSeconds(1)));
        assertEquals(List.of(), orders.smsFailedBefore("440000", Samples.NOW.minusSeconds(1)));
        assertEquals(List.of(), orders.smsFailedBefore("620000", Samples.NOW.plusSeconds(1)));
        Order known = order.with(new Handover(7, Samples.NOW, Samples.NOW, Samples.NOW.plusSeconds(2), null, null)).next(Samples.NOW);
        orders.update(known, Samples.entry(known, 2, OrderEvent.EDITED));
        assertEquals(List.of(), orders.smsFailedBefore("440000", Samples.NOW.plusSeconds(1)));
    }

    @Test
    public void findsThePendingSmsVerificationsOfOneMinute() {
        Instant due = Samples.NOW;
        Order order = Samples.in(Samples.draft("01"), OrderState.SMS_PENDING).with(new Handover(7, due, due, null, null, null));
        orders.insert(order, Samples.entry(order, 1, OrderEvent.UPLOADED));
        assertEquals(List.of("01"), orders.smsPending(due.minusSeconds(60), due));
        assertEquals("the first bound is outside", List.of(), orders.smsPending(due, due.plusSeconds(60)));
        assertEquals(List.of(), orders.smsPending(due.minusSeconds(60), due.minusSeconds(1)));
        Order failed = Samples.in(order, OrderState.SMS_FAILED).next(due);
        orders.update(failed, Samples.entry(failed, 2, OrderEvent.SMS_EXPIRED));
        assertEquals(List.of(), orders.smsPending(due.minusSeconds(60), due));
    }

    @Test
    public void keepsVerdictsInOrder() {
        Verdict first = Samples.verdict(60);
        Verdict second = Samples.verdict(2);
        orders.addVerdict("01", 1, first);
        orders.addVerdict("01", 2, second);
        assertEquals(List.of(first, second), orders.verdicts("01"));
        int size = database.first("select document from verdict order by id limit 1", row -> row.getBytes(1).length).orElseThrow();
        assertTrue("60 outcomes take " + size + " bytes", size < 4000);
    }

    private List<OrderSummary> all() {
        return orders.list(new OrderQuery(null, null, null, false, null, 100));
    }

    private List<String> marked(String mark, int limit) {
        return orders.marked(mark, limit).stream().map(OrderSummary::id).toList();
    }

    private List<String> ids(OrderQuery query) {
        return orders.list(query).stream().map(OrderSummary::id).toList();
    }
}
