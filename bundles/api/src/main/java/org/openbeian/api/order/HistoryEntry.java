package org.openbeian.api.order;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of an order's append-only history. Entries of one order form a hash chain; they hold no personal data in
 * clear.
 *
 * @param orderId id of the order
 * @param no number of the entry in its order, from 1 without gaps
 * @param at when it happened
 * @param actor account that acted, or {@code system}, or {@code authority}
 * @param event what happened
 * @param from state before, null for the first entry
 * @param to state after
 * @param reason why, or null
 * @param details further facts by name; never null, sorted by name when hashed
 * @param previousHash hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 over all other components, lower-case hexadecimal
 */
public record HistoryEntry(String orderId, int no, Instant at, String actor, OrderEvent event, OrderState from,
        OrderState to, String reason, Map<String, String> details, String previousHash, String hash) {

    /** Copies the map; null becomes empty. */
    public HistoryEntry {
        details = details == null ? Map.of() : Map.copyOf(details);
    }
}
