package org.openbeian.api.audit;

/**
 * What an entry of the audit's chain was once known to be. Kept outside the server, it proves later that nothing up to that
 * entry was cut off, altered, moved or put in.
 *
 * @param no number of the entry
 * @param hash its hash
 */
public record AuditProof(long no, String hash) {
}
