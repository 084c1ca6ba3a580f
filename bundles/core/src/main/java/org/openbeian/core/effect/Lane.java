package org.openbeian.core.effect;

import org.openbeian.api.effect.Stage;

/** Names of lanes. */
public final class Lane {

    /** Prefix of the lane of an authority; its id follows. */
    public static final String AUTHORITY = "authority:";

    /** Prefix of the lane of a channel; its id follows. */
    public static final String CHANNEL = "channel:";

    private Lane() {
    }

    /** Name of the stage that carries out the effects of a lane. */
    public static String stage(String lane) {
        return lane.startsWith(AUTHORITY) ? Stage.AUTHORITY_LANE : Stage.CHANNEL_LANE;
    }

    /** What follows the colon. */
    public static String id(String lane) {
        return lane.substring(lane.indexOf(':') + 1);
    }
}
