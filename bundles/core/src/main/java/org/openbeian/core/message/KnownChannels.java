package org.openbeian.core.message;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.store.ChannelStore;
import org.openbeian.api.store.ChannelStore.Known;
import org.openbeian.api.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the channels that were here. One that is stored as being here and is not, as it did not come with a restart, is away
 * since the start. A store that is away costs the memory over a restart alone. Thread-safe.
 */
final class KnownChannels {

    private static final Logger LOG = LoggerFactory.getLogger(KnownChannels.class);

    private final ChannelStore store;
    private final Transactions transactions;
    private final MessageSettings settings;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<String, Known> known = new TreeMap<>();
    private volatile boolean loaded;
    private volatile boolean closed;

    KnownChannels(ChannelStore store, Transactions transactions, MessageSettings settings, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.startedAt = now();
    }

    void came(NotificationChannel channel) {
        keep(new Known(channel.id(), channel.addressKind(), channel.form(), null));
    }

    void left(NotificationChannel channel) {
        if (!closed) {
            keep(new Known(channel.id(), channel.addressKind(), channel.form(), now()));
        }
    }

    void close() {
        closed = true;
    }

    /** Those that are away and for which messages are kept. Joins the caller's transaction. */
    List<Known> away(SortedSet<String> present) {
        load();
        List<Known> noticed = new ArrayList<>();
        List<Known> away = new ArrayList<>();
        synchronized (known) {
            known.replaceAll((id, channel) -> {
                if (channel.goneAt() != null || present.contains(id)) {
                    return channel;
                }
                noticed.add(new Known(id, channel.kind(), channel.form(), startedAt));
                return noticed.get(noticed.size() - 1);
            });
            known.values().stream().filter(channel -> !present.contains(channel.id()) && channel.goneAt() != null
                && now().isBefore(channel.goneAt().plus(settings.keepAway()))).forEach(away::add);
        }
        noticed.forEach(store::put);
        return away;
    }

    /** Since when a channel is away; empty when it is here or never was. Joins the caller's transaction. */
    Optional<Instant> awaySince(String id, SortedSet<String> present) {
        away(present);
        synchronized (known) {
            return present.contains(id) ? Optional.empty() : Optional.ofNullable(known.get(id)).map(Known::goneAt);
        }
    }

    private void load() {
        if (!loaded) {
            List<Known> stored = transactions.call(store::all);
            synchronized (known) {
                stored.forEach(channel -> known.putIfAbsent(channel.id(), channel));
                loaded = true;
            }
        }
    }

    /** The store is written outside the monitor, as a row of it may be held by who waits for the monitor. */
    private void keep(Known channel) {
        try {
            load();
            Known before;
            synchronized (known) {
                before = known.put(channel.id(), channel);
            }
            if (!channel.equals(before)) {
                transactions.run(() -> store.put(channel));
            }
        } catch (RuntimeException e) {
            synchronized (known) {
                known.put(channel.id(), channel);
            }
            LOG.warn("A restart may not know channel {}: {}", channel.id(), e.toString());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
