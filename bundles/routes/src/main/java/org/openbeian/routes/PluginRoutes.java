package org.openbeian.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Routes that plugins contribute as {@link RoutesBuilder} services: added when the service comes, exactly those removed
 * when it goes. One that cannot be added, such as a second one for the same channel, costs a line in the log and is tried
 * again when another leaves.
 */
@Component(service = PluginRoutes.class, immediate = true)
public final class PluginRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(PluginRoutes.class);

    private final RouteSet routes;
    private final LaneWaker waker;
    private final List<RoutesBuilder> shadowed = new ArrayList<>();

    /** Without plugins. */
    @Activate
    public PluginRoutes(@Reference CamelContext context, @Reference LaneWaker waker) {
        this.routes = new RouteSet(context);
        this.waker = waker;
    }

    /** A plugin came. */
    @Reference(name = "plugin", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void add(RoutesBuilder plugin) {
        FilingContext.withCamelLoader(() -> {
            try {
                Set<String> starts = routes.add(plugin, plugin);
                LOG.info("Routes from {} added", starts);
                starts.stream().filter(start -> start.startsWith(Channels.DIRECT))
                    .forEach(start -> waker.wakeChannel(start.substring(Channels.DIRECT.length())));
            } catch (Exception e) {
                shadowed.add(plugin);
                LOG.error("The routes of {} cannot be added: {}", plugin.getClass().getName(), e.toString());
                LOG.debug("The routes of {} cannot be added", plugin.getClass().getName(), e);
            }
        });
    }

    synchronized void remove(RoutesBuilder plugin) {
        FilingContext.withCamelLoader(() -> routes.remove(plugin));
        shadowed.remove(plugin);
        List<RoutesBuilder> again = List.copyOf(shadowed);
        shadowed.clear();
        again.forEach(this::add);
    }

    @Deactivate
    void close() {
        routes.removeAll();
    }
}
