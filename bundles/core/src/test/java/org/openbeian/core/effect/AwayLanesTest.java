package org.openbeian.core.effect;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.core.message.ReceiptBook;
import org.openbeian.testkit.Requirement;

/** What becomes of what waits for a channel that is away. */
@Requirement({"W-07", "Q-14"})
public class AwayLanesTest extends ChannelLaneFixture {

    /** The bundle is away, its messages wait with their lane paused, the server is restarted, and the bundle does not come. */
    @Test
    public void whileTheServerStartsNothingLeavesForItsNextWayAndNothingIsForgotten() {
        post.there = false;
        post.ready.add("second");
        put(effect("email", Map.of("then", "second")));
        lane.run(LANE);
        assertEquals(Map.of(LANE, clock.instant().plusSeconds(600)), tasks.of(LaneTask.NAME));
        clock.pass(Duration.ofHours(2));
        missing = new Missing(lanes, Duration.ofHours(1));
        lane = lane();
        assertEquals(Optional.of(clock.instant().plusSeconds(1)), lane.run(LANE));
        assertTrue(lanes.withKey("k1>second").isEmpty());
        assertEquals("it stays due", List.of(LANE), lanes.dueLanes(clock.instant()));
        missing = new Missing(lanes, Duration.ZERO);
        lane = lane();
        lane.run(LANE);
        assertTrue(lanes.withKey("k1>second").isPresent());
    }

