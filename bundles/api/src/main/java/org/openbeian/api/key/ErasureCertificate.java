package org.openbeian.api.key;

import java.time.Instant;
import java.util.Map;

/**
 * The proof that personal data was erased. It holds none itself.
 *
 * @param id id of the certificate
 * @param at when, in real time
 * @param account account that did it
 * @param kind kind of what was erased
 * @param object id of it: of the order, the account, or the organizer's filing number
 * @param reason why, in the words of who did it
 * @param keys the destroyed keys: scope to key id
 * @param removed how many rows or files were removed besides, by kind
 * @param hash SHA-256 over all other components, lower-case hexadecimal
 */
public record ErasureCertificate(String id, Instant at, String account, ErasureKind kind, String object, String reason,
        Map<String, String> keys, Map<String, Long> removed, String hash) {

    /** Copies the maps. */
    public ErasureCertificate {
        keys = Map.copyOf(keys);
        removed = Map.copyOf(removed);
    }
}
