package org.openbeian.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.AsyncContext;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderListener;
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
    private static final long BEAT_SECONDS = 10;
    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final Services services;
    private final Map<String, Set<Subscription>> byOrder = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final ScheduledExecutorService worker;

    /** One client that follows one order; used by the worker only. */
    private final class Subscription {

        private final Actor actor;
        private final String orderId;
        private final EventStream stream;
        private int sent;

        Subscription(Actor actor, String orderId, int sent, AsyncContext context) throws IOException {
            this.actor = actor;
            this.orderId = orderId;
            this.sent = sent;
            this.stream = new EventStream(context, this::forget);
        }

        void catchUp() {
            try {
                for (HistoryEntry entry : services.orders().history(actor, orderId, sent)) {
                    stream.send(format(entry));
                    sent = entry.no();
                }
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.UNAVAILABLE) {
                    stream.close();
                }
            }
        }

        private void forget() {
            open.decrementAndGet();
            byOrder.computeIfPresent(orderId, (key, all) -> {
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
     * Begins a stream on a request that was made asynchronous.
     *
     * @param after number of the last history entry that the client has
     * @throws Refusal of kind UNAVAILABLE when too many streams are open
     */
    void follow(Actor actor, String orderId, int after, AsyncContext context) throws IOException {
        if (open.incrementAndGet() > MAX_STREAMS) {
            open.decrementAndGet();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "too-many-streams", "too many event streams are open; try again later");
        }
        Subscription subscription = new Subscription(actor, orderId, after, context);
        byOrder.compute(orderId, (key, all) -> {
            Set<Subscription> subscriptions = all == null ? ConcurrentHashMap.newKeySet() : all;
            subscriptions.add(subscription);
            return subscriptions;
        });
        subscription.stream.start();
        subscription.stream.send(KEEP_ALIVE);
        worker.execute(() -> guarded(subscription::catchUp));
    }

    @Override
    public void changed(Order order, HistoryEntry entry) {
        Set<Subscription> subscriptions = byOrder.get(order.id());
        if (subscriptions != null) {
            try {
                worker.execute(() -> subscriptions.forEach(subscription -> guarded(subscription::catchUp)));
            } catch (RejectedExecutionException expected) {
                LOG.debug("Events of order {} are not told: the interface stops", order.id());
            }
        }
    }

    private void beat() {
        byOrder.values().forEach(subscriptions -> subscriptions.forEach(subscription -> guarded(() -> {
            subscription.catchUp();
            subscription.stream.send(KEEP_ALIVE);
        })));
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Events cannot be read at the moment; the next try is within {} seconds", BEAT_SECONDS, e);
        }
    }

    private static byte[] format(HistoryEntry entry) {
        try {
            return ("id: " + entry.no() + "\nevent: " + entry.event() + "\ndata: "
                    + ModelJson.mapper().writeValueAsString(entry) + "\n\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every stream. */
    @Deactivate
    public void stop() {
        worker.shutdownNow();
        byOrder.values().stream().flatMap(Set::stream).map(subscription -> subscription.stream).toList()
                .forEach(EventStream::close);
    }
}
