package org.openbeian.authority.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.openbeian.authority.simulator.control.Fault;

/** Which fault a call shall show, if any. Thread-safe. */
final class Faults {
    private static final List<Fault> RANDOM = List.of(Fault.LOST_ANSWER, Fault.LOST_CALL, Fault.BUSY, Fault.OTHER_ERROR);

    private final Map<Fault, Integer> ordered = new EnumMap<>(Fault.class);
    private double rate;
    private Random random = new Random(0);

    synchronized void inject(Fault fault, int times) {
        if (times < 1) {
            ordered.remove(fault);
        } else {
            ordered.put(fault, times);
        }
    }

    synchronized void randomly(double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the rate must be 0 to 1");
        }
        rate = share;
        random = new Random(seed);
    }

    synchronized Map<Fault, Integer> ordered() {
        return Map.copyOf(ordered);
    }

    synchronized void clear() {
        ordered.clear();
        rate = 0;
    }

    /** Takes one ordered fault of those that apply, else a random one, else none. */
    synchronized Fault next(Set<Fault> applicable) {
        for (Fault fault : List.copyOf(ordered.keySet())) {
            if (applicable.contains(fault)) {
                return take(fault);
            }
        }
        if (rate > 0 && random.nextDouble() < rate) {
            Fault fault = RANDOM.get(random.nextInt(RANDOM.size()));
            return applicable.contains(fault) ? fault : null;
        }
        return null;
    }

    private Fault take(Fault fault) {
        ordered.computeIfPresent(fault, (key, left) -> left == 1 ? null : left - 1);
        return fault;
    }
}
