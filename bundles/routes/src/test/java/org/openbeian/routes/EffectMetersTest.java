package org.openbeian.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;

public class EffectMetersTest {

    private final Metrics meters = new Metrics();
    private final FilingContext context = new FilingContext(meters);

    @After
    public void stop() {
        context.shutDown();
        meters.stop();
    }

    @Test
    public void outcomesAndLagAreMeasured() throws Exception {
        EffectMeters effects = new EffectMeters(meters, new OneLane(), Tasks.CLOCK, context);
        effects.tried("channel:email", "done", Duration.ofSeconds(3));
        effects.exchanged("440000", "accepted");
        effects.refresh();
        String scrape = meters.scrape();
        assertTrue(scrape, scrape.contains("openbeian_effects_total{lane=\"channel:email\",outcome=\"done\"} 1.0"));
        assertTrue(scrape, scrape.contains("openbeian_effect_lag_seconds_sum{lane=\"channel:email\"} 3.0"));
        assertTrue(scrape, scrape.contains("openbeian_exchange_files_total{authority=\"440000\",outcome=\"accepted\"} 1.0"));
        assertTrue(scrape, scrape.contains("openbeian_lane_open{lane=\"authority:440000\"} 7.0"));
        assertTrue(scrape, scrape.contains("openbeian_lane_gave_up{lane=\"authority:440000\"} 2.0"));
        assertTrue(scrape, scrape.contains("openbeian_lane_oldest_seconds{lane=\"authority:440000\"} 60.0"));
        effects.close();
        assertEquals(0, context.getRoutes().size());
    }

    private static final class OneLane implements Lanes {

        @Override
        public List<LaneStatus> lanes() {
            return List.of(new LaneStatus("authority:440000", null, 7, 2, Tasks.NOW.minusSeconds(60)));
        }

        @Override
        public List<EffectFailure> failures(int limit) {
            return List.of();
        }

        @Override
        public void pause(Actor actor, String lane, String reason) {
            throw new AssertionError("not used");
        }

        @Override
        public void resume(Actor actor, String lane) {
            throw new AssertionError("not used");
        }

        @Override
        public void retry(Actor actor, long effectId, String reason) {
            throw new AssertionError("not used");
        }

        @Override
        public void skip(Actor actor, long effectId, String reason) {
            throw new AssertionError("not used");
        }

        @Override
        public List<OpenResult> openResults() {
            throw new AssertionError("not used");
        }

        @Override
        public void dismissResult(Actor actor, String authorityId, String fileName, String reason) {
            throw new AssertionError("not used");
        }
    }
}
