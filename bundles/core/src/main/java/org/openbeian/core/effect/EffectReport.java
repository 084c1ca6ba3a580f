package org.openbeian.core.effect;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the {@link EffectListener}s, whoever is there. Thread-safe. */
@Component(service = EffectReport.class)
public final class EffectReport {

    private static final Logger LOG = LoggerFactory.getLogger(EffectReport.class);

    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<EffectListener> listeners = List.of();

    /**
     * Without listeners.
     *
     * @param clock the server's clock
     */
    @Activate
    public EffectReport(@Reference Clock clock) {
        this.clock = clock;
    }

    /** A try of an effect ended. */
    public void tried(Effect effect, String outcome) {
        Duration lag = Duration.between(effect.createdAt(), clock.instant());
        for (EffectListener listener : listeners) {
            quietly(() -> listener.tried(effect.lane(), outcome, lag));
        }
    }

    /** A file was exchanged. */
    public void exchanged(String authorityId, String outcome) {
        for (EffectListener listener : listeners) {
            quietly(() -> listener.exchanged(authorityId, outcome));
        }
    }

    private static void quietly(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("A listener failed: {}", e.toString());
        }
    }
}
