package org.openbeian.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.AsyncContext;
import org.openbeian.api.order.EventFeed;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderListener;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.core.json.ModelJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open event streams. A stream reads the history from where its client stands, whenever the order changes and every few
 * seconds besides, so that it misses nothing that another node did and nothing before it was opened. Thread-safe.
 */
@Component(service = {EventStreams.class, OrderListener.class})
public final class EventStreams implements OrderListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int MAX_STREAMS = 1_000;
    /** Less than what a stream queues; the next page is read once the client has taken this one, however slow it is. */
    private static final int PAGE = 100;
    private static final String ALL = "*";
    private static final long BEAT_SECONDS = 10;
    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final Services services;
    private final Map<String, Set<Subscription>> byKey = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final ScheduledExecutorService worker;

    /** What a stream tells; used by the worker only. */
    @FunctionalInterface
    interface Source {

        /** What has come since the last call, at most a page. */
        Page news();
    }

    /** Events in the form of the stream, and whether there are more. */
    private record Page(List<byte[]> events, boolean more) {
    }

    /** One client that follows one order, or all. */
    private final class Subscription {

        private final String key;
        private final Source source;
        private final EventStream stream;
        private final AtomicBoolean waits = new AtomicBoolean();
        private final AtomicBoolean more = new AtomicBoolean();

        Subscription(String key, Source source, AsyncContext context) throws IOException {
            this.key = key;
            this.source = source;
            this.stream = new EventStream(context, this::goOn, this::forget);
        }

        /** Has the worker catch up, unless it will anyway. */
        void wake() {
            if (waits.compareAndSet(false, true)) {
                try {
                    worker.execute(() -> guarded(this::catchUp));
                } catch (RejectedExecutionException expected) {
                    LOG.debug("Events of {} are not told: the interface stops", key);
                }
            }
        }

        /** The client has taken all: whatever was not read for it is read now. */
        private void goOn() {
            if (more.compareAndSet(true, false)) {
                wake();
            }
        }

        private void catchUp() {
            waits.set(false);
            try {
                if (!stream.isBehind()) {
                    Page page = source.news();
                    page.events().forEach(stream::send);
                    more.set(page.more());
                } else {
                    more.set(true);
                }
                if (!stream.isBehind()) {
                    goOn();
                }
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.UNAVAILABLE) {
                    stream.close();
                }
            }
        }

        private void forget() {
            open.decrementAndGet();
            byKey.computeIfPresent(key, (same, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** Starts the worker. */
    @Activate
    public EventStreams(@Reference Services services) {
        this.services = services;
        worker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "openbeian-events");
            thread.setDaemon(true);
            return thread;
        });
        worker.scheduleWithFixedDelay(() -> guarded(this::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Begins a stream of one order's history on a request that was made asynchronous.
     *
     * @param after number of the last history entry that the client has
     * @throws Refusal of kind UNAVAILABLE when too many streams are open
     */
    void follow(Actor actor, String orderId, int after, AsyncContext context) throws IOException {
        AtomicInteger sent = new AtomicInteger(after);
        follow(orderId, () -> {
            List<HistoryEntry> news = services.need(Orders.class).history(actor, orderId, sent.get());
            List<HistoryEntry> page = news.subList(0, Math.min(PAGE, news.size()));
            if (!page.isEmpty()) {
                sent.set(page.get(page.size() - 1).no());
            }
            return new Page(page.stream().map(entry -> format(Integer.toString(entry.no()), entry.event().name(), entry)).toList(),
                page.size() < news.size());
        }, context);
    }

    /**
     * Begins a stream of all events that the actor may see.
     *
     * @param after cursor of the last event that the client has, or null for all events
     * @throws Refusal of kind UNAVAILABLE when too many streams are open
     */
    void followAll(Actor actor, String after, AsyncContext context) throws IOException {
        AtomicReference<String> cursor = new AtomicReference<>(after);
        follow(ALL, () -> {
            EventFeed.EventPage page = services.need(EventFeed.class).read(actor, cursor.get(), PAGE);
            cursor.set(page.next());
            return new Page(page.items().stream().map(item -> format(item.cursor(), item.event().type(), item.event())).toList(),
                page.more());
        }, context);
    }

    private void follow(String key, Source source, AsyncContext context) throws IOException {
        if (open.incrementAndGet() > MAX_STREAMS) {
            open.decrementAndGet();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "too-many-streams", "too many event streams are open; try again later");
        }
        Subscription subscription = opened(key, source, context);
        byKey.compute(key, (same, all) -> {
            Set<Subscription> subscriptions = all == null ? ConcurrentHashMap.newKeySet() : all;
            subscriptions.add(subscription);
            return subscriptions;
        });
        subscription.stream.start();
        subscription.stream.send(KEEP_ALIVE);
        subscription.wake();
    }

    /** A stream that cannot begin, as its client has gone, is none of those that are open. */
    private Subscription opened(String key, Source source, AsyncContext context) throws IOException {
        try {
            return new Subscription(key, source, context);
        } catch (IOException | RuntimeException e) {
            open.decrementAndGet();
            throw e;
        }
    }

    /** How many streams are open. */
    int open() {
        return open.get();
    }

    @Override
    public void changed(Order order, HistoryEntry entry) {
        byKey.getOrDefault(order.id(), Set.of()).forEach(Subscription::wake);
        byKey.getOrDefault(ALL, Set.of()).forEach(Subscription::wake);
    }

    private void beat() {
        byKey.values().forEach(subscriptions -> subscriptions.forEach(subscription -> {
            subscription.wake();
            subscription.stream.send(KEEP_ALIVE);
        }));
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Events cannot be read at the moment; the next try is within {} seconds", BEAT_SECONDS, e);
        }
    }

    private static byte[] format(String id, String name, Object data) {
        try {
            return ("id: " + id + "\nevent: " + name + "\ndata: " + ModelJson.mapper().writeValueAsString(data) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every stream. */
    @Deactivate
    public void stop() {
        worker.shutdownNow();
        byKey.values().stream().flatMap(Set::stream).map(subscription -> subscription.stream).toList()
                .forEach(EventStream::close);
    }
}
