package org.openbeian.api.store;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Small values that must survive a restart, by name. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface SettingsStore {

    /** The value, if set. */
    Optional<String> get(String name);

    /** Sets a value. */
    void put(String name, String value);
}
