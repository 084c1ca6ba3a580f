package org.openbeian.core.effect;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.store.ChannelStore;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.core.message.ReceiptBook;
import org.openbeian.testkit.Requirement;

/** Receipts and the next way. */
@Requirement({"W-07", "Q-14"})
public class ChannelWaysTest extends ChannelLaneFixture {

    private static final String SECOND = "channel:second";

    @Test
    public void whatIsToWaitWaitsWithoutCountingAsAFailure() {
        put(1);
        waiting = clock.instant().plusSeconds(3600);
        lane.run(LANE);
        assertEquals(waiting, lanes.effect(1).notBefore());
        assertEquals(0, lanes.effect(1).attempts());
        assertEquals(List.of(), lanes.failures(10));
    }

    @Test
    public void pullingTheChannelOutAndInUnderAThousandMessagesLosesNoneAndRepeatsNone() {
        put(1000);
        for (int round = 0; lanes.open() > 0; round++) {
            post.there = round % 2 == 0;
            lane.run(LANE);
        }
        assertEquals(1000, post.sent.size());
        assertEquals(1000, post.sent.stream().map(OutgoingMessage::key).distinct().count());
        assertNull(lanes.paused(LANE));
    }

    @Test
    public void oneThatIsRefusedGoesItsNextWay() {
        put(effect("email", Map.of("then", "away,second,third:account")));
        post.ready.add("second");
        post.answers.put("1", DeliveryResult.refused("no such number"));
        lane.run(LANE);
        assertEquals(List.of(), lanes.failures(10));
        Effect next = lanes.withKey("k1>second").orElseThrow();
        assertEquals("channel:second", next.lane());
        assertEquals("third:account", next.data().get("then"));
        assertEquals("refused", DeliveryResult.Status.REFUSED, deliveries.get(0).result().status());
    }

    /** The mail's bundle is just replaced when the SMS is refused, or a receipt tells that it did not arrive, or none comes. */
    @Test
    public void aWayThatIsNotReadyThatMinuteIsTakenOnceItIs() {
        put(effect("email", Map.of("then", "second")));
        for (int i = 2; i <= 3; i++) {
            put(new Effect(0, LANE, "message", "order-" + i, "k" + i, Map.of("then", "second"), 0, clock.instant(), clock.instant()));
            post.answers.put("" + i, DeliveryResult.sent("ref-" + i, 1));
        }
        post.answers.put("1", DeliveryResult.refused("no such number"));
        lane.run(LANE);
        assertTrue(receipts.received("email", "ref-2", DeliveryResult.refused("UNDELIV")));
        lane.run(SECOND);
        clock.pass(Duration.ofMinutes(20));
        lane.run(LANE);
        lane.run(SECOND);
        assertEquals("they wait in its lane", 3, transactions.call(() -> lanes.open(SECOND, 0, 10)).size());
        post.ready.add("second");
        lane.run(SECOND);
        for (String key : List.of("k1", "k2", "k3")) {
            assertEquals(SECOND, lanes.withKey(key + ">second").orElseThrow(() -> new AssertionError(key)).lane());
        }
        assertEquals(List.of(), lanes.failures(10));
    }

    /** The channel of its lane is there and takes nothing in: a watch of a former version, in the lane of its own message. */
    @Test
    public void aWatchLooksForAWayForDaysAndNotForEver() {
        put(effect("email", Map.of()));
        post.answers.put("1", DeliveryResult.sent("ref-1", 1));
        lane.run(LANE);
        for (Map<String, String> data : List.of(Map.of("of", "k1", "then", "second"), Map.of("of", "k1", "failed", "true"))) {
            put(new Effect(0, LANE, ReceiptBook.WATCH, "order-1", "w" + data.size() + data.containsKey("failed"), data, 0, clock.instant(),
                clock.instant()));
        }
        Instant end = clock.instant().plus(Duration.ofHours(72));
        clock.set(end.minusSeconds(60));
        lane.run(LANE);
        assertEquals(2, lanes.open());
        clock.set(end);
        lane.run(LANE);
        assertEquals(0, lanes.open());
        assertEquals("what is known to have failed is listed, and no more", List.of("w2true"),
            lanes.failures(10).stream().map(failure -> failure.effect().key()).toList());
        assertTrue(lanes.failures(10).get(0).cause(), lanes.failures(10).get(0).cause().contains("k1, which did not arrive"));
    }

    /** A message that was sent days after it was told is watched as long as others. */
    @Test
    public void theTimeOfAWatchCountsFromWhenItsMessageWasSent() {
        put(effect("email", Map.of("then", "second")));
        clock.pass(Duration.ofDays(5));
        post.answers.put("1", DeliveryResult.sent("ref-1", 1));
        lane.run(LANE);
        clock.pass(Duration.ofMinutes(15));
        Effect watch = lanes.withKey("k1:receipt").orElseThrow();
        assertEquals(Optional.of(clock.instant().plusSeconds(60)), receipts.again(watch, clock.instant()));
    }

