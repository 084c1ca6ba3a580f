package org.openbeian.core.fake;

import java.util.HashMap;
import java.util.Map;
import org.openbeian.api.store.BlobStore;

/** Bytes in memory. */
public final class MemoryBlobs implements BlobStore, MemoryTransactions.Undoable {

    private Map<String, byte[]> blobs = new HashMap<>();

    /** Joins the transactions. */
    public MemoryBlobs(MemoryTransactions transactions) {
        transactions.join(this);
    }

    @Override
    public Runnable checkpoint() {
        Map<String, byte[]> old = new HashMap<>(blobs);
        return () -> blobs = old;
    }

    @Override
    public void put(String id, String orderId, byte[] content) {
        blobs.put(id, content);
    }

    @Override
    public byte[] get(String id, String orderId) {
        return blobs.get(id);
    }

    @Override
    public void remove(String id) {
        blobs.remove(id);
    }

    /** How many there are. */
    public int size() {
        return blobs.size();
    }
}
