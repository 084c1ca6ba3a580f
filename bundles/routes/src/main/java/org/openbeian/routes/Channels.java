package org.openbeian.routes;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.openbeian.api.channel.ChannelFailure;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.http.OutgoingFailure;
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
import org.slf4j.MDC;

/** The channels that are there, each behind its own {@link ChannelRoutes}; of two of one id that of the higher version. */
@Component
public final class Channels implements ChannelTransport {

    /** Start of the routes that channels bring. */
    static final String DIRECT = "direct://channel.";

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final int LIMIT_MILLIS = 30_000;
    /** A batch keeps a transaction open; that of a slow channel ends with the message after this time. */
    private static final long BATCH_NANOS = Duration.ofSeconds(1).toNanos();

    private final CamelContext context;
    private final MeterRegistry meters;
    private final LaneWaker waker;
    private final RouteSet routes;
    private final ProducerTemplate producer;
    private final int limitMillis;
    /** Real time: how long calls take has nothing to do with a virtual clock. */
    LongSupplier nanos = System::nanoTime;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final PluginsById<NotificationChannel> present = new PluginsById<>();

    /** A channel with the threads that may be kept waiting by it, and why it failed last. */
    private record Line(NotificationChannel channel, LimitedThreads threads, AtomicReference<String> failure) {
    }

    /** Without channels. */
    @Activate
    public Channels(@Reference CamelContext context, @Reference MeterRegistry meters, @Reference LaneWaker waker) {
        this(context, meters, waker, LIMIT_MILLIS);
    }

    Channels(CamelContext context, MeterRegistry meters, LaneWaker waker, int limitMillis) {
        this.context = context;
        this.meters = meters;
        this.waker = waker;
        this.limitMillis = limitMillis;
        this.routes = new RouteSet(context);
        this.producer = context.createProducerTemplate();
    }

    /** A channel came. */
    @Reference(service = NotificationChannel.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addChannel(ServiceReference<NotificationChannel> reference, NotificationChannel channel) {
        present.add(reference, channel.id(), channel);
        settle(channel.id());
    }

    synchronized void removeChannel(ServiceReference<NotificationChannel> reference) {
        present.remove(reference).ifPresent(gone -> settle(gone.id()));
    }

    /** Puts the channel to use that is to be used, and the one before out of use. */
    private void settle(String id) {
        NotificationChannel wanted = present.find(id).map(PluginsById.Entry::service).orElse(null);
        Line line = lines.get(id);
        if (line != null && line.channel() != wanted) {
            drop(line);
        }
        if (wanted != null && (line == null || line.channel() != wanted)) {
            use(wanted);
        }
    }

    private void use(NotificationChannel channel) {
        String name = "channel-" + channel.id();
        LimitedThreads threads = new LimitedThreads(name);
        context.getRegistry().bind(name, threads);
        FilingContext.withCamelLoader(() -> {
            try {
                routes.add(channel, new ChannelRoutes(channel, name, limitMillis));
                lines.put(channel.id(), new Line(channel, threads, new AtomicReference<>()));
                waker.wakeChannel(channel.id());
            } catch (Exception e) {
                LOG.error("Channel {} cannot be added", channel.id(), e);
            }
        });
    }

    private void drop(Line line) {
        String id = line.channel().id();
        lines.remove(id);
        FilingContext.withCamelLoader(() -> routes.remove(line.channel()));
        context.getRegistry().unbind("channel-" + id);
        line.threads().shutdownNow();
    }

    @Deactivate
    synchronized void close() {
        List.copyOf(lines.values()).forEach(this::drop);
        producer.stop();
    }

    @Override
    public Optional<NotificationChannel> channel(String id) {
        return Optional.ofNullable(lines.get(id)).map(Line::channel)
            .filter(channel -> RouteSet.runs(context, DIRECT + id));
    }

    @Override
    public Sent send(String channelId, List<OutgoingMessage> messages) {
        NotificationChannel channel = channel(channelId).orElse(null);
        if (channel == null) {
            return new Sent(List.of(), "it left meanwhile");
        }
        List<DeliveryResult> results = new ArrayList<>(messages.size());
        long end = nanos.getAsLong() + BATCH_NANOS;
        boolean more = !messages.isEmpty();
        for (int i = 0; more; i++) {
            more = i + 1 < messages.size() && nanos.getAsLong() < end;
            Exchange exchange = send(channel, messages.get(i), more);
            Exception failure = exchange.getException();
            if (failure instanceof CallNotPermittedException) {
                return new Sent(results, "it failed too often and is left alone for a while; the last time: " + lastFailure(channelId));
            }
            if (failure != null && channel.transactional()) {
                throw failure instanceof RuntimeException thrown ? thrown : new IllegalStateException(failure);
            }
            results.add(result(channelId, exchange));
        }
        return new Sent(results, null);
    }

    private Exchange send(NotificationChannel channel, OutgoingMessage message, boolean more) {
        MDC.put("order", message.orderId());
        try {
            return producer.request(ChannelRoutes.start(channel.id()), exchange -> {
                exchange.getMessage().setBody(message);
                exchange.getMessage().setHeader(NotificationChannel.MORE, more);
            });
        } finally {
            MDC.remove("order");
        }
    }

    private DeliveryResult result(String channelId, Exchange exchange) {
        DeliveryResult result;
        if (exchange.getException() != null) {
            Throwable failure = unwrapped(exchange.getException());
            LOG.warn("Channel {} failed: {}", channelId, failure.toString());
            LOG.debug("Channel {} failed", channelId, failure);
            result = DeliveryResult.retryLater(why(failure));
            remember(channelId, result.detail());
        } else if (exchange.getMessage().getBody() instanceof DeliveryResult answer) {
            result = answer;
        } else {
            result = DeliveryResult.retryLater("the route of the channel gave no DeliveryResult");
        }
        meters.counter("openbeian.channel.results", "channel", channelId, "status",
            result.status().name().toLowerCase(Locale.ROOT)).increment();
        return result;
    }

    /** The circuit breaker wraps checked exceptions. */
    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof RuntimeCamelException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** The texts of these two are made to be shown; that of another exception may hold anything. */
    private static String why(Throwable failure) {
        return failure instanceof ChannelFailure || failure instanceof OutgoingFailure ? "the channel failed: " + failure.getMessage()
            : "the channel failed: " + failure.getClass().getSimpleName();
    }

    private void remember(String channelId, String failure) {
        Line line = lines.get(channelId);
        if (line != null) {
            line.failure().set(failure);
        }
    }

    private String lastFailure(String channelId) {
        Line line = lines.get(channelId);
        return line == null ? null : line.failure().get();
    }
}