    /** The trimmer took the message away. */
    @Test
    public void aWatchWhoseMessageNobodyKnowsIsListedAtOnce() {
        post.answers.put("1", DeliveryResult.sent("ref-1", 1));
        put(new Effect(0, LANE, ReceiptBook.WATCH, "order-1", "w1", Map.of("of", "trimmed", "failed", "true"), 0, clock.instant(),
            clock.instant()));
        put(new Effect(0, LANE, ReceiptBook.WATCH, "order-2", "w2", Map.of("of", "arrived", "then", "second"), 0, clock.instant(),
            clock.instant()));
        kept.add(List.of(new DeliveryStore.Delivery("alice", "order-3", "m", "email", "-", "sent", 1, DeliveryResult.sent("ref-3", 1),
            clock.instant())));
        put(new Effect(0, LANE, ReceiptBook.WATCH, "order-3", "w3", Map.of("of", "sent", "then", "second"), 0, clock.instant(),
            clock.instant()));
        lane.run(LANE);
        assertEquals(0, lanes.open());
        assertEquals(List.of("w1", "w3"), lanes.failures(10).stream().map(failure -> failure.effect().key()).toList());
    }

    @Test
    public void oneWhoseNextWayLeftForGoodIsListed() {
        known.known.put("second", new ChannelStore.Known("second", NotificationChannel.AddressKind.EMAIL, "email", clock.instant()));
        lane = lane();
        long[] real = new long[1];
        lane.nanos = () -> real[0];
        put(effect("email", Map.of("then", "second", "message", "blocked")));
        post.answers.put("1", DeliveryResult.refused("no such number"));
        lane.run(LANE);
        lane.run(SECOND);
        real[0] = Duration.ofMinutes(10).toNanos();
        clock.pass(Duration.ofHours(71));
        lane.run(SECOND);
        assertEquals(1, lanes.open());
        clock.pass(Duration.ofHours(1));
        lane.run(SECOND);
        assertTrue(lanes.failures(10).get(0).cause(), lanes.failures(10).get(0).cause().contains("channel second left"));
        assertEquals(0, lanes.open());
        assertEquals(List.of(DeliveryResult.Status.REFUSED, DeliveryResult.Status.GONE),
            deliveries.stream().map(delivery -> delivery.result().status()).toList());
    }

    @Test
    public void oneThatCannotBeSentForLongGoesItsNextWay() {
        put(effect("email", Map.of("then", "second")));
        post.ready.add("second");
        post.answers.put("1", DeliveryResult.retryLater("no connection"));
        lane.run(LANE);
        assertTrue(lanes.withKey("k1>second").isEmpty());
        clock.pass(Duration.ofMinutes(10));
        lane.run(LANE);
        assertTrue(lanes.withKey("k1>second").isPresent());
        assertEquals("the message is with the other channel alone", 1, lanes.open());
    }

    @Test
    public void withoutAReceiptInTimeTheNextWayIsTakenEvenWhenTheChannelLeft() {
        put(effect("email", Map.of("then", "second")));
        post.ready.add("second");
        post.answers.put("1", DeliveryResult.sent("ref-1", 3));
        lane.run(LANE);
        assertEquals(3, deliveries.get(0).result().parts());
        post.there = false;
        clock.pass(Duration.ofMinutes(14));
        lane.run(SECOND);
        assertTrue(lanes.withKey("k1>second").isEmpty());
        clock.pass(Duration.ofMinutes(1));
        lane.run(SECOND);
        assertTrue(lanes.withKey("k1>second").isPresent());
    }

