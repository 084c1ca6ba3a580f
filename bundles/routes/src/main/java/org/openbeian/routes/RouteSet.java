package org.openbeian.routes;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Routes by their owner: what an owner brought, and nothing else, goes when it leaves. Thread-safe. */
final class RouteSet {

    private static final Logger LOG = LoggerFactory.getLogger(RouteSet.class);
    private static final long DRAIN_SECONDS = 20;

    private final CamelContext context;
    private final Map<Object, Set<String>> routes = new IdentityHashMap<>();

    RouteSet(CamelContext context) {
        this.context = context;
    }

    /**
     * What only one may have: the ids of a builder's routes and the endpoints from which they start.
     *
     * @throws Exception when the builder cannot say what its routes are
     */
    Set<String> wants(RoutesBuilder builder) throws Exception {
        Set<String> wants = new HashSet<>();
        if (builder instanceof RouteBuilder own) {
            for (RouteDefinition route : own.configureRoutes(context).getRoutes()) {
                wants.add(context.getCamelContextExtension().normalizeUri(route.getEndpointUrl()).getUri());
                if (route.getId() != null) {
                    wants.add(route.getId());
                }
            }
        }
        return wants;
    }

    /**
     * Adds the routes of an owner, all or none.
     *
     * @return the endpoints from which the new routes start, such as {@code direct://channel.email}
     */
    Set<String> add(Object owner, RoutesBuilder builder) throws Exception {
        synchronized (context) {
            Set<String> before = ids();
            try {
                context.addRoutes(builder);
            } catch (Exception e) {
                remove(added(before));
                throw e;
            }
            Set<String> added = added(before);
            routes.put(owner, added);
            return context.getRoutes().stream().filter(route -> added.contains(route.getRouteId()))
                .map(route -> route.getEndpoint().getEndpointUri()).collect(Collectors.toSet());
        }
    }

    /** Removes the routes of an owner after what is under way in them is finished; nothing happens for a stranger. */
    void remove(Object owner) {
        synchronized (context) {
            Set<String> own = routes.remove(owner);
            if (own != null) {
                remove(own);
            }
        }
    }

    void removeAll() {
        synchronized (context) {
            List.copyOf(routes.keySet()).forEach(this::remove);
        }
    }

    private Set<String> ids() {
        Set<String> ids = new HashSet<>();
        context.getRoutes().forEach(route -> ids.add(route.getRouteId()));
        model().getRouteDefinitions().forEach(definition -> ids.add(definition.getRouteId()));
        return ids;
    }

    private Model model() {
        return context.getCamelContextExtension().getContextPlugin(Model.class);
    }

    private Set<String> added(Set<String> before) {
        Set<String> added = ids();
        added.removeAll(before);
        return added;
    }

    private void remove(Set<String> ids) {
        for (String id : ids) {
            try {
                context.getRouteController().stopRoute(id, DRAIN_SECONDS, TimeUnit.SECONDS);
                context.removeRoute(id);
                RouteDefinition left = model().getRouteDefinition(id);
                if (left != null) {
                    model().removeRouteDefinition(left);
                }
            } catch (Exception e) {
                LOG.warn("Route {} could not be removed: {}", id, e.toString());
            }
        }
    }

    /** Whether a route that starts at this endpoint runs. */
    static boolean runs(CamelContext context, String endpoint) {
        for (Route route : context.getRoutes()) {
            if (route.getEndpoint().getEndpointUri().equals(endpoint)) {
                return context.getRouteController().getRouteStatus(route.getRouteId()).isStarted();
            }
        }
        return false;
    }
}
