package org.openbeian.core.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.ChannelTransport.Sent;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.MessageRenderer;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.Rendering;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.Stage;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.message.EndpointBook;
import org.openbeian.core.message.ReceiptBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Sends the messages of one channel, a batch in each transaction: lock the lane, take its head, render, send, record. A
 * message that fails never holds the others up (W-07, Q-14).
 */
@Component(service = Stage.class, property = Stage.NAME + "=" + Stage.CHANNEL_LANE)
public final class ChannelLane implements Stage {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelLane.class);

    private static final int ENDPOINTS = 10;
    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

    private final Transactions transactions;
    private final EffectStore effects;
    private final DeliveryStore deliveries;
    private final MessageRenderer renderer;
    private final ChannelTransport transport;
    private final Missing missing;
    private final EffectReport report;
    private final LaneSettings settings;
    private final ReceiptBook receipts;
    private final EndpointBook endpoints;
    private final AwayLanes away;
    private final Clock clock;
    /** Real time: how long calls take has nothing to do with a virtual clock. */
    LongSupplier nanos = System::nanoTime;

    /** Created by Declarative Services. */
    @Activate
    public ChannelLane(@Reference Transactions transactions, @Reference EffectStore effects,
            @Reference DeliveryStore deliveries, @Reference MessageRenderer renderer,
            @Reference ChannelTransport transport, @Reference Missing missing, @Reference EffectReport report,
            @Reference LaneSettings settings, @Reference ReceiptBook receipts, @Reference EndpointBook endpoints,
            @Reference DurableTasks tasks, @Reference Clock clock) {
        this.transactions = transactions;
        this.effects = effects;
        this.deliveries = deliveries;
        this.renderer = renderer;
        this.transport = transport;
        this.missing = missing;
        this.report = report;
        this.settings = settings;
        this.receipts = receipts;
        this.endpoints = endpoints;
        this.away = new AwayLanes(effects, deliveries, transactions, missing, report, receipts, tasks, clock,
            () -> nanos.getAsLong());
        this.clock = clock;
    }

    @Override
    public Optional<Instant> run(String lane) {
        String id = Lane.id(lane);
        Optional<NotificationChannel> channel = transport.channel(id);
        if (channel.isEmpty()) {
            return waitFor(lane, id);
        }
        away.back(lane);
        try {
            return transactions.call(() -> batch(lane, channel.get()));
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("A batch of lane {} failed and is tried message by message: {}", lane, e.toString());
            return oneByOne(lane, channel.get());
        }
    }

    private Optional<Instant> waitFor(String lane, String id) {
        return transactions.call(() -> {
            Instant now = clock.instant();
            Optional<Instant> next = away.look(lane);
            if (next.filter(at -> !at.isAfter(now)).isPresent()) {
                return next;
            }
            Optional<Instant> soon = missing.pause(lane, "channel " + id + ": its bundle is not installed or not configured"
                + " (org.openbeian.channel." + id.replace('-', '.') + ")", now);
            return soon.isPresent() ? soon : next;
        });
    }

    private Optional<Instant> batch(String lane, NotificationChannel channel) {
        Instant now = clock.instant();
        int limit = limit(channel);
        if (!missing.lock(lane)) {
            return Optional.empty();
        }
        List<Effect> head = head(lane, channel, now);
        boolean whole = new Batch(channel, now).carryOut(head);
        return whole && head.size() < limit ? Optional.empty() : Optional.of(now);
    }

    /** For endpoints what failed least comes first: a message that is never taken must not stand before the others for ever. */
    private List<Effect> head(String lane, NotificationChannel channel, Instant now) {
        List<Effect> head = effects.head(lane, now, limit(channel));
        return channel.addressKind() == AddressKind.ENDPOINT
            ? head.stream().sorted(Comparator.comparingInt(Effect::attempts)).toList() : head;
    }

    /** Endpoints are many other sides, each with its own speed: one batch of theirs is small. */
    private int limit(NotificationChannel channel) {
        return channel.addressKind() == AddressKind.ENDPOINT ? Math.min(ENDPOINTS, settings.batch()) : settings.batch();
    }

    /** Each message in a transaction of its own, so that the one that breaks its transaction stands out. */
    private Optional<Instant> oneByOne(String lane, NotificationChannel channel) {
        Instant now = clock.instant();
        int limit = limit(channel);
        List<Effect> head = transactions.call(() -> head(lane, channel, now));
        for (Effect effect : head) {
            try {
                transactions.run(() -> alone(lane, channel, effect));
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("Effect {} of lane {} failed", effect.id(), lane, e);
                transactions.run(() -> new Batch(channel, now).failedHere(effect, e));
            }
        }
        return head.size() < limit ? Optional.empty() : Optional.of(now);
    }

    private void alone(String lane, NotificationChannel channel, Effect effect) {
        if (missing.lock(lane)) {
            new Batch(channel, clock.instant()).carryOut(List.of(effect));
        }
    }

    /** One batch within its transaction. */
    private final class Batch {

        private final NotificationChannel channel;
        private final Instant now;
        private final List<Effect> tried = new ArrayList<>();
        private final List<OutgoingMessage> messages = new ArrayList<>();
        private final List<Long> done = new ArrayList<>();
        private final Set<String> resting = new HashSet<>();
        private boolean whole = true;

        Batch(NotificationChannel channel, Instant now) {
            this.channel = channel;
            this.now = now;
        }

        /** Whether all were carried out; a batch to slow endpoints is broken off, as it keeps its rows meanwhile. */
        boolean carryOut(List<Effect> head) {
            long start = nanos.getAsLong();
            int tries = 0;
            if (channel.addressKind() == AddressKind.ENDPOINT) {
                // One by one, so that an endpoint that fails is left alone from the next message on.
                while (tries < head.size() && (tries == 0 || nanos.getAsLong() - start < LONGEST_NANOS)) {
                    render(head.get(tries++));
                    send();
                }
            } else {
                tries = head.size();
                head.forEach(this::render);
                send();
            }
            store();
            return whole && tries == head.size();
        }

        /** A message that broke its own transaction; the batch has no other. */
        void failedHere(Effect effect, RuntimeException cause) {
            failed(effect, "it failed here: " + cause.getClass().getSimpleName());
            store();
        }

        private void store() {
            if (!done.isEmpty()) {
                effects.done(done, now);
            }
        }

        private void send() {
            if (messages.isEmpty()) {
                return;
            }
            long start = nanos.getAsLong();
            Sent sent = transport.send(channel.id(), messages);
            Duration took = Duration.ofNanos(nanos.getAsLong() - start);
            List<DeliveryStore.Delivery> records = new ArrayList<>();
            for (int i = 0; i < tried.size(); i++) {
                if (i < sent.results().size()) {
                    records.add(record(tried.get(i), messages.get(i), sent.results().get(i)));
                    ended(tried.get(i), sent.results().get(i), took);
                } else if (sent.failure() == null) {
                    whole = false;
                } else {
                    // Told once: nobody asked the other side.
                    if (tried.get(i).attempts() == 0) {
                        records.add(record(tried.get(i), messages.get(i), DeliveryResult.retryLater(sent.failure())));
                    }
                    untried(tried.get(i), "channel " + channel.id() + ": " + sent.failure());
                }
            }
            if (!records.isEmpty()) {
                deliveries.add(records);
            }
            if (records.stream().anyMatch(record -> record.result().status() == DeliveryResult.Status.SENT)) {
                transactions.afterCommit(() -> receipts.settle(channel.id()));
            }
            tried.clear();
            messages.clear();
        }

        private void render(Effect effect) {
            if (effect.kind().equals(ReceiptBook.WATCH)) {
                watch(effect);
                return;
            }
            if (resting.contains(effect.data().get("endpoint"))) {
                return;
            }
            about(effect);
            try {
                Rendering rendering = renderer.render(effect);
                if (rendering instanceof Rendering.Send send) {
                    tried.add(effect);
                    messages.add(send.message());
                } else if (rendering instanceof Rendering.Later later) {
                    LOG.debug("Effect {} waits: {}", effect.id(), later.why());
                    putOff(effect, later.at());
                    report(effect, "later");
                } else if (rendering instanceof Rendering.Drop drop) {
                    LOG.debug("Effect {} is dropped: {}", effect.id(), drop.why());
                    dropped(effect, drop.why());
                    finish(effect, "dropped");
                }
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("The message of effect {} cannot be rendered", effect.id(), e);
                failed(effect, "the message cannot be rendered: " + e.getClass().getSimpleName());
            } finally {
                MDC.remove("order");
            }
        }

        /** What a disabled endpoint does not get is listed with its key, by which it can be delivered once more. */
        private void dropped(Effect effect, String why) {
            String endpoint = effect.data().get("endpoint");
            if (endpoint != null && endpoints.target(endpoint).isEmpty()) {
                deliveries.add(List.of(new DeliveryStore.Delivery(effect.data().get("account"), effect.orderId(),
                    effect.data().get("message"), channel.id(), channel.addressKind().mask(endpoint), effect.key(),
                    effect.attempts() + 1, DeliveryResult.gone(why), now)));
            }
        }

        private void watch(Effect effect) {
            Optional<Effect> next = receipts.over(effect, now);
            Optional<Instant> again = next.isPresent() ? Optional.empty() : receipts.again(effect, now);
            if (again.isPresent()) {
                effects.postpone(effect.id(), again.get());
                report(effect, "later");
            } else if (next.isEmpty() && receipts.isLost(effect)) {
                giveUp(effect, "no other way was ready in time for " + effect.data().get("of") + ", which did not arrive");
            } else {
                next.ifPresent(found -> LOG.info("{} did not arrive in time; it goes on over {}", effect.data().get("of"), found.lane()));
                finish(effect, "watched");
            }
        }

        /** All messages to an endpoint that rests are put off in one step. */
        private void putOff(Effect effect, Instant at) {
            String endpoint = effect.data().get("endpoint");
            Optional<Instant> rest = endpoint == null ? Optional.empty() : endpoints.restUntil(endpoint, now);
            if (rest.isPresent()) {
                resting.add(endpoint);
                effects.postpone(effect.lane(), "endpoint", endpoint, rest.get());
            } else {
                effects.postpone(effect.id(), at);
            }
        }

        private void ended(Effect effect, DeliveryResult result, Duration took) {
            if (isForEndpoint(effect)) {
                endpoints.tried(effect.data().get("endpoint"), result, took, clock.instant());
            }
            switch (result.status()) {
                case ACCEPTED, DELIVERED -> finish(effect, "done");
                case SENT -> {
                    receipts.watch(effect, now);
                    finish(effect, "done");
                }
                case RETRY_LATER, BUSY -> later(effect, result.detail(), effect.attempts() + 1, !isInOutage(effect));
                case REFUSED, GONE -> {
                    if (receipts.goNextWay(effect, now)) {
                        finish(effect, "next-way");
                    } else {
                        giveUp(effect, "refused: " + result.detail());
                    }
                }
            }
        }

        private void finish(Effect effect, String outcome) {
            done.add(effect.id());
            report(effect, outcome);
        }

        /** One that did not even get its turn comes again sooner than those that failed before it, lest they starve it. */
        private void untried(Effect effect, String cause) {
            later(effect, cause, Math.min(effect.attempts() + 1, 4), !isInOutage(effect));
        }

        private void failed(Effect effect, String cause) {
            later(effect, cause, effect.attempts() + 1, true);
        }

        private boolean isForEndpoint(Effect effect) {
            return channel.addressKind() == AddressKind.ENDPOINT && effect.data().containsKey("endpoint");
        }

        /**
         * What is for an endpoint that has failed for long ends when that is disabled, lest the first message of an outage be lost and
         * not the others. A message that fails alone, and one that an endpoint is always too busy for, end by their age.
         */
        private boolean isInOutage(Effect effect) {
            return isForEndpoint(effect) && endpoints.failingSince(effect.data().get("endpoint"))
                .filter(since -> Duration.between(since, now).compareTo(settings.maximumAge().dividedBy(2)) >= 0).isPresent();
        }

        private void later(Effect effect, String cause, int failures, boolean ends) {
            String text = cause == null ? "no cause given" : cause;
            Instant since = effects.failingSince(effect.id()).orElse(now);
            if (receipts.isOverdue(since, now) && receipts.goReadyWay(effect, now)) {
                LOG.info("Effect {} goes another way, as it could not be sent: {}", effect.id(), text);
                finish(effect, "next-way");
            } else if (ends && Duration.between(since, now).compareTo(settings.maximumAge()) >= 0) {
                giveUp(effect, "not possible for " + settings.maximumAge().toHours() + " hours: " + text);
            } else {
                effects.retry(effect.id(), now.plus(settings.backoff().pause(failures)), text, now);
                report(effect, "retry");
            }
        }

        private void giveUp(Effect effect, String cause) {
            about(effect);
            LOG.warn("Effect {} of lane {} gave up: {}", effect.id(), effect.lane(), cause);
            MDC.remove("order");
            effects.giveUp(effect.id(), cause, now);
            report(effect, "gave-up");
        }

        private void report(Effect effect, String outcome) {
            transactions.afterCommit(() -> report.tried(effect, outcome));
        }

        private DeliveryStore.Delivery record(Effect effect, OutgoingMessage message, DeliveryResult result) {
            return new DeliveryStore.Delivery(message.account(), message.orderId(), message.message(), channel.id(),
                    channel.addressKind().mask(message.address()), message.key(), effect.attempts() + 1, result, now);
        }

        private void about(Effect effect) {
            if (effect.orderId() != null) {
                MDC.put("order", effect.orderId());
            }
        }
    }
}
