package org.openbeian.api.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.key.WrappedKey;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The data keys, one per scope, each wrapped by a master key. Every method joins the caller's transaction. Keys that were
 * committed are remembered for a minute, so that reading one costs no question to the database. Thread-safe.
 */
@ProviderType
public interface DataKeyStore {

    /**
     * A data key.
     *
     * @param id 16 hexadecimal digits, never reused
     * @param scope whose data it protects
     * @param wrapped the key under a master key
     */
    record DataKey(String id, String scope, WrappedKey wrapped) {
    }

    /** The key of a scope, if it has one. */
    Optional<DataKey> find(String scope);

    /** Stores a new key unless the scope has one by now; returns the one that holds. */
    DataKey add(DataKey key);

    /** The keys of those scopes that have one, by scope. */
    default Map<String, DataKey> find(Collection<String> scopes) {
        Map<String, DataKey> found = new HashMap<>();
        scopes.forEach(scope -> find(scope).ifPresent(key -> found.put(scope, key)));
        return found;
    }

    /** Stores new keys as {@link #add(DataKey)} does each; returns those that hold, by scope. */
    default Map<String, DataKey> add(Collection<DataKey> keys) {
        Map<String, DataKey> hold = new HashMap<>();
        keys.forEach(key -> hold.put(key.scope(), add(key)));
        return hold;
    }

    /** Destroys the key of a scope and returns its id; empty when the scope has none. */
    Optional<String> destroy(String scope);

    /** How many keys each master key wraps, by its id. */
    Map<String, Long> countByMaster();

    /** Keys that another master key wraps, at most {@code limit}. */
    List<DataKey> notUnder(String masterId, int limit);

    /** Replaces the wrapping of a key; false when the key is gone. */
    boolean rewrap(DataKey key);
}
