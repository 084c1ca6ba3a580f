package org.openbeian.routes;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The channels that are there, each behind its own {@link ChannelRoutes}. */
@Component
public final class Channels implements ChannelTransport {

    /** Start of the routes that channels bring. */
    static final String DIRECT = "direct://channel.";

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final int LIMIT_MILLIS = 30_000;

    private final CamelContext context;
    private final MeterRegistry meters;
    private final LaneWaker waker;
    private final RouteSet routes;
    private final ProducerTemplate producer;
    private final int limitMillis;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final List<NotificationChannel> shadowed = new ArrayList<>();

    /** A channel with the threads that may be kept waiting by it. */
    private record Line(NotificationChannel channel, LimitedThreads threads) {
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
    @Reference(name = "channel", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void add(NotificationChannel channel) {
        String id = channel.id();
        if (lines.containsKey(id)) {
            LOG.warn("Channel {} of {} is shadowed by the one that is there", id, channel.getClass().getName());
            shadowed.add(channel);
            return;
        }
        String name = "channel-" + id;
        LimitedThreads threads = new LimitedThreads(name);
        context.getRegistry().bind(name, threads);
        FilingContext.withCamelLoader(() -> {
            try {
                routes.add(channel, new ChannelRoutes(channel, name, limitMillis));
                lines.put(id, new Line(channel, threads));
                waker.wakeChannel(id);
            } catch (Exception e) {
                LOG.error("Channel {} cannot be added", id, e);
            }
        });
    }

    synchronized void remove(NotificationChannel channel) {
        shadowed.remove(channel);
        Line line = lines.get(channel.id());
        if (line == null || line.channel() != channel) {
            return;
        }
        lines.remove(channel.id());
        FilingContext.withCamelLoader(() -> routes.remove(channel));
        context.getRegistry().unbind("channel-" + channel.id());
        line.threads().shutdownNow();
        List<NotificationChannel> again = List.copyOf(shadowed);
        shadowed.clear();
        again.forEach(this::add);
    }

    @Deactivate
    void close() {
        List.copyOf(lines.values()).forEach(line -> remove(line.channel()));
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
        for (int i = 0; i < messages.size(); i++) {
            Exchange exchange = send(channel, messages.get(i), i + 1 < messages.size());
            Exception failure = exchange.getException();
            if (failure instanceof CallNotPermittedException) {
                return new Sent(results, "it failed too often and is left alone for a while");
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
            LOG.warn("Channel {} failed: {}", channelId, exchange.getException().toString());
            LOG.debug("Channel {} failed", channelId, exchange.getException());
            result = DeliveryResult.retryLater("the channel failed: " + exchange.getException().getClass().getSimpleName());
        } else if (exchange.getMessage().getBody() instanceof DeliveryResult answer) {
            result = answer;
        } else {
            result = DeliveryResult.retryLater("the route of the channel gave no DeliveryResult");
        }
        meters.counter("openbeian.channel.results", "channel", channelId, "status",
            result.status().name().toLowerCase(Locale.ROOT)).increment();
        return result;
    }
}
