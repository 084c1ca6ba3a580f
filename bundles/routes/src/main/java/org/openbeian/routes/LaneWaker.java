package org.openbeian.routes;

import java.time.Clock;
import org.openbeian.api.store.DurableTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes a lane that waits for its channel. */
@Component(service = LaneWaker.class)
public final class LaneWaker {

    private static final Logger LOG = LoggerFactory.getLogger(LaneWaker.class);

    private final DurableTasks tasks;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public LaneWaker(@Reference DurableTasks tasks, @Reference Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Lets the lane of a channel run soon; never throws, as the lane also looks again by itself. */
    void wakeChannel(String id) {
        try {
            tasks.ensure("lane", "channel:" + id, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("The lane of channel {} could not be woken and will look again by itself: {}", id, e.toString());
        }
    }
}
