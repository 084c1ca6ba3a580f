package org.openbeian.security.crypt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openbeian.api.store.DataKeyStore;

/** Data keys in memory. */
final class MemoryKeys implements DataKeyStore {

    final Map<String, DataKey> keys = new TreeMap<>();

    @Override
    public Optional<DataKey> find(String scope) {
        return Optional.ofNullable(keys.get(scope));
    }

    @Override
    public DataKey add(DataKey key) {
        DataKey before = keys.putIfAbsent(key.scope(), key);
        return before == null ? key : before;
    }

    @Override
    public Optional<String> destroy(String scope) {
        return Optional.ofNullable(keys.remove(scope)).map(DataKey::id);
    }

    @Override
    public Map<String, Long> countByMaster() {
        return keys.values().stream().collect(Collectors.groupingBy(key -> key.wrapped().masterId(), TreeMap::new,
            Collectors.counting()));
    }

    @Override
    public List<DataKey> notUnder(String masterId, int limit) {
        return keys.values().stream().filter(key -> !key.wrapped().masterId().equals(masterId)).limit(limit).toList();
    }

    @Override
    public boolean rewrap(DataKey key) {
        return keys.replace(key.scope(), key) != null;
    }
}
