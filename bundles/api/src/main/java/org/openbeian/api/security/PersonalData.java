package org.openbeian.api.security;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one port that all personal data passes on its way to and from the store: applications, verdicts, messages and
 * pictures. Encryption at rest sits behind it. Thread-safe.
 */
@ProviderType
public interface PersonalData {

    /**
     * Prepares data for the store.
     *
     * @param scope whose data it is, such as an order id; each scope has a key of its own, made on first use
     * @param clear the data; not changed
     * @return the bytes to store
     */
    byte[] protect(String scope, byte[] clear);

    /**
     * Data in the clear.
     *
     * @param scope whose data it is
     * @param data the data; not changed
     */
    record Clear(String scope, byte[] data) {
    }

    /** Prepares many data for the store, in their order: as {@link #protect(String, byte[])} of each, with few questions for keys. */
    default List<byte[]> protect(List<Clear> many) {
        return many.stream().map(one -> protect(one.scope(), one.data())).toList();
    }

    /**
     * Brings stored data back.
     *
     * @param scope the scope given when it was stored
     * @param stored the stored bytes
     * @return the data
     * @throws DataErased when the scope's key was destroyed
     * @throws IllegalStateException when the bytes are damaged or belong to another scope
     */
    byte[] reveal(String scope, byte[] stored);
}
