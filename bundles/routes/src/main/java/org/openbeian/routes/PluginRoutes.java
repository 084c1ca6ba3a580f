package org.openbeian.routes;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.openbeian.core.plugin.PluginsById;
import org.osgi.framework.ServiceReference;
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
 * when it goes. Of two that want the same route or endpoint, such as two versions of one channel, those of the higher bundle
 * version are used, and the others when it leaves. One that cannot be added costs a line in the log.
 */
@Component(service = PluginRoutes.class, immediate = true)
public final class PluginRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(PluginRoutes.class);

    /** A service of one bundle brings routes of many names: they are not told apart by an id. */
    private static final String ID = "routes";

    private final RouteSet routes;
    private final LaneWaker waker;
    private final PluginsById<RoutesBuilder> present = new PluginsById<>();
    private final Map<RoutesBuilder, Set<String>> used = new IdentityHashMap<>();

    /** Without plugins. */
    @Activate
    public PluginRoutes(@Reference CamelContext context, @Reference LaneWaker waker) {
        this.routes = new RouteSet(context);
        this.waker = waker;
    }

    /** A plugin came. */
    @Reference(service = RoutesBuilder.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addPlugin(ServiceReference<RoutesBuilder> reference, RoutesBuilder plugin) {
        present.add(reference, ID, plugin);
        FilingContext.withCamelLoader(this::settle);
    }

    synchronized void removePlugin(ServiceReference<RoutesBuilder> reference) {
        present.remove(reference);
        FilingContext.withCamelLoader(this::settle);
    }

    @Deactivate
    synchronized void close() {
        routes.removeAll();
    }

    /** The highest come first, and take what they want from those below them. */
    private void settle() {
        Map<RoutesBuilder, Set<String>> wanted = new IdentityHashMap<>();
        Set<String> taken = new HashSet<>();
        List<RoutesBuilder> builders = present.all().stream().map(PluginsById.Entry::service).toList();
        for (RoutesBuilder builder : builders) {
            Set<String> wants = used.containsKey(builder) ? used.get(builder) : wants(builder);
            if (wants != null && Collections.disjoint(taken, wants)) {
                taken.addAll(wants);
                wanted.put(builder, wants);
            }
        }
        List.copyOf(used.keySet()).stream().filter(builder -> !wanted.containsKey(builder)).forEach(this::drop);
        builders.stream().filter(builder -> wanted.containsKey(builder) && !used.containsKey(builder))
            .forEach(builder -> use(builder, wanted.get(builder)));
    }

    private Set<String> wants(RoutesBuilder builder) {
        try {
            return routes.wants(builder);
        } catch (Exception e) {
            tell(builder, e);
            return null;
        }
    }

    private void use(RoutesBuilder builder, Set<String> wants) {
        try {
            Set<String> starts = routes.add(builder, builder);
            used.put(builder, wants);
            LOG.info("Routes from {} added", starts);
            starts.stream().filter(start -> start.startsWith(Channels.DIRECT))
                .forEach(start -> waker.wakeChannel(start.substring(Channels.DIRECT.length())));
        } catch (Exception e) {
            tell(builder, e);
        }
    }

    private void drop(RoutesBuilder builder) {
        used.remove(builder);
        routes.remove(builder);
    }

    private static void tell(RoutesBuilder builder, Exception e) {
        LOG.error("The routes of {} cannot be added: {}", builder.getClass().getName(), e.toString());
        LOG.debug("The routes of {} cannot be added", builder.getClass().getName(), e);
    }
}
