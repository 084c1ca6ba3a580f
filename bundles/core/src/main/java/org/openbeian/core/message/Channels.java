package org.openbeian.core.message;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openbeian.api.channel.NotificationChannel;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The channels whose plugins are there at the moment. Thread-safe. */
@Component(service = Channels.class)
public final class Channels {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
        fieldOption = FieldOption.REPLACE)
    private volatile List<NotificationChannel> present = List.of();

    /** For Declarative Services. */
    public Channels() {
    }

    Channels(List<NotificationChannel> present) {
        this.present = List.copyOf(present);
    }

    /** Ids of the channels that are there. */
    public SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>();
        present.forEach(channel -> ids.add(channel.id()));
        return ids;
    }

    /** A channel that is there. */
    Optional<NotificationChannel> find(String id) {
        return present.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }
}
