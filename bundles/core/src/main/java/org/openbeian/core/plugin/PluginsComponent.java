package org.openbeian.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.plugin.PluginStatus.State;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.core.rules.JavaPlugins;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists rule bundles, resource types, checks, channels and gateways together. Thread-safe. */
@Component
public final class PluginsComponent implements Plugins {

    private static final Logger LOG = LoggerFactory.getLogger(PluginsComponent.class);

    private final RuleBooks books;
    private final JavaPlugins javaPlugins;

    private final PluginsById<NotificationChannel> channels = new PluginsById<>();
    private final PluginsById<AuthorityGateway> gateways = new PluginsById<>();

    /** Created by Declarative Services. */
    @Activate
    public PluginsComponent(@Reference RuleBooks books, @Reference JavaPlugins javaPlugins) {
        this.books = books;
        this.javaPlugins = javaPlugins;
    }

    @Reference(service = NotificationChannel.class, cardinality = ReferenceCardinality.MULTIPLE,
        policy = ReferencePolicy.DYNAMIC)
    void addChannel(ServiceReference<NotificationChannel> reference, NotificationChannel channel) {
        channels.add(reference, channel.id(), channel);
    }

    void removeChannel(ServiceReference<NotificationChannel> reference) {
        channels.remove(reference);
    }

    @Reference(service = AuthorityGateway.class, cardinality = ReferenceCardinality.MULTIPLE,
        policy = ReferencePolicy.DYNAMIC)
    void addGateway(ServiceReference<AuthorityGateway> reference, AuthorityGateway gateway) {
        gateways.add(reference, "authority", gateway);
    }

    void removeGateway(ServiceReference<AuthorityGateway> reference) {
        gateways.remove(reference);
    }

    @Override
    public List<PluginStatus> plugins() {
        List<PluginStatus> all = new ArrayList<>(javaPlugins.plugins());
        books.candidates().forEach(file -> all.add(PluginStatus.of("province", file.provinceId(), file.bundle(),
            file.bundleVersion(), State.valueOf(file.status().toUpperCase(Locale.ROOT)), file.reason())));
        add("channel", channels.all(), all);
        add("gateway", gateways.all(), all);
        all.sort(Comparator.comparing(PluginStatus::kind)
            .thenComparing(PluginStatus::id, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PluginStatus::bundle).thenComparing(PluginStatus::version));
        return List.copyOf(all);
    }

    @Override
    public void release(Actor actor, String bundle, String version) {
        if (!javaPlugins.release(bundle, version)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "plugin-not-quarantined",
                "no plugin of bundle " + bundle + " " + version + " is quarantined; beian:plugin-list shows those that are");
        }
        LOG.info("Plugin {} {} released from quarantine by {}", bundle, version, actor.account());
    }

    private static <T> void add(String kind, List<PluginsById.Entry<T>> usedFirst, List<PluginStatus> to) {
        Map<String, PluginsById.Entry<T>> used = new HashMap<>();
        for (PluginsById.Entry<T> plugin : usedFirst) {
            PluginsById.Entry<T> by = used.putIfAbsent(plugin.id(), plugin);
            to.add(PluginStatus.of(kind, plugin.id(), plugin.bundle(), plugin.version().toString(),
                by == null ? State.SERVING : State.SHADOWED,
                by == null ? null : "shadowed by " + by.bundle() + " " + by.version()));
        }
    }
}
