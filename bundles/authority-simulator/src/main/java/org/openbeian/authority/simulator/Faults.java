package org.openbeian.authority.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.openbeian.authority.simulator.control.Fault;

/** Which fault a call shall show, if any. Thread-safe. */
final class Faults {
    private final Map<Fault, Integer> ordered = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> shown = new EnumMap<>(Fault.class);
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

    synchronized Map<Fault, Integer> shown() {
        return new TreeMap<>(shown);
    }

    synchronized void clear() {
        ordered.clear();
        rate = 0;
    }

    /** Takes one ordered fault of those that apply, else a random one, which costs no real time, else none. */
    synchronized Fault next(Set<Fault> applicable) {
        Fault fault = chosen(applicable);
        if (fault != null) {
            shown.merge(fault, 1, Integer::sum);
        }
        return fault;
    }

    private Fault chosen(Set<Fault> applicable) {
        for (Fault fault : List.copyOf(ordered.keySet())) {
            if (applicable.contains(fault)) {
                return take(fault);
            }
        }
        if (rate == 0 || random.nextDouble() >= rate) {
            return null;
        }
        List<Fault> quick = applicable.stream().filter(fault -> fault != Fault.SLOW).sorted().toList();
        return quick.get(random.nextInt(quick.size()));
    }

    private Fault take(Fault fault) {
        ordered.computeIfPresent(fault, (key, left) -> left == 1 ? null : left - 1);
        return fault;
    }
}
