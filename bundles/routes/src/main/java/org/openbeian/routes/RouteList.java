package org.openbeian.routes;

import java.util.Comparator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.openbeian.api.effect.DeployedRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the routes out of the one Camel context. */
@Component(service = DeployedRoutes.class)
public final class RouteList implements DeployedRoutes {

    private final CamelContext context;

    /** Created by Declarative Services. */
    @Activate
    public RouteList(@Reference CamelContext context) {
        this.context = context;
    }

    @Override
    public List<DeployedRoute> all() {
        return context.getRoutes().stream().sorted(Comparator.comparing(Route::getRouteId)).map(this::deployed).toList();
    }

    private DeployedRoute deployed(Route route) {
        return new DeployedRoute(route.getRouteId(), route.getEndpoint().getEndpointUri(),
            context.getRouteController().getRouteStatus(route.getRouteId()).isStarted());
    }
}
