package org.openbeian.api.audit;

import java.util.List;

/**
 * How far the check of hash chains came and what it found.
 *
 * @param chains how many chains were checked
 * @param entries how many entries they hold
 * @param faults what is wrong, each with the chain and the entry; at most 100; empty when all hold
 */
public record ChainReport(long chains, long entries, List<String> faults) {

    /** Copies the faults. */
    public ChainReport {
        faults = List.copyOf(faults);
    }
}
