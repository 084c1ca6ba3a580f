package org.openbeian.core.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.store.EffectStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane pauses itself while a plugin or its configuration is missing, so that it is never due in vain, and goes on when
 * what is missing comes. A pause by the operator is another matter and is never lifted here. All methods join the caller's
 * transaction. Thread-safe.
 */
@Component(service = Missing.class)
public final class Missing {

    private static final Logger LOG = LoggerFactory.getLogger(Missing.class);
    private static final String PREFIX = "waits for ";
    /** So long after the start, in real time, plugins and their configuration may still be on their way. */
    private static final Duration STARTING = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final EffectStore effects;
    private final long startedAt = System.nanoTime();
    private final Duration starting;

    /** Created by Declarative Services. */
    @Activate
    public Missing(@Reference EffectStore effects) {
        this(effects, STARTING);
    }

    /** With another time for the start. */
    public Missing(EffectStore effects, Duration starting) {
        this.effects = effects;
        this.starting = starting;
    }

    /**
     * Locks a lane, lifting a pause of its own first.
     *
     * @return false when the operator paused it or another transaction holds it
     */
    public boolean lock(String lane) {
        if (effects.lock(lane)) {
            return true;
        }
        if (!selfPaused().contains(lane)) {
            return false;
        }
        effects.setPaused(lane, null);
        return effects.lock(lane);
    }

    /**
     * Pauses a lane that holds effects because something is missing; while the server starts it stays due instead.
     *
     * @param what what is missing and how to bring it, in English
     * @return when to look again by itself, or empty when its coming will be noticed
     */
    public Optional<Instant> pause(String lane, String what, Instant now) {
        if (selfPaused().contains(lane) || !effects.lock(lane) || effects.head(lane, now, 1).isEmpty()) {
            return Optional.empty();
        }
        if (isStarting()) {
            return Optional.of(now.plus(SOON));
        }
        effects.setPaused(lane, PREFIX + what);
        LOG.warn("Lane {} {}{}", lane, PREFIX, what);
        return Optional.empty();
    }

    /** Whether the server starts, and what is missing may still be on its way. */
    public boolean isStarting() {
        return System.nanoTime() - startedAt < starting.toNanos();
    }

    /** The lanes that paused themselves. */
    public List<String> selfPaused() {
        return effects.paused().entrySet().stream().filter(lane -> isOwn(lane.getValue())).map(Map.Entry::getKey).toList();
    }

    /** Whether a lane paused itself, rather than the operator, by the reason of the pause. */
    static boolean isOwn(String reason) {
        return reason.startsWith(PREFIX);
    }
}
