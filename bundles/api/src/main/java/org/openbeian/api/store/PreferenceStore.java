package org.openbeian.api.store;

import java.util.Optional;
import org.openbeian.api.channel.Preferences;
import org.osgi.annotation.versioning.ProviderType;

/** What accounts and persons chose about messages. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface PreferenceStore {

    /**
     * What was chosen.
     *
     * @param account account in whose orders it counts; empty for everywhere
     * @param person mark of a person's address; empty for the account itself
     */
    Optional<Preferences> find(String account, String person);

    /** Replaces what was chosen; {@link Preferences#NONE} removes it. */
    void put(String account, String person, Preferences preferences);
}
