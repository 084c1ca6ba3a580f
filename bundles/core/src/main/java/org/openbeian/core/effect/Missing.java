package org.openbeian.core.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.EffectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane pauses itself while a plugin or its configuration is missing, so that it is never due in vain, and tries again
 * when it is woken. A pause by the operator is another matter and is never lifted here.
 */
public final class Missing {

    /** Name of the task that looks again. */
    static final String TASK = "lane-look";

    /** How long a lane waits at most before it looks again by itself. */
    public static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Missing.class);
    private static final String PREFIX = "waits for ";

    private Missing() {
    }

    /**
     * Locks a lane, lifting a pause of its own first.
     *
     * @return false when the operator paused it or another transaction holds it
     */
    public static boolean lock(EffectStore effects, String lane) {
        if (effects.lock(lane)) {
            return true;
        }
        if (!isSelfPaused(effects, lane)) {
            return false;
        }
        effects.setPaused(lane, null);
        return effects.lock(lane);
    }

    /**
     * Pauses a lane that holds effects because something is missing; to be called in a transaction.
     *
     * @param tasks takes the task that looks again
     * @param what what is missing and how to bring it, in English
     * @return when to look again, or empty when nothing waits
     */
    public static Optional<Instant> pause(EffectStore effects, DurableTasks tasks, String lane, String what,
            Instant now) {
        boolean before = isSelfPaused(effects, lane);
        if (!lock(effects, lane) || effects.head(lane, now, 1).isEmpty()) {
            return Optional.empty();
        }
        effects.setPaused(lane, PREFIX + what);
        if (!before) {
            LOG.warn("Lane {} {}{}", lane, PREFIX, what);
        }
        Instant again = now.plus(LOOK_AGAIN);
        tasks.ensure(TASK, lane, again);
        return Optional.of(again);
    }

    private static boolean isSelfPaused(EffectStore effects, String lane) {
        return effects.lanes().stream().filter(status -> status.name().equals(lane))
                .map(LaneStatus::pausedReason).anyMatch(reason -> reason != null && reason.startsWith(PREFIX));
    }
}
