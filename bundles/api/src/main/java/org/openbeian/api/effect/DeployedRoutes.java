package org.openbeian.api.effect;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The Camel routes that are deployed at the moment, those of plugins among them. Thread-safe. */
@ProviderType
public interface DeployedRoutes {

    /** All, by id. */
    List<DeployedRoute> all();

    /**
     * A route.
     *
     * @param id its id
     * @param from endpoint that it starts from, such as {@code direct://channel.email}
     * @param started whether it runs
     */
    record DeployedRoute(String id, String from, boolean started) {
    }
}
