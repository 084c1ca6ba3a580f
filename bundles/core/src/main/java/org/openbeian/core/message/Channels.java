package org.openbeian.core.message;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.core.plugin.PluginsById;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The channels whose plugins are there at the moment; of two of one id that of the higher version. Thread-safe. */
@Component(service = Channels.class)
public final class Channels {

    private final PluginsById<NotificationChannel> present = new PluginsById<>();

    /** Knows which of them are configured; not there while the server starts. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile ChannelTransport transport;

    /** Without channels. */
    @Activate
    public Channels() {
    }

    /** With the channels that are configured, where no framework tells of them. */
    public void useTransport(ChannelTransport known) {
        transport = known;
    }

    /** A channel came. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addChannel(ServiceReference<NotificationChannel> reference, NotificationChannel channel) {
        present.add(reference, channel.id(), channel);
    }

    void removeChannel(ServiceReference<NotificationChannel> reference) {
        present.remove(reference);
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
        ChannelTransport known = transport;
        return known != null && known.channel(id).isPresent();
    }

    /**
     * Channels of a kind that stand in for each other, the one to try first at the head: those that are ready before those that
     * are not, then by service ranking, then by id.
     */
    List<String> alternatives(AddressKind kind) {
        return present.ids().stream().map(id -> present.find(id).orElse(null))
            .filter(entry -> entry != null && entry.service().addressKind() == kind)
            .sorted(Comparator.<PluginsById.Entry<NotificationChannel>, Boolean>comparing(entry -> !isReady(entry.id()))
                .thenComparing(entry -> -ranking(entry.reference())))
            .map(PluginsById.Entry::id).toList();
    }

    private static int ranking(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }
}