    @Test
    public void whatWaitsForAChannelThatLeftGoesItsNextWayInTime() {
        post.there = false;
        post.ready.add("second");
        put(effect("email", Map.of("then", "second")));
        put(new Effect(0, LANE, "message", "order-2", "k2", Map.of(), 0, clock.instant(), clock.instant()));
        lane.run(LANE);
        assertEquals("a task looks again, as the lane is paused", Map.of(LANE, clock.instant().plusSeconds(600)),
            tasks.of(LaneTask.NAME));
        clock.pass(Duration.ofMinutes(9));
        lane.run(LANE);
        assertTrue(lanes.withKey("k1>second").isEmpty());
        clock.pass(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), lane.run(LANE));
        assertEquals(SECOND, lanes.withKey("k1>second").orElseThrow().lane());
        assertTrue("the other has no way but this", lanes.paused(LANE).contains("channel email"));
        assertEquals(2, lanes.open());
        clock.pass(Duration.ofDays(4));
        post.there = true;
        lane.run(LANE);
        assertEquals(List.of("k2"), post.sent.stream().map(OutgoingMessage::key).toList());
    }

    /** One that was told at night or while its channel was away has not failed all that time. */
    @Test
    public void theTimeForTheNextWayCountsFromTheFirstFailure() {
        put(effect("email", Map.of("then", "second")));
        post.ready.add("second");
        post.answers.put("1", DeliveryResult.retryLater("no connection"));
        clock.pass(Duration.ofDays(4));
        lane.run(LANE);
        assertTrue(lanes.withKey("k1>second").isEmpty());
        assertEquals("nor is it too old", 1, lanes.open());
        clock.pass(Duration.ofMinutes(10));
        lane.run(LANE);
        assertTrue(lanes.withKey("k1>second").isPresent());
    }

    /** The provider's receipt comes before the batch is committed. */
    @Test
    public void aReceiptThatIsFasterThanTheBatchCounts() {
        put(effect("email", Map.of("then", "second")));
        post.ready.add("second");
        post.answers.put("1", DeliveryResult.sent("ref-1", 1));
        post.meanwhile = () -> assertFalse(receipts.received("email", "ref-1", DeliveryResult.delivered()));
        lane.run(LANE);
        assertEquals(List.of(DeliveryResult.Status.SENT, DeliveryResult.Status.DELIVERED),
            deliveries.stream().map(delivery -> delivery.result().status()).toList());
        assertEquals("nobody waits for it any more", 0, lanes.open());
    }

    /** A centre names a message 0xff when it takes it and 255 in its receipt, which comes too early. */
    @Test
    public void oneReceiptIsKeptOnceWhateverItsSpellings() {
        assertFalse(receipts.received("email", List.of("255", "ff", "FF", "597"), DeliveryResult.delivered()));
        assertEquals("one record, of the id as it came", List.of("email|255"), List.copyOf(kept.early.keySet()));
        post.answers.put("1", DeliveryResult.sent("FF", 1));
        put(1);
        lane.run(LANE);
        assertEquals(List.of(DeliveryResult.Status.SENT, DeliveryResult.Status.DELIVERED),
            deliveries.stream().map(delivery -> delivery.result().status()).toList());
        assertEquals(Map.of(), kept.early);
        clock.pass(Duration.ofSeconds(1));
        assertFalse(receipts.received("email", List.of("7"), DeliveryResult.refused("a stranger's")));
        clock.pass(Duration.ofMinutes(61));
        post.answers.put("2", DeliveryResult.sent("7", 1));
        put(new Effect(0, LANE, "message", "order-2", "k2", Map.of(), 0, clock.instant(), clock.instant()));
        lane.run(LANE);
        assertEquals("no later message takes a stranger's receipt", DeliveryResult.Status.SENT, deliveries.get(2).result().status());
        assertEquals(3, deliveries.size());
    }

    @Test
    public void aReceiptThatTellsOfNoEndIsPassedOverAndOneThatGoneIsAFailure() {
        put(effect("email", Map.of("then", "second")));
        post.ready.add("second");
        post.answers.put("1", DeliveryResult.sent("ref-1", 1));
        lane.run(LANE);
        for (DeliveryResult no : List.of(DeliveryResult.busy("too many"), DeliveryResult.retryLater("buffered"),
                DeliveryResult.sent("ref-1", 1), DeliveryResult.accepted("ref-1"))) {
            assertFalse(receipts.received("email", "ref-1", no));
        }
        assertEquals(Map.of(), kept.early);
        assertFalse("without a reference", receipts.received("email", (String) null, DeliveryResult.delivered()));
        assertFalse(receipts.received("email", List.of(" "), DeliveryResult.delivered()));
        assertTrue(receipts.received("email", "ref-1", DeliveryResult.gone("the number is not in use")));
        assertTrue(lanes.withKey("k1>second").isPresent());
        assertEquals("the watch is over", 1, lanes.open());
    }

    @Test
    public void aReceiptEndsTheWatchOrTellsOfAFailure() {
        put(effect("email", Map.of("then", "second")));
        post.ready.add("second");
        post.answers.put("1", DeliveryResult.sent("ref-1", 1));
        lane.run(LANE);
        assertFalse(receipts.received("email", "ref-2", DeliveryResult.delivered()));
        assertFalse(receipts.received("other", "ref-1", DeliveryResult.delivered()));
        assertTrue(receipts.received("email", "ref-1", DeliveryResult.delivered()));
        assertFalse("a second time", receipts.received("email", "ref-1", DeliveryResult.refused("UNDELIV")));
        assertEquals(0, lanes.open());
        assertEquals(List.of(DeliveryResult.Status.SENT, DeliveryResult.Status.DELIVERED),
            deliveries.stream().map(delivery -> delivery.result().status()).toList());
        put(new Effect(0, LANE, "message", "order-2", "k2", Map.of("then", "second"), 0, clock.instant(), clock.instant()));
        post.answers.put("2", DeliveryResult.sent("ref-3", 1));
        lane.run(LANE);
        assertTrue(receipts.received("email", "ref-3", DeliveryResult.refused("UNDELIV")));
        assertTrue(lanes.withKey("k2>second").isPresent());
        assertEquals("the watch is over", 1, lanes.open());
    }
}
