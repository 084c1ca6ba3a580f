package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;

/**
 * All that is kept of one order, with the proof that its history is whole.
 *
 * @param exportedAt when it was put together
 * @param order the order; its materials without their bytes, each with its digest
 * @param history everything that happened, oldest first; the entries form a hash chain
 * @param explanation why it was judged as it was
 * @param proof what the check of the chain gave
 */
public record CaseExport(Instant exportedAt, Order order, List<HistoryEntry> history, Explanation explanation, HistoryProof proof) {

    /** Copies the list. */
    public CaseExport {
        history = List.copyOf(history);
    }

    /**
     * The proof. Whoever keeps the last hash can tell later whether anything before it was changed: each entry's hash covers the one
     * before it.
     *
     * @param whole whether the chain holds from the first entry to the last, and nothing was cut off
     * @param fault what is wrong, or null
     * @param entries how many entries it has
     * @param lastHash hash of the last one
     */
    public record HistoryProof(boolean whole, String fault, int entries, String lastHash) {
    }
}
