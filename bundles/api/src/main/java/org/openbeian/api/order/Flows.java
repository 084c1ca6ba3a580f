package org.openbeian.api.order;

import org.openbeian.api.model.FilingType;
import org.osgi.annotation.versioning.ProviderType;

/** Renders the ways of the filing types from the table that moves orders. Thread-safe. */
@ProviderType
public interface Flows {

    /** The way of a type, with the settings in force now. */
    Flow of(FilingType type);
}
