package org.openbeian.core.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.plugin.PluginStatus.State;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.core.rules.JavaPlugins;
import org.osgi.framework.Bundle;
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

    /** By ranking. */
    private final Map<ServiceReference<NotificationChannel>, String> channels = new ConcurrentSkipListMap<>();
    private final Map<ServiceReference<AuthorityGateway>, String> gateways = new ConcurrentSkipListMap<>();

    /** Created by Declarative Services. */
    @Activate
    public PluginsComponent(@Reference RuleBooks books, @Reference JavaPlugins javaPlugins) {
        this.books = books;
        this.javaPlugins = javaPlugins;
    }

    @Reference(service = NotificationChannel.class, cardinality = ReferenceCardinality.MULTIPLE,
        policy = ReferencePolicy.DYNAMIC)
    void addChannel(ServiceReference<NotificationChannel> reference, NotificationChannel channel) {
        channels.put(reference, channel.id());
    }

    void removeChannel(ServiceReference<NotificationChannel> reference) {
        channels.remove(reference);
    }

    @Reference(service = AuthorityGateway.class, cardinality = ReferenceCardinality.MULTIPLE,
        policy = ReferencePolicy.DYNAMIC)
    void addGateway(ServiceReference<AuthorityGateway> reference, AuthorityGateway gateway) {
        gateways.put(reference, "authority");
    }

    void removeGateway(ServiceReference<AuthorityGateway> reference) {
        gateways.remove(reference);
    }

    @Override
    public List<PluginStatus> plugins() {
        List<PluginStatus> all = new ArrayList<>(javaPlugins.plugins());
        books.candidates().forEach(file -> all.add(PluginStatus.of("province", file.provinceId(), file.bundle(),
            file.bundleVersion(), State.valueOf(file.status().toUpperCase(Locale.ROOT)), file.reason())));
        add("channel", List.copyOf(channels.entrySet()), all);
        List<Map.Entry<ServiceReference<AuthorityGateway>, String>> highestFirst = new ArrayList<>(gateways.entrySet());
        Collections.reverse(highestFirst);
        add("gateway", highestFirst, all);
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

    /** The first one of an id is used. */
    private static <T> void add(String kind, List<Map.Entry<ServiceReference<T>, String>> services, List<PluginStatus> to) {
        Set<String> seen = new HashSet<>();
        for (Map.Entry<ServiceReference<T>, String> entry : services) {
            Bundle bundle = entry.getKey().getBundle();
            if (bundle != null) {
                boolean serves = seen.add(entry.getValue());
                to.add(PluginStatus.of(kind, entry.getValue(), bundle.getSymbolicName(), bundle.getVersion().toString(),
                    serves ? State.SERVING : State.SHADOWED, serves ? null : "another one of this id is used"));
            }
        }
    }
}
