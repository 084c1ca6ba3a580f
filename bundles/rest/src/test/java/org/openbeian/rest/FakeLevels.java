package org.openbeian.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.api.order.ServiceLevel.Split;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.order.ServiceLevels;
import org.openbeian.api.security.Actor;

/** One figure, and none of spans over 90 days. */
final class FakeLevels implements ServiceLevels {

    @Override
    public List<ServiceLevel> measure(Actor actor, Instant from, Instant until, Set<Stage> stages, Set<Split> apart) {
        return Duration.between(from, until).toDays() > 90 ? List.of() : List.of(new ServiceLevel(Stage.SMS,
                apart.contains(Split.PROVINCE) ? "440000" : null, apart.contains(Split.CHANNEL) ? "email" : null, 0, 24, 12, 1, 3600,
                90_000, 90_001));
    }
}
