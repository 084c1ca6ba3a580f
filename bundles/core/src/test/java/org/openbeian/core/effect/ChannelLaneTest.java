package org.openbeian.core.effect;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.testkit.Requirement;

@Requirement({"W-07", "Q-14"})
public class ChannelLaneTest extends ChannelLaneFixture {

    @Test
    public void aBatchIsOneTransaction() {
        put(30);
        int before = transactions.commits();
        assertEquals(Optional.empty(), lane.run(LANE));
        assertEquals(1, transactions.commits() - before);
        assertEquals(30, post.sent.size());
        assertEquals(30, deliveries.size());
        assertEquals(0, lanes.open());
    }

    @Test
    public void aLongLaneIsDrainedInBatches() {
        put(120);
        assertEquals(Optional.of(clock.instant()), lane.run(LANE));
        assertEquals(50, post.sent.size());
        lane.run(LANE);
        assertEquals(Optional.empty(), lane.run(LANE));
        assertEquals(120, post.sent.size());
    }

    @Test
    public void addressesAreRecordedMasked() {
        put(1);
        lane.run(LANE);
        assertEquals("z***@example.com", deliveries.get(0).maskedAddress());
    }

    @Test
    public void oneThatFailsIsTriedAgainLaterAndHoldsNobodyUp() {
        put(3);
        post.answers.put("2", DeliveryResult.retryLater("mailbox full"));
        lane.run(LANE);
        assertEquals(1, lanes.open());
        assertEquals(clock.instant().plusSeconds(30), lanes.effect(2).notBefore());
        clock.pass(Duration.ofSeconds(30));
        lane.run(LANE);
        assertEquals("the pause grows", clock.instant().plusSeconds(60), lanes.effect(2).notBefore());
        post.answers.clear();
        clock.pass(Duration.ofSeconds(60));
        lane.run(LANE);
        assertEquals(0, lanes.open());
        assertEquals("the key is the same", List.of("order-2:2", "order-2:2", "order-2:2"),
            post.sent.stream().map(OutgoingMessage::key).filter(key -> key.equals("order-2:2")).toList());
    }

    @Test
    public void oneThatIsRefusedGivesUpAndIsListed() {
        put(2);
        post.answers.put("1", DeliveryResult.refused("no such user"));
        lane.run(LANE);
        EffectFailure failure = lanes.failures(10).get(0);
        assertTrue(failure.gaveUp());
        assertEquals("refused: no such user", failure.cause());
        assertEquals(0, lanes.open());
    }

    @Test
    public void oneThatIsTooOldGivesUp() {
        put(1);
        post.answers.put("1", DeliveryResult.retryLater("mailbox full"));
        Instant start = clock.instant();
        while (lanes.open() > 0) {
            lane.run(LANE);
            clock.set(lanes.effect(1).notBefore().isAfter(clock.instant()) ? lanes.effect(1).notBefore() : clock.instant());
        }
        assertTrue(lanes.failures(10).get(0).gaveUp());
        long hours = Duration.between(start, clock.instant()).toHours();
        assertEquals(72, hours);
    }

    @Test
    public void aChannelThatBreaksOffLeavesTheRestForLater() {
        put(10);
        post.breaksAfter = 3;
        lane.run(LANE);
        assertEquals("the rest is told once why it waits", 10, deliveries.size());
        assertEquals(new DeliveryResult(DeliveryResult.Status.RETRY_LATER, "it is left alone"), deliveries.get(9).result());
        assertEquals(7, lanes.open());
        assertEquals("channel email: it is left alone", lanes.failures(10).get(0).cause());
        assertEquals(List.of(), transactions.call(() -> lanes.head(LANE, clock.instant(), 10)));
        post.breaksAfter = 0;
        clock.pass(Duration.ofSeconds(30));
        lane.run(LANE);
        assertEquals("and not again with each rest", 10, deliveries.size());
    }

    /** Its transport ends the batch after a second, without a failure. */
    @Test
    public void aSlowChannelCommitsAfterAWhileAndGoesOnAtOnce() {
        put(10);
        post.breaksAfter = 3;
        post.failure = null;
        int before = transactions.commits();
        assertEquals(Optional.of(clock.instant()), lane.run(LANE));
        assertEquals(1, transactions.commits() - before);
        assertEquals(3, deliveries.size());
        assertEquals("the others have not failed", List.of(), lanes.failures(10));
        for (int i = 0; lanes.open() > 0; i++) {
            assertTrue(i < 4);
            lane.run(LANE);
        }
        assertEquals(10, post.sent.stream().map(OutgoingMessage::key).distinct().count());
        assertEquals(10, post.sent.size());
    }

