package org.openbeian.core.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.store.SettingsStore;

/** Small values in memory. */
public final class MemorySettings implements SettingsStore {

    private final Map<String, String> values = new HashMap<>();

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public void put(String name, String value) {
        values.put(name, value);
    }
}
