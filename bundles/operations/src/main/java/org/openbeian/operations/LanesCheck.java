package org.openbeian.operations;

import java.time.Clock;
import java.time.Duration;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether effects go out: lanes that are paused or lag, effects that gave up. Never takes the server out of service. */
@Component(property = {HealthCheck.NAME + "=" + Checks.LANES, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=1000"})
public final class LanesCheck implements HealthCheck {

    private static final int SHOWN = 20;

    private final Lanes lanes;
    private final Clock clock;
    private final Settings settings;

    /**
     * With the lanes and the clock, if they are there.
     *
     * @param lanes the lanes, or null
     * @param clock the server's clock, or null
     * @param settings knows from when on a lane lags
     */
    @Activate
    public LanesCheck(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) Lanes lanes,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) Clock clock,
            @Reference Settings settings) {
        this.lanes = lanes;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (lanes == null || clock == null) {
            log.warn("The service {} is not there", lanes == null ? "Lanes" : "Clock");
            return new Result(log);
        }
        try {
            long open = 0;
            for (LaneStatus lane : lanes.lanes()) {
                open += lane.open();
                judge(lane, log);
            }
            for (EffectFailure failure : lanes.failures(SHOWN)) {
                if (failure.gaveUp()) {
                    log.warn("Effect {} ({} of order {}) gave up: {}; beian:effect-retry or beian:effect-skip",
                            failure.effect().id(), failure.effect().kind(), failure.effect().orderId(), failure.cause());
                }
            }
            log.info("{} effects are open", open);
        } catch (StoreUnavailable unavailable) {
            log.warn("The lanes cannot be read while the database does not answer");
        }
        return new Result(log);
    }

    private void judge(LaneStatus lane, FormattingResultLog log) {
        if (lane.pausedReason() != null) {
            log.warn("Lane {} is paused with {} open effects: {}", lane.name(), lane.open(), lane.pausedReason());
        }
        if (lane.gaveUp() > 0) {
            log.warn("Lane {} holds {} effects that gave up", lane.name(), lane.gaveUp());
        }
        Duration age = lane.oldest() == null ? Duration.ZERO : Duration.between(lane.oldest(), clock.instant());
        if (age.compareTo(settings.lag()) > 0) {
            log.warn("Lane {} lags: its oldest effect waits for {} s", lane.name(), age.toSeconds());
        }
    }
}
