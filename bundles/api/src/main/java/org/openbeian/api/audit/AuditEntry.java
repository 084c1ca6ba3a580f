package org.openbeian.api.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of the audit. It holds no personal data beyond the account that acted and its network address.
 *
 * @param no number in the chain, from 1 without gaps; 0 while the entry is not sealed yet
 * @param at when it happened, in real time
 * @param account account that acted, or {@code system}
 * @param origin network address it came from, or {@code shell}, or {@code system}
 * @param action what was done, lower case with dots, such as {@code order.reveal}
 * @param objectKind kind of what it was done to, such as {@code order}; null when there is no object
 * @param objectId id of what it was done to, or null
 * @param reason why, in the words of who acted, or null
 * @param details further facts by name; never null
 * @param previousHash hash of the entry before, 64 zeros for the first; null while not sealed
 * @param hash SHA-256 over all other components but {@code no}, lower-case hexadecimal; null while not sealed
 */
public record AuditEntry(long no, Instant at, String account, String origin, String action, String objectKind,
        String objectId, String reason, Map<String, String> details, String previousHash, String hash) {

    /** Copies the details. */
    public AuditEntry {
        details = Map.copyOf(details);
    }
}