    @Test
    public void aNextWayThatIsNotReadyIsLookedForEachMinute() {
        post.there = false;
        put(effect("email", Map.of("then", "second")));
        lane.run(LANE);
        clock.pass(Duration.ofMinutes(10));
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.of(clock.instant().plusSeconds(60)), lane.run(LANE));
            clock.pass(Duration.ofMinutes(1));
        }
        post.ready.add("second");
        lane.run(LANE);
        assertTrue(lanes.withKey("k1>second").isPresent());
    }

    @Test
    public void howeverManyWaitAllThatCanLeaveDo() {
        post.there = false;
        put(600);
        for (int i = 0; i < 1200; i++) {
            put(new Effect(0, LANE, "message", "order-x", "with-" + i, Map.of("then", "second"), 0, clock.instant(), clock.instant()));
        }
        lane.run(LANE);
        post.ready.add("second");
        clock.pass(Duration.ofMinutes(10));
        assertEquals("a part in each transaction", Optional.of(clock.instant()), lane.run(LANE));
        int left = transactions.call(() -> lanes.open(LANE, 0, 5000)).size();
        assertTrue("" + left, left > 600 && left < 1800);
        assertNull("no pause in between", lanes.paused(LANE));
        assertEquals(Optional.empty(), lane.run(LANE));
        assertTrue(lanes.withKey("with-1199>second").isPresent());
        assertEquals("those without a way wait", 600, transactions.call(() -> lanes.open(LANE, 0, 5000)).size());
    }

    @Test
    public void aNewMessageDoesNotMakeTheLaneBeReadAgain() {
        post.there = false;
        put(1000);
        lane.run(LANE);
        int reads = lanes.reads();
        for (int i = 0; i < 50; i++) {
            put(1);
            lane.run(LANE);
        }
        assertEquals(reads, lanes.reads());
        assertEquals("nothing of it ever leaves", Map.of(), tasks.of(LaneTask.NAME));
        post.there = true;
        while (lanes.open() > 0) {
            lane.run(LANE);
        }
        assertEquals(1050, post.sent.size());
    }

    /** As long as there are channels that stand in for each other, what is told may have a next way. */
    @Test
    public void aNewMessageWithANextWayIsSeenInTimeAllTheSame() {
        post.kind = AddressKind.MOBILE;
        post.there = false;
        post.ready.add("second");
        put(1);
        lane.run(LANE);
        assertEquals(Map.of(), tasks.of(LaneTask.NAME));
        int reads = lanes.reads();
        clock.pass(Duration.ofMinutes(3));
        put(effect("email", Map.of("then", "second")));
        lane.run(LANE);
        lane.run(LANE);
        assertEquals(reads, lanes.reads());
        Instant look = clock.instant().plus(Duration.ofMinutes(7));
        assertEquals(Map.of(LANE, look), tasks.of(LaneTask.NAME));
        clock.set(look);
        assertEquals("not yet", Optional.of(look.plus(Duration.ofMinutes(3))), lane.run(LANE));
        clock.pass(Duration.ofMinutes(3));
        lane.run(LANE);
        assertTrue(lanes.withKey("k1>second").isPresent());
    }

    /** Each is kept for three days from when the channel left or it was told; then a record and the list of failures say so. */
    @Test
    public void whatIsKeptForAChannelThatLeftEnds() {
        put(new Effect(0, LANE, "message", "order-1", "old", Map.of("account", "alice", "message", "received"), 0, clock.instant(),
            clock.instant()));
        put(effect("email", Map.of("then", "second", "message", "blocked")));
        put(new Effect(0, LANE, ReceiptBook.WATCH, "order-1", "w", Map.of("of", "unknown", "then", "second"), 0, clock.instant(),
            clock.instant()));
        clock.pass(Duration.ofHours(5));
        long[] real = new long[1];
        lane.nanos = () -> real[0];
        channels.removeChannel(reference);
        post.there = false;
        lane.run(LANE);
        assertEquals("no virtual clock runs ahead to what may never be", Map.of(), tasks.of(LaneTask.NAME));
        assertEquals(Map.of(LANE, clock.instant().plusSeconds(60)), tasks.of(AwayTask.NAME));
        clock.pass(Duration.ofHours(71));
        put(new Effect(0, LANE, "message", "order-2", "young", Map.of(), 0, clock.instant(), clock.instant()));
        lane.run(LANE);
        assertEquals(4, lanes.open());
        clock.pass(Duration.ofHours(1));
        lane.run(LANE);
        assertEquals("nor does it end what is replaced in a minute", 4, lanes.open());
        real[0] = Duration.ofMinutes(10).toNanos();
        clock.pass(Duration.ofMinutes(1));
        assertEquals(Optional.of(clock.instant().plus(Duration.ofHours(71)).minus(Duration.ofMinutes(1))), lane.run(LANE));
        assertEquals(1, lanes.open());
        assertEquals(List.of("old", "k1"), lanes.failures(10).stream().filter(EffectFailure::gaveUp).map(failure -> failure.effect().key())
            .toList());
        assertEquals(List.of("received", "blocked"), deliveries.stream().map(delivery -> delivery.message()).toList());
        assertEquals(DeliveryResult.Status.GONE, deliveries.get(0).result().status());
        assertEquals("alice", deliveries.get(0).account());
        channels.addChannel(reference, post);
        post.there = true;
        lane.run(LANE);
        assertNull(lanes.paused(LANE));
        assertEquals(List.of("young"), post.sent.stream().map(OutgoingMessage::key).toList());
    }

    @Test
    public void atItsEndItGoesItsNextWayIfThereIsOneByThen() {
        put(effect("email", Map.of("then", "second")));
        channels.removeChannel(reference);
        post.there = false;
        lane.run(LANE);
        post.ready.add("second");
        clock.pass(Duration.ofHours(72));
        lane.run(LANE);
        assertTrue(lanes.withKey("k1>second").isPresent());
        assertEquals(List.of(), lanes.failures(10));
    }

    @Test
    public void aPauseOfTheOperatorKeepsWhatWaits() {
        post.there = false;
        post.ready.add("second");
        put(effect("email", Map.of("then", "second")));
        transactions.run(() -> lanes.setPaused(LANE, "paused by olga: maintenance"));
        clock.pass(Duration.ofHours(1));
        assertEquals(Optional.empty(), lane.run(LANE));
        assertTrue(lanes.withKey("k1>second").isEmpty());
    }
}
