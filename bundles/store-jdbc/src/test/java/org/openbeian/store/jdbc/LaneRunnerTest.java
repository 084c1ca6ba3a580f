package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.openbeian.api.store.DurableTask;
import org.openbeian.testkit.Requirement;

@Requirement("W-07")
public class LaneRunnerTest {

    private final CountDownLatch never = new CountDownLatch(1);
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

    @Test
    public void channelsThatHangKeepNoUploadWaiting() throws Exception {
        LaneRunner runner = new LaneRunner(new ManualClock(Instant.EPOCH), StoreSettings.Values.DEFAULT,
            Map.of(LaneRunner.TASK, new Lanes()));
        for (int i = 0; i < 2 * StoreSettings.Values.DEFAULT.laneThreads(); i++) {
            runner.wake("channel:dead-" + i);
        }
        runner.wake("authority:440000");
        assertEquals("authority:440000", ran.poll(20, TimeUnit.SECONDS));
        Await.until("they hold no virtual clock up", () -> !runner.isBusy() && runner.isHeldUp("channel:dead-0"));
        assertFalse("an authority does", runner.isHeldUp("authority:440000"));
        never.countDown();
        runner.stop();
    }

    @Test
    public void aChannelThatHangsKeepsNoOtherWaiting() throws Exception {
        LaneRunner runner = new LaneRunner(new ManualClock(Instant.EPOCH), StoreSettings.Values.DEFAULT,
            Map.of(LaneRunner.TASK, new Lanes()));
        for (int i = 0; i < 15; i++) {
            runner.wake("channel:dead-" + i);
        }
        runner.wake("channel:quick");
        assertEquals("channel:quick", ran.poll(20, TimeUnit.SECONDS));
        never.countDown();
        runner.stop();
    }

    /** Dead channels never answer. */
    private final class Lanes implements DurableTask {

        @Override
        public String name() {
            return LaneRunner.TASK;
        }

        @Override
        public boolean machine() {
            return true;
        }

        @Override
        public Optional<Instant> run(String lane) {
            if (lane.startsWith("channel:dead")) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } else {
                ran.add(lane);
            }
            return Optional.empty();
        }
    }
}
