package org.openbeian.core.rules;

import java.util.List;
import org.openbeian.api.plugin.PluginStatus;

/** The resource types and checks written in Java. Thread-safe. */
public interface JavaPlugins {

    /** Every one that is installed. */
    List<PluginStatus> plugins();

    /** Lets the quarantined ones of a bundle be called again; false when there are none. */
    boolean release(String bundle, String version);
}
