package org.openbeian.core.message;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.store.ChannelStore;
import org.openbeian.api.store.ChannelStore.Known;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.plugin.PluginsById;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The channels whose plugins are there at the moment; of two of one id that of the higher version. Those that left, or did not come
 * with a restart, are known for a while yet, so that what is told meanwhile is kept for them. Thread-safe.
 */
@Component(service = Channels.class)
public final class Channels {

    private final PluginsById<NotificationChannel> present = new PluginsById<>();
    private final KnownChannels known;

    /** Knows which of them are configured; not there while the server starts. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile ChannelTransport transport;

    /** Created by Declarative Services. */
    @Activate
    public Channels(@Reference ChannelStore store, @Reference Transactions transactions, @Reference MessageSettings settings,
            @Reference Clock clock) {
        this.known = new KnownChannels(store, transactions, settings, clock);
    }

    /** Without channels, and without a memory of those that leave. */
    public Channels() {
        this.known = null;
    }

    /** With the channels that are configured, where no framework tells of them. */
    public void useTransport(ChannelTransport configured) {
        transport = configured;
    }

    /** A channel came. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addChannel(ServiceReference<NotificationChannel> reference, NotificationChannel channel) {
        present.add(reference, channel.id(), channel);
        if (known != null) {
            known.came(channel);
        }
    }

    /** A channel left. */
    public void removeChannel(ServiceReference<NotificationChannel> reference) {
        present.remove(reference).filter(gone -> known != null && present.find(gone.id()).isEmpty())
            .ifPresent(gone -> known.left(gone.service()));
    }

    /** The server stops: the channels that leave from now on are not away. */
    @Deactivate
    void close() {
        if (known != null) {
            known.close();
        }
    }

    /** The channels that messages are told over, by id: those that are there, and those that are kept for. */
    SortedMap<String, Known> told() {
        SortedMap<String, Known> told = new TreeMap<>();
        if (known != null) {
            known.away(present.ids()).forEach(away -> told.put(away.id(), away));
        }
        present.ids().forEach(id -> find(id).ifPresent(
            channel -> told.put(id, new Known(id, channel.addressKind(), channel.form(), null))));
        return told;
    }

    /** Since when a channel is away that was there; empty for all others. Joins the caller's transaction. */
    Optional<Instant> awaySince(String id) {
        return known == null ? Optional.empty() : known.awaySince(id, present.ids());
    }

    /** Ids of the channels that are there. */
    public SortedSet<String> ids() {
        return present.ids();
    }

    /** A channel that is there. */
    public Optional<NotificationChannel> find(String id) {
        return present.find(id).map(PluginsById.Entry::service);
    }

    /** Whether a channel can carry messages now. */
    public boolean isReady(String id) {
        ChannelTransport now = transport;
        return now != null && now.channel(id).isPresent();
    }

    /**
     * Channels of a kind that stand in for each other, the one to try first at the head: those that are ready before those that
     * are not, then by service ranking, then by id; those that are away come last.
     */
    List<String> alternatives(AddressKind kind) {
        return told().values().stream().filter(channel -> channel.kind() == kind)
            .sorted(Comparator.<Known, Boolean>comparing(channel -> !isReady(channel.id()))
                .thenComparing(channel -> channel.goneAt() != null).thenComparing(channel -> -ranking(channel.id())))
            .map(Known::id).toList();
    }

    private int ranking(String id) {
        return present.find(id).map(entry -> entry.reference().getProperty(Constants.SERVICE_RANKING))
            .filter(Integer.class::isInstance).map(Integer.class::cast).orElse(0);
    }
}
