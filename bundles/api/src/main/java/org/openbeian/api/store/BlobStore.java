package org.openbeian.api.store;

import org.osgi.annotation.versioning.ProviderType;

/** Bytes of materials, protected by the port for personal data. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface BlobStore {

    /**
     * Stores bytes.
     *
     * @param id id of the material, new
     * @param orderId order it belongs to
     * @param content the bytes; not changed
     */
    void put(String id, String orderId, byte[] content);

    /** The bytes, or null when there are none. */
    byte[] get(String id, String orderId);

    /** Removes the bytes; nothing happens when there are none. */
    void remove(String id);
}
