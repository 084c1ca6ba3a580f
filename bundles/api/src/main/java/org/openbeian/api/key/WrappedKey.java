package org.openbeian.api.key;

/**
 * A key as it may be stored: encrypted by a master key.
 *
 * @param masterId id of the master key
 * @param bytes the encrypted key, in a form that only its vault reads
 */
public record WrappedKey(String masterId, byte[] bytes) {

    /** Names the master key only. */
    @Override
    public String toString() {
        return "WrappedKey[" + masterId + "]";
    }
}
