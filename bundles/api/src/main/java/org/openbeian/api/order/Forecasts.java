package org.openbeian.api.order;

import org.openbeian.api.model.FilingType;
import org.osgi.annotation.versioning.ProviderType;

/** Expects how long filings take, from this server's own. Thread-safe. */
@ProviderType
public interface Forecasts {

    /**
     * How long a filing may be expected to take. An answer may be an hour old.
     *
     * @param provinceId province code, or null for all
     */
    Forecast of(FilingType type, String provinceId);
}
