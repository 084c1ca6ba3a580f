package org.openbeian.core.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.Rendering;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryChannels;
import org.openbeian.core.fake.MemoryLanes;
import org.openbeian.core.fake.MemoryMessages;
import org.openbeian.core.fake.MemoryOrders;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.fake.References;
import org.osgi.framework.ServiceReference;

/** Messages over memory stores, with a channel of each kind. */
class MessageFixture {

    static final Actor ALICE = new Actor("alice", Set.of(Role.APPLICANT), "test");
    static final Actor BOB = new Actor("bob", Set.of(Role.APPLICANT), "test");

    final MemoryTransactions transactions = new MemoryTransactions();
    final MemoryOrders orders = new MemoryOrders(transactions);
    final FixedClock clock = new FixedClock("2026-11-02T02:00:00Z");
    final MemoryChannels known = new MemoryChannels();
    final MessageSettings settings = new MessageSettings();
    final Map<String, ServiceReference<NotificationChannel>> references = new TreeMap<>();
    final Channels channels = channels(new Channels(known, transactions, settings, clock));
    final MemoryMessages kept = new MemoryMessages();
    final MemoryLanes lanes = new MemoryLanes(transactions);
    final PreferenceBook preferences = new PreferenceBook(kept, transactions, new MemoryAudit(), settings)
        .with((kind, value) -> HexFormat.of().toHexDigits(value.hashCode()).repeat(8));
    final Telling telling = new Telling(lanes, kept, orders, channels, new Fixed(), clock);
    final EndpointBook endpoints = new EndpointBook(kept, lanes, transactions, channels, telling, new MemoryAudit(), settings,
        clock);
    final TemplatesComponent templates = new TemplatesComponent(null, channels);
    final OrderMessages messages = new OrderMessages(transactions, orders, new FakeRules(), channels, new Fixed(), templates,
        preferences, endpoints, clock);

    private Channels channels(Channels empty) {
        for (NotificationChannel channel : List.of(new Channel("email", NotificationChannel.AddressKind.EMAIL),
                new Channel("inbox", NotificationChannel.AddressKind.ACCOUNT), new Channel("sms", NotificationChannel.AddressKind.MOBILE),
                new Channel("robot", NotificationChannel.AddressKind.ENDPOINT), new Hook())) {
            references.put(channel.id(), References.of(channel.id(), "1.0.0", 0));
            empty.addChannel(references.get(channel.id()), channel);
        }
        return empty;
    }

    /** Every channel's bundle is stopped. */
    void unplug() {
        references.values().forEach(channels::removeChannel);
    }

    static Endpoints.Wish wish(String channel, String address) {
        return new Endpoints.Wish(channel, "mine", URI.create(address), null, null, null);
    }

    static Set<String> variables(Template template) {
        return Template.variables(template.subject() + template.body());
    }

    OutgoingMessage sent(Effect effect) {
        return ((Rendering.Send) messages.render(effect)).message();
    }

    void store(Order order) {
        orders.put(order);
    }

    static Effect effect(String message, String channel) {
        return new Effect(1, "channel:" + channel, "message", "0".repeat(26), "key " + message + channel,
            Map.of("message", message, "due", "2026-11-09T02:00:00Z"), 0, Instant.EPOCH, Instant.parse("2026-11-02T02:00:00Z"));
    }

    /** A channel of a kind. */
    private record Channel(String id, AddressKind addressKind) implements NotificationChannel {

        @Override
        public LocalizedText name() {
            return FakeRules.text(id);
        }
    }

    /** A channel for machines. */
    static final class Hook implements NotificationChannel {

        @Override
        public String id() {
            return "hook";
        }

        @Override
        public LocalizedText name() {
            return FakeRules.text("hook");
        }

        @Override
        public AddressKind addressKind() {
            return AddressKind.ENDPOINT;
        }

        @Override
        public String form() {
            return "webhook";
        }
    }

    /** One account with a mail address. */
    static final class OneAccount implements Accounts {

        @Override
        public Optional<Actor> authenticate(String name, char[] password, String address) {
            return Optional.empty();
        }

        @Override
        public Optional<Actor> actor(String name, String address) {
            return Optional.empty();
        }

        @Override
        public Optional<String> email(String account) {
            return Optional.of(account + "@example.org");
        }
    }

    /** Settings. */
    static final class Fixed implements MessageValues {

        @Override
        public Duration callAgain() {
            return Duration.ofHours(1);
        }

        @Override
        public int callAttempts() {
            return 2;
        }

        @Override
        public String callNumber() {
            return "0755-12345678";
        }

        @Override
        public List<String> channels() {
            return List.of("inbox", "email");
        }

        @Override
        public Duration publicSecurityTime() {
            return Duration.ofDays(30);
        }

        @Override
        public String footerLink() {
            return "https://beian.miit.gov.cn/";
        }
    }
}
