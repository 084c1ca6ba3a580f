package org.openbeian.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether effects go out and results come in: lanes that are paused or lag, effects that gave up, result files that could not
 * be applied. Never takes the server out of service.
 */
@Component(property = {HealthCheck.NAME + "=" + Checks.LANES, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=1000"})
public final class LanesCheck implements HealthCheck {

    private static final int SHOWN = 20;

    private final Settings settings;

    private final Present present;

    /**
     * With what is there.
     *
     * @param present what is there at the moment
     * @param settings what is configured
     */
    @Activate
    public LanesCheck(@Reference Present present, @Reference Settings settings) {
        this.present = present;
        this.settings = settings;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Lanes lanes = present.lanes;
        Clock clock = present.clock;
        if (lanes == null || clock == null) {
            log.warn("The service {} is not there", lanes == null ? "Lanes" : "Clock");
            return new Result(log);
        }
        try {
            long open = 0;
            for (LaneStatus lane : lanes.lanes()) {
                open += lane.open();
                judge(lane, clock.instant(), log);
            }
            for (EffectFailure failure : lanes.failures(SHOWN)) {
                if (failure.gaveUp()) {
                    log.warn("Effect {} ({} of order {}) gave up: {}; beian:effect-retry or beian:effect-skip",
                            failure.effect().id(), failure.effect().kind(), failure.effect().orderId(), failure.cause());
                }
            }
            for (OpenResult file : lanes.openResults()) {
                log.warn("Result file {} of authority {} could not be applied: {}; beian:result-dismiss settles it", file.name(),
                        file.authorityId(), file.reason());
            }
            log.info("{} effects are open", open);
        } catch (StoreUnavailable unavailable) {
            log.warn("The lanes cannot be read while the database does not answer");
        }
        return new Result(log);
    }

    private void judge(LaneStatus lane, Instant now, FormattingResultLog log) {
        if (lane.pausedReason() != null) {
            log.warn("Lane {} is paused with {} open effects: {}", lane.name(), lane.open(), lane.pausedReason());
        }
        if (lane.gaveUp() > 0) {
            log.warn("Lane {} holds {} effects that gave up", lane.name(), lane.gaveUp());
        }
        Duration age = lane.oldest() == null ? Duration.ZERO : Duration.between(lane.oldest(), now);
        if (age.compareTo(settings.lag()) > 0) {
            log.warn("Lane {} lags: its oldest effect waits for {} s", lane.name(), age.toSeconds());
        }
    }
}
