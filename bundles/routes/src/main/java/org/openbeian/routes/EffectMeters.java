package org.openbeian.routes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.effect.EffectListener;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meters of effects: {@code openbeian.effects} by lane and outcome, {@code openbeian.effect.lag} from the cause to the try,
 * {@code openbeian.exchange.files} by authority and outcome, and for each lane what is open, what gave up, and how old the
 * oldest is. The last three are refreshed four times a minute.
 */
@Component
public final class EffectMeters implements EffectListener {

    private static final Logger LOG = LoggerFactory.getLogger(EffectMeters.class);

    private final MeterRegistry meters;
    private final Lanes lanes;
    private final Clock clock;
    private final RouteSet routes;
    private final MultiGauge open;
    private final MultiGauge gaveUp;
    private final MultiGauge oldest;

    /** Starts the refreshing. */
    @Activate
    public EffectMeters(@Reference MeterRegistry meters, @Reference Lanes lanes, @Reference Clock clock,
            @Reference CamelContext context) throws Exception {
        this.meters = meters;
        this.lanes = lanes;
        this.clock = clock;
        this.routes = new RouteSet(context);
        this.open = MultiGauge.builder("openbeian.lane.open").register(meters);
        this.gaveUp = MultiGauge.builder("openbeian.lane.gave.up").register(meters);
        this.oldest = MultiGauge.builder("openbeian.lane.oldest").baseUnit("seconds").register(meters);
        routes.add(this, new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:lane-meters?period=15000").routeId("lane-meters").process(exchange -> refresh());
            }
        });
    }

    @Deactivate
    void close() {
        routes.removeAll();
    }

    @Override
    public void tried(String lane, String outcome, Duration lag) {
        meters.counter("openbeian.effects", "lane", lane, "outcome", outcome).increment();
        meters.timer("openbeian.effect.lag", "lane", lane).record(lag.isNegative() ? Duration.ZERO : lag);
    }

    @Override
    public void exchanged(String authorityId, String outcome) {
        meters.counter("openbeian.exchange.files", "authority", authorityId, "outcome", outcome).increment();
    }

    void refresh() {
        List<LaneStatus> now;
        try {
            now = lanes.lanes();
        } catch (RuntimeException e) {
            LOG.debug("Lanes cannot be read at the moment: {}", e.toString());
            return;
        }
        Instant instant = clock.instant();
        fill(open, now, LaneStatus::open);
        fill(gaveUp, now, LaneStatus::gaveUp);
        fill(oldest, now, lane -> lane.oldest() == null ? 0 : Duration.between(lane.oldest(), instant).toMillis() / 1000.0);
    }

    private static void fill(MultiGauge gauge, List<LaneStatus> lanes, ToDoubleFunction<LaneStatus> value) {
        gauge.register(lanes.stream().map(lane -> MultiGauge.Row.of(Tags.of("lane", lane.name()), value.applyAsDouble(lane)))
            .toList(), true);
    }
}
