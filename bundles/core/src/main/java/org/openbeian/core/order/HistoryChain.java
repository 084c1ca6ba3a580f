package org.openbeian.core.order;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;

/**
 * The hash chain of an order's history: each entry's hash is the SHA-256 of all its other components, the hash before
 * among them, each written as its length in UTF-8 bytes, a colon and its text, null as a hyphen.
 */
final class HistoryChain {

    static final String START = "0".repeat(64);

    private HistoryChain() {
    }

    /**
     * The next entry.
     *
     * @param last the entry before, or null for the first
     */
    static HistoryEntry next(HistoryEntry last, String orderId, Instant at, String actor, OrderEvent event, OrderState from,
            OrderState to, String reason, Map<String, String> details) {
        HistoryEntry open = new HistoryEntry(orderId, last == null ? 1 : last.no() + 1, at, actor, event, from, to, reason,
            details, last == null ? START : last.hash(), null);
        return new HistoryEntry(orderId, open.no(), at, actor, event, from, to, reason, details, open.previousHash(), hash(open));
    }

    /** What breaks the chain first, or empty when a whole history holds. */
    static Optional<String> verify(List<HistoryEntry> history) {
        String previous = START;
        int no = 1;
        for (HistoryEntry entry : history) {
            if (entry.no() != no) {
                return Optional.of("entry " + no + " is missing");
            }
            if (!entry.previousHash().equals(previous)) {
                return Optional.of("entry " + no + " does not follow the one before");
            }
            if (!entry.hash().equals(hash(entry))) {
                return Optional.of("entry " + no + " was changed");
            }
            previous = entry.hash();
            no++;
        }
        return Optional.empty();
    }

    private static String hash(HistoryEntry entry) {
        StringBuilder text = new StringBuilder(400);
        add(text, entry.orderId());
        add(text, entry.no());
        add(text, entry.at());
        add(text, entry.actor());
        add(text, entry.event());
        add(text, entry.from());
        add(text, entry.to());
        add(text, entry.reason());
        new TreeMap<>(entry.details()).forEach((name, value) -> {
            add(text, name);
            add(text, value);
        });
        add(text, entry.previousHash());
        return HexFormat.of().formatHex(Digests.sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(StringBuilder text, Object part) {
        if (part == null) {
            text.append('-');
        } else {
            String value = part instanceof Enum<?> constant ? constant.name() : part.toString();
            text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
        }
    }
}
