package org.openbeian.core.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.Rendering;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectListener;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryChannels;
import org.openbeian.core.fake.MemoryLanes;
import org.openbeian.core.fake.MemoryMessages;
import org.openbeian.core.fake.MemoryTasks;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.fake.References;
import org.openbeian.core.message.Channels;
import org.openbeian.core.message.EndpointBook;
import org.openbeian.core.message.MessageSettings;
import org.openbeian.core.message.MessageValues;
import org.openbeian.core.message.ReceiptBook;
import org.openbeian.core.message.Telling;
import org.osgi.framework.ServiceReference;

/** A lane over memory stores, with one channel that answers as it is told to. */
class ChannelLaneFixture {

    static final String LANE = "channel:email";

    final FixedClock clock = new FixedClock("2026-03-02T01:00:00Z");
    final MemoryTransactions transactions = new MemoryTransactions();
    final MemoryLanes lanes = new MemoryLanes(transactions);
    final MemoryTasks tasks = new MemoryTasks(transactions);
    Missing missing = new Missing(lanes, Duration.ZERO);
    final Post post = new Post();
    final MemoryMessages kept = new MemoryMessages();
    final MemoryChannels known = new MemoryChannels();
    final List<DeliveryStore.Delivery> deliveries = kept.deliveries;
    Instant waiting;
    final Set<String> unrenderable = new HashSet<>();
    final Set<String> withoutAddress = new HashSet<>();
    final List<String> outcomes = new ArrayList<>();
    final ServiceReference<NotificationChannel> reference = References.of("email", "1.0.0", 0);
    Channels channels;
    ReceiptBook receipts;
    EndpointBook endpoints;
    ChannelLane lane = lane();

    Effect effect(String channel, Map<String, String> data) {
        return new Effect(0, "channel:" + channel, "message", "order-1", "k1", data, 0, clock.instant(), clock.instant());
    }

    void put(Effect effect) {
        transactions.run(() -> lanes.add(List.of(effect)));
    }

    void put(int count) {
        for (int i = 1; i <= count; i++) {
            lanes.put(LANE, "message", "order-" + i, clock.instant());
        }
    }

    ChannelLane lane() {
        EffectReport report = new EffectReport(clock);
        report.listeners = List.of(new EffectListener() {
            @Override
            public void tried(String name, String outcome, Duration lag) {
                outcomes.add(outcome);
            }

            @Override
            public void exchanged(String authorityId, String outcome) {
                throw new AssertionError("not used");
            }
        });
        MessageSettings messages = new MessageSettings();
        channels = new Channels(known, transactions, messages, clock);
        if (post.there) {
            channels.addChannel(reference, post);
        }
        channels.useTransport(post);
        Telling telling = new Telling(lanes, kept, null, channels, new Nothing(), clock);
        endpoints = new EndpointBook(kept, lanes, transactions, channels, telling, new MemoryAudit(), messages, clock);
        receipts = new ReceiptBook(kept, lanes, transactions, channels, messages, clock);
        return new ChannelLane(transactions, lanes, kept, this::render, post, missing, report, new LaneSettings(), receipts, endpoints,
            tasks, clock);
    }

    Rendering render(Effect effect) {
        if (unrenderable.contains(effect.orderId())) {
            throw new IllegalStateException("no template");
        }
        Instant rest = effect.data().containsKey("endpoint")
            ? kept.endpoints.get(effect.data().get("endpoint")).endpoint().restUntil() : null;
        if (rest != null && rest.isAfter(clock.instant())) {
            return new Rendering.Later(rest, "the endpoint rests");
        }
        LocalizedText text = new LocalizedText("文", "text");
        return withoutAddress.contains(effect.orderId()) ? new Rendering.Drop("nobody") : waiting != null
            ? new Rendering.Later(waiting, "quiet") : new Rendering.Send(new OutgoingMessage(effect.key(), "m", effect.orderId(),
                "alice", effect.data().getOrDefault("endpoint", "zhang@example.com"), text, text, effect.createdAt()));
    }

    /** No settings are asked for. */
    static final class Nothing implements MessageValues {

        @Override
        public Duration callAgain() {
            throw new AssertionError("not used");
        }

        @Override
        public int callAttempts() {
            throw new AssertionError("not used");
        }

        @Override
        public String callNumber() {
            throw new AssertionError("not used");
        }

        @Override
        public Duration publicSecurityTime() {
            throw new AssertionError("not used");
        }

        @Override
        public String footerLink() {
            throw new AssertionError("not used");
        }

        @Override
        public List<String> channels() {
            return List.of("inbox");
        }
    }

    static final class Post implements ChannelTransport, NotificationChannel {

        final List<OutgoingMessage> sent = new ArrayList<>();
        final Map<String, DeliveryResult> answers = new HashMap<>();
        final Set<String> ready = new HashSet<>();
        boolean there = true;
        AddressKind kind = AddressKind.EMAIL;
        int breaksAfter = Integer.MAX_VALUE;
        String failure = "it is left alone";
        String breaksTransaction;
        Runnable meanwhile = () -> { };

        @Override
        public Optional<NotificationChannel> channel(String id) {
            return (id.equals("email") ? there : ready.contains(id)) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Sent send(String channelId, List<OutgoingMessage> messages) {
            List<DeliveryResult> results = new ArrayList<>();
            for (OutgoingMessage message : messages) {
                String number = message.orderId().substring("order-".length());
                if (results.size() == breaksAfter) {
                    return new Sent(results, failure);
                }
                if (number.equals(breaksTransaction)) {
                    throw new IllegalStateException("value too long");
                }
                sent.add(message);
                meanwhile.run();
                results.add(answers.getOrDefault(number, DeliveryResult.accepted("id")));
            }
            return new Sent(results, null);
        }

        @Override
        public String id() {
            return "email";
        }

        @Override
        public LocalizedText name() {
            return new LocalizedText("邮件", "mail");
        }

        @Override
        public AddressKind addressKind() {
            return kind;
        }
    }
}
