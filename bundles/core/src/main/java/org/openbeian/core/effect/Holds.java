package org.openbeian.core.effect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** The {@link Hold} of each lane that has one. Thread-safe. */
@Component(service = Holds.class)
public final class Holds {

    private final Map<String, Hold> holds = new ConcurrentHashMap<>();

    /** The hold of a lane. */
    public Hold of(String lane) {
        return holds.computeIfAbsent(lane, key -> new Hold());
    }
}