    /** The process is killed, or the database goes, after the other side took some of a batch: nobody knows which. */
    @Test
    public void aBatchThatIsCutOffIsRepeatedWithTheSameKeysAndLosesNothing() {
        put(5);
        post.meanwhile = () -> {
            if (post.sent.size() == 3) {
                throw new StoreUnavailable("cut off", null);
            }
        };
        assertThrows(StoreUnavailable.class, () -> lane.run(LANE));
        assertEquals("nothing of it is done", 5, lanes.open());
        assertEquals(List.of(), lanes.failures(10));
        List<String> first = post.sent.stream().map(OutgoingMessage::key).toList();
        post.meanwhile = () -> { };
        post.sent.clear();
        lane.run(LANE);
        List<String> keys = post.sent.stream().map(OutgoingMessage::key).toList();
        assertEquals("what was taken comes again with the same key", first, keys.subList(0, 3));
        assertEquals(List.of("order-1:1", "order-2:2", "order-3:3", "order-4:4", "order-5:5"), keys);
        assertEquals(0, lanes.open());
    }

    @Test
    public void whatWasNotTriedComesBeforeWhatFailedAgainAndAgain() {
        put(2);
        post.answers.put("1", DeliveryResult.retryLater("dead"));
        post.breaksAfter = 1;
        for (int i = 0; i < 8; i++) {
            lane.run(LANE);
            clock.set(lanes.effect(1).notBefore());
        }
        assertTrue(lanes.effect(2).notBefore().isBefore(lanes.effect(1).notBefore()));
    }

    @Test
    public void aMissingChannelPausesItsLaneUntilItComes() {
        put(2);
        post.there = false;
        lane.run(LANE);
        assertTrue(lanes.paused(LANE), lanes.paused(LANE).contains("org.openbeian.channel.email"));
        assertEquals("a virtual clock need not wait for it", List.of(), lanes.dueLanes(clock.instant()));
        assertEquals(List.of(LANE), missing.selfPaused());
        assertEquals(2, lanes.open());
        clock.pass(Duration.ofDays(30));
        post.there = true;
        lane.run(LANE);
        assertNull(lanes.paused(LANE));
        assertEquals("nothing was lost, however long it took", 2, post.sent.size());
    }

    @Test
    public void whileTheServerStartsALaneStaysDueSoThatNoVirtualClockRunsAway() {
        missing = new Missing(lanes, Duration.ofHours(1));
        lane = lane();
        put(1);
        post.there = false;
        assertEquals(Optional.of(clock.instant().plusSeconds(1)), lane.run(LANE));
        assertNull(lanes.paused(LANE));
        assertEquals(List.of(LANE), lanes.dueLanes(clock.instant()));
    }

    @Test
    public void aPauseOfTheOperatorHolds() {
        put(1);
        transactions.run(() -> lanes.setPaused(LANE, "paused by olga: maintenance"));
        lane.run(LANE);
        post.there = false;
        lane.run(LANE);
        assertEquals(0, post.sent.size());
        assertEquals("paused by olga: maintenance", lanes.paused(LANE));
    }

    @Test
    public void aMessageWithoutAReceiverIsDropped() {
        put(2);
        withoutAddress.add("order-1");
        lane.run(LANE);
        assertEquals(1, post.sent.size());
        assertEquals(0, lanes.open());
        assertEquals(List.of("dropped", "done"), outcomes);
    }

    @Test
    public void aMessageThatCannotBeRenderedHoldsNobodyUp() {
        put(3);
        unrenderable.add("order-2");
        lane.run(LANE);
        assertEquals(2, post.sent.size());
        assertEquals(1, lanes.open());
        assertTrue(lanes.failures(10).get(0).cause().contains("rendered"));
    }

    @Test
    public void oneThatBreaksItsTransactionStandsOut() {
        put(5);
        post.breaksTransaction = "3";
        lane.run(LANE);
        assertEquals(1, lanes.open());
        assertEquals(3, lanes.failures(10).get(0).effect().id());
        assertEquals("a text of the database may hold the message", "it failed here: IllegalStateException",
            lanes.failures(10).get(0).cause());
        assertEquals(4, deliveries.size());
    }

    /** It fails for long, and at last breaks its transaction: its next way takes it, and this one does not try it again. */
    @Test
    public void oneThatBreaksItsTransactionAndGoesItsNextWayIsDoneHere() {
        put(effect("email", Map.of("then", "second")));
        post.ready.add("second");
        post.answers.put("1", DeliveryResult.retryLater("no connection"));
        lane.run(LANE);
        clock.pass(Duration.ofMinutes(10));
        post.breaksTransaction = "1";
        lane.run(LANE);
        assertEquals("channel:second", lanes.withKey("k1>second").orElseThrow().lane());
        assertEquals(List.of(), transactions.call(() -> lanes.open(LANE, 0, 10)));
        assertEquals(1, lanes.open());
    }

    @Test
    public void aDatabaseThatIsAwayIsNobodysFault() {
        put(2);
        transactions.setDead(true);
        assertThrows(StoreUnavailable.class, () -> lane.run(LANE));
        transactions.setDead(false);
        assertEquals(0, lanes.effect(1).attempts());
    }
}
