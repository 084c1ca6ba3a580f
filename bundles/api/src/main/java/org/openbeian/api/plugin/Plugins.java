package org.openbeian.api.plugin;

import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** The plugins that are installed. Thread-safe. */
@ProviderType
public interface Plugins {

    /** Every plugin, by kind and id. */
    List<PluginStatus> plugins();

    /**
     * Lets a quarantined plugin be called again.
     *
     * @throws org.openbeian.api.order.Refusal of kind NOT_FOUND when none of that bundle and version is quarantined
     */
    void release(Actor actor, String bundle, String version);
}
