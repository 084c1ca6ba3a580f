package org.openbeian.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.effect.Stage;
import org.openbeian.api.store.StoreUnavailable;

public class StagesTest {

    private final Metrics meters = new Metrics();
    private final FilingContext context = new FilingContext(meters);
    private final List<String> ran = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @After
    public void stop() {
        context.shutDown();
        meters.stop();
    }

    @Test
    public void everyStageRunsThroughItsRouteOnTheCallersThread() throws Exception {
        Stages stages = new Stages(context, stage("authority"), stage("channel"), stage("poll"), key -> Optional.empty());
        assertEquals(Optional.of(Instant.EPOCH), stages.run(Stage.AUTHORITY_LANE, "authority:440000"));
        stages.run(Stage.CHANNEL_LANE, "channel:email");
        stages.run(Stage.AUTHORITY_POLL, "440000");
        assertEquals(List.of("authority authority:440000", "channel channel:email", "poll 440000"), ran);
        assertTrue(threads.stream().allMatch(Thread.currentThread()::equals));
        assertTrue(meters.scrape(), meters.scrape().contains("routeId=\"" + Stage.AUTHORITY_LANE + "\""));
        stages.close();
        assertEquals(0, context.getRoutes().size());
    }

    @Test
    public void anEmptyAnswerStaysEmpty() throws Exception {
        Stage empty = key -> Optional.empty();
        assertEquals(Optional.empty(), new Stages(context, empty, empty, empty, empty).run(Stage.AUTHORITY_POLL, "440000"));
    }

    @Test
    public void aFailureComesBackAsItIs() throws Exception {
        StoreUnavailable away = new StoreUnavailable("away", null);
        Stage broken = key -> {
            throw away;
        };
        Stages stages = new Stages(context, broken, broken, broken, key -> Optional.empty());
        assertSame(away, assertThrows(StoreUnavailable.class, () -> stages.run(Stage.CHANNEL_LANE, "channel:email")));
    }

    @Test
    public void whatIsMissingIsLookedForByItself() throws Exception {
        CountDownLatch looked = new CountDownLatch(2);
        Stage empty = key -> Optional.empty();
        Stages stages = new Stages(context, empty, empty, empty, key -> {
            looked.countDown();
            throw new StoreUnavailable("away", null);
        });
        assertTrue("also after a failure", looked.await(20, TimeUnit.SECONDS));
        stages.close();
    }

    private Stage stage(String name) {
        return key -> {
            ran.add(name + " " + key);
            threads.add(Thread.currentThread());
            return Optional.of(Instant.EPOCH);
        };
    }
}
