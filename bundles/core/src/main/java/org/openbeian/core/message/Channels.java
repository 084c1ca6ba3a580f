package org.openbeian.core.message;

import java.util.Optional;
import java.util.SortedSet;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.core.plugin.PluginsById;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The channels whose plugins are there at the moment; of two of one id that of the higher version. Thread-safe. */
@Component(service = Channels.class)
public final class Channels {

    private final PluginsById<NotificationChannel> present = new PluginsById<>();

    /** Without channels. */
    @Activate
    public Channels() {
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addChannel(ServiceReference<NotificationChannel> reference, NotificationChannel channel) {
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
    Optional<NotificationChannel> find(String id) {
        return present.find(id).map(PluginsById.Entry::service);
    }
}
