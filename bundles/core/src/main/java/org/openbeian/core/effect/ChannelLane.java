package org.openbeian.core.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.ChannelTransport.Sent;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.MessageRenderer;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.Stage;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;
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

    private final Transactions transactions;
    private final EffectStore effects;
    private final DeliveryStore deliveries;
    private final MessageRenderer renderer;
    private final ChannelTransport transport;
    private final Missing missing;
    private final EffectReport report;
    private final LaneSettings settings;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public ChannelLane(@Reference Transactions transactions, @Reference EffectStore effects,
            @Reference DeliveryStore deliveries, @Reference MessageRenderer renderer,
            @Reference ChannelTransport transport, @Reference Missing missing, @Reference EffectReport report,
            @Reference LaneSettings settings, @Reference Clock clock) {
        this.transactions = transactions;
        this.effects = effects;
        this.deliveries = deliveries;
        this.renderer = renderer;
        this.transport = transport;
        this.missing = missing;
        this.report = report;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> run(String lane) {
        String id = Lane.id(lane);
        Optional<NotificationChannel> channel = transport.channel(id);
        if (channel.isEmpty()) {
            return waitFor(lane, id);
        }
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
        return transactions.call(() -> missing.pause(lane, "channel " + id
                + ": its bundle is not installed or not configured (org.openbeian.channel." + id + ")", clock.instant()));
    }

    private Optional<Instant> batch(String lane, NotificationChannel channel) {
        Instant now = clock.instant();
        int limit = settings.batch();
        if (!missing.lock(lane)) {
            return Optional.empty();
        }
        List<Effect> head = effects.head(lane, now, limit);
        new Batch(channel, now).carryOut(head);
        return head.size() < limit ? Optional.empty() : Optional.of(now);
    }

    /** Each message in a transaction of its own, so that the one that breaks its transaction stands out. */
    private Optional<Instant> oneByOne(String lane, NotificationChannel channel) {
        Instant now = clock.instant();
        int limit = settings.batch();
        List<Effect> head = transactions.call(() -> effects.head(lane, now, limit));
        for (Effect effect : head) {
            try {
                transactions.run(() -> alone(lane, channel, effect));
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("Effect {} of lane {} failed", effect.id(), lane, e);
                transactions.run(() -> new Batch(channel, now).failed(effect, e.toString()));
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

        Batch(NotificationChannel channel, Instant now) {
            this.channel = channel;
            this.now = now;
        }

        void carryOut(List<Effect> head) {
            head.forEach(this::render);
            Sent sent = messages.isEmpty() ? new Sent(List.of(), null) : transport.send(channel.id(), messages);
            List<DeliveryStore.Delivery> records = new ArrayList<>();
            for (int i = 0; i < tried.size(); i++) {
                if (i < sent.results().size()) {
                    records.add(record(messages.get(i), sent.results().get(i)));
                    ended(tried.get(i), sent.results().get(i));
                } else {
                    untried(tried.get(i), "channel " + channel.id() + ": " + sent.failure());
                }
            }
            if (!records.isEmpty()) {
                deliveries.add(records);
            }
            if (!done.isEmpty()) {
                effects.done(done, now);
            }
        }

        private void render(Effect effect) {
            MDC.put("order", effect.orderId());
            try {
                Optional<OutgoingMessage> message = renderer.render(effect);
                if (message.isPresent()) {
                    tried.add(effect);
                    messages.add(message.get());
                } else {
                    LOG.debug("Effect {} has nobody to tell", effect.id());
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

        private void ended(Effect effect, DeliveryResult result) {
            switch (result.status()) {
                case ACCEPTED, DELIVERED -> finish(effect, "done");
                case RETRY_LATER -> failed(effect, result.detail());
                case REFUSED -> giveUp(effect, "refused: " + result.detail());
            }
        }

        private void finish(Effect effect, String outcome) {
            done.add(effect.id());
            report(effect, outcome);
        }

        /** One that did not even get its turn comes again sooner than those that failed before it, lest they starve it. */
        private void untried(Effect effect, String cause) {
            later(effect, cause, Math.min(effect.attempts() + 1, 4));
        }

        void failed(Effect effect, String cause) {
            later(effect, cause == null ? "no cause given" : cause, effect.attempts() + 1);
        }

        private void later(Effect effect, String text, int failures) {
            if (Duration.between(effect.createdAt(), now).compareTo(settings.maximumAge()) >= 0) {
                giveUp(effect, "not possible for " + settings.maximumAge().toHours() + " hours: " + text);
            } else {
                effects.retry(effect.id(), now.plus(settings.backoff().pause(failures)), text, now);
                report(effect, "retry");
            }
        }

        private void giveUp(Effect effect, String cause) {
            MDC.put("order", effect.orderId());
            LOG.warn("Effect {} of lane {} gave up: {}", effect.id(), effect.lane(), cause);
            MDC.remove("order");
            effects.giveUp(effect.id(), cause, now);
            report(effect, "gave-up");
        }

        private void report(Effect effect, String outcome) {
            transactions.afterCommit(() -> report.tried(effect, outcome));
        }

        private DeliveryStore.Delivery record(OutgoingMessage message, DeliveryResult result) {
            return new DeliveryStore.Delivery(message.orderId(), message.message(), channel.id(),
                    channel.addressKind().mask(message.address()), message.key(), result, now);
        }
    }
}
