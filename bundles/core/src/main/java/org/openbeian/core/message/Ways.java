package org.openbeian.core.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbeian.api.effect.Effect;

/**
 * The ways that a message goes one after the other: kept with its effect as {@code channel} or {@code channel:person}, separated
 * by commas.
 */
public final class Ways {

    static final String THEN = "then";
    static final String INSTEAD = "instead";

    private Ways() {
    }

    /** First the other channels of its kind, then mail to the account. */
    static String chain(List<String> others, List<String> mails) {
        return String.join(",", Stream.concat(others.stream(), mails.stream().limit(1).map(mail -> mail + ":" + Telling.ACCOUNT))
            .toList());
    }

    /** Whether there is another way after this one. */
    public static boolean hasNext(Effect effect) {
        return effect.data().containsKey(THEN);
    }

    /** The lane of the way after this one, be it ready or not; there must be one. */
    static String nextLane(Effect effect) {
        return "channel:" + effect.data().get(THEN).split("[,:]", 2)[0];
    }

    /**
     * The effect that takes the next way that is ready.
     *
     * @return empty when there is none
     */
    public static Optional<Effect> next(Effect effect, Channels channels, Instant now) {
        List<String> then = new ArrayList<>(Arrays.asList(effect.data().getOrDefault(THEN, "").split(",")));
        while (!then.isEmpty()) {
            String[] way = then.remove(0).split(":", 2);
            if (channels.isReady(way[0])) {
                Map<String, String> data = new TreeMap<>(effect.data());
                data.remove(THEN);
                if (!then.isEmpty()) {
                    data.put(THEN, String.join(",", then));
                }
                if (way.length > 1) {
                    data.put(Telling.PERSON, way[1]);
                }
                data.put(INSTEAD, effect.lane().substring(effect.lane().indexOf(':') + 1));
                return Optional.of(new Effect(0, "channel:" + way[0], effect.kind(), effect.orderId(), effect.key() + ">" + way[0],
                    data, 0, now, effect.createdAt()));
            }
        }
        return Optional.empty();
    }
}
