package org.openbeian.store.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.store.DataKeyStore.DataKey;

/**
 * Wrapped keys as last committed, for a minute: so long may another node still use a key that was destroyed elsewhere.
 * Thread-safe.
 */
final class RecentKeys {

    private static final int MOST = 4_000;
    private static final long KEPT_NANOS = 60_000_000_000L;

    private final Map<String, Recent> keys = new LinkedHashMap<>(64, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recent> eldest) {
            return size() > MOST;
        }
    };
    private long destroyed;

    private record Recent(DataKey key, long nanos) {
    }

    synchronized Optional<DataKey> find(String scope) {
        Recent recent = keys.get(scope);
        return recent == null || System.nanoTime() - recent.nanos() > KEPT_NANOS ? Optional.empty() : Optional.of(recent.key());
    }

    /** How many keys were destroyed so far; to be asked before a key is read from the database. */
    synchronized long destroyed() {
        return destroyed;
    }

    /** Remembers a committed key, unless one was destroyed since it was read. */
    synchronized void put(DataKey key, long destroyedWhenRead) {
        if (destroyed == destroyedWhenRead) {
            keys.put(key.scope(), new Recent(key, System.nanoTime()));
        }
    }

    synchronized void forget(String scope) {
        destroyed++;
        keys.remove(scope);
    }
}
