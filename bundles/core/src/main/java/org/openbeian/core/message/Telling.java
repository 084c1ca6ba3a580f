package org.openbeian.core.message;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.EventPublisher;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
import org.openbeian.api.store.ChannelStore.Known;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.EndpointStore;
import org.openbeian.api.store.OrderStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides who is told over which way: persons in the order by SMS and e-mail, the account by inbox, webhook and IM. Ways that
 * stand in for each other (several providers of SMS) are a chain, of which the first is tried first. Thread-safe.
 */
@Component(service = {Telling.class, Notices.class, EventPublisher.class})
public final class Telling implements Notices, EventPublisher {

    static final String MESSAGE = "message";
    static final String EVENT = "event";
    static final String ACCOUNT = "account";
    static final String PERSON = "person";
    static final String ENDPOINT = "endpoint";
    static final String PAYLOAD = "payload";
    static final String VALUE = "v.";
    static final String VERIFIED = "verified";

    private static final int KEY_MOST = 200;

    private final EffectStore effects;
    private final EndpointStore endpoints;
    private final OrderStore orders;
    private final Channels channels;
    private final MessageValues settings;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public Telling(@Reference EffectStore effects, @Reference EndpointStore endpoints, @Reference OrderStore orders,
            @Reference Channels channels, @Reference MessageValues settings, @Reference Clock clock) {
        this.effects = effects;
        this.endpoints = endpoints;
        this.orders = orders;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void tell(Notice told) {
        org.openbeian.core.message.Notice notice = org.openbeian.core.message.Notice.of(told.message()).orElseThrow(
            () -> new IllegalArgumentException("there is no message " + told.message()));
        Map<String, String> data = new TreeMap<>();
        told.values().forEach((name, value) -> {
            if (!notice.variables().contains(name.endsWith(IN_ENGLISH) ? name.substring(0, name.length() - IN_ENGLISH.length()) : name)) {
                throw new IllegalArgumentException(told.message() + " has no variable " + name);
            }
            data.put(VALUE + name, value);
        });
        Order order = told.orderId() == null ? null : orders.load(told.orderId()).orElse(null);
        if (order != null || told.orderId() == null) {
            effects.add(messages(notice, order, told.account(), told.occasion(), data, List.of(), now()));
        }
    }

    @Override
    public int publish(Event event) {
        if (event.payload().length() > MOST) {
            throw new IllegalArgumentException("the payload of event " + event.type() + " is longer than " + MOST);
        }
        List<Effect> caused = new ArrayList<>();
        Set<String> webhooks = webhooks();
        for (Endpoint endpoint : wanting(event.account(), event.type())) {
            if (webhooks.contains(endpoint.channel())) {
                Map<String, String> data = Map.of(MESSAGE, event.type(), ACCOUNT, event.account(), ENDPOINT, endpoint.id(), PAYLOAD,
                    event.payload());
                caused.add(new Effect(0, "channel:" + endpoint.channel(), EVENT, event.orderId(), key(event.id() + ":" + endpoint.id()),
                    data, 0, event.at(), event.at()));
            }
        }
        if (!caused.isEmpty()) {
            effects.add(caused);
        }
        return caused.size();
    }

    /** Whether there is a channel that events go to, be it away for a while; without one nobody need make any. */
    public boolean hasWebhooks() {
        return !webhooks().isEmpty();
    }

    private Set<String> webhooks() {
        return channels.told().values().stream().filter(channel -> NotificationForms.WEBHOOK.equals(channel.form()))
            .map(Known::id).collect(Collectors.toSet());
    }

    /** A message to one endpoint alone. */
    Effect test(Endpoint endpoint, Instant now) {
        Map<String, String> data = new TreeMap<>(Map.of(MESSAGE, org.openbeian.core.message.Notice.ENDPOINT_TEST.id(), ACCOUNT,
            endpoint.account(), ENDPOINT, endpoint.id(), VALUE + "endpoint", endpoint.name()));
        return new Effect(0, "channel:" + endpoint.channel(), MESSAGE, null, key("endpoint-test:" + endpoint.id() + ":"
            + now.toEpochMilli()), data, 0, now, now);
    }

    /**
     * The effects by which something is told, also over channels that are away for a while.
     *
     * @param order order it is about, or null
     * @param account account that is told
     * @param more parameters that go into each effect
     * @param verified JSON pointers of the persons who get the ministry's code; empty where that is not what it is about
     */
    public List<Effect> messages(org.openbeian.core.message.Notice notice, Order order, String account, String occasion,
            Map<String, String> more, List<String> verified, Instant now) {
        Fan fan = new Fan(notice, order, account, occasion, more, verified.stream().map(Persons::at).toList(), now);
        SortedMap<String, Known> told = channels.told();
        SortedSet<String> ids = new TreeSet<>(told.keySet());
        ids.addAll(settings.channels());
        List<String> mobile = channels.alternatives(AddressKind.MOBILE);
        List<Endpoint> wanting = null;
        for (String id : ids) {
            AddressKind kind = told.containsKey(id) ? told.get(id).kind() : null;
            if (kind == AddressKind.EMAIL) {
                fan.toPersons(id, "", Persons::email);
            } else if (kind == AddressKind.ENDPOINT) {
                wanting = wanting == null ? wanting(account, notice.id()) : wanting;
                wanting.stream().filter(endpoint -> endpoint.channel().equals(id)).forEach(endpoint -> fan.toEndpoint(id, endpoint));
            } else if (kind != AddressKind.MOBILE) {
                fan.add(id, Map.of(), "");
            }
        }
        if (!mobile.isEmpty() && notice.receiver() != org.openbeian.core.message.Notice.Receiver.ACCOUNT && order != null) {
            fan.toPersons(mobile.get(0), Ways.chain(mobile.subList(1, mobile.size()), channels.alternatives(AddressKind.EMAIL)),
                Persons::mobile);
        }
        return fan.effects;
    }

    private List<Endpoint> wanting(String account, String topic) {
        return endpoints.ofAccount(account).stream().map(EndpointStore.Kept::endpoint)
            .filter(endpoint -> endpoint.enabled() && endpoint.wants(topic)).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String key(String text) {
        return text.length() <= KEY_MOST ? text : text.substring(0, KEY_MOST - 20) + ":" + Integer.toHexString(text.hashCode());
    }

    /** The effects of one message. */
    private static final class Fan {

        private final org.openbeian.core.message.Notice notice;
        private final Order order;
        private final String account;
        private final String occasion;
        private final Map<String, String> more;
        private final List<String> verified;
        private final Instant now;
        private final List<Effect> effects = new ArrayList<>();

        Fan(org.openbeian.core.message.Notice notice, Order order, String account, String occasion, Map<String, String> more,
                List<String> verified, Instant now) {
            this.notice = notice;
            this.order = order;
            this.account = account;
            this.occasion = occasion;
            this.more = more;
            this.verified = verified;
            this.now = now;
        }

        void toEndpoint(String channel, Endpoint endpoint) {
            add(channel, Map.of(ENDPOINT, endpoint.id()), ":" + endpoint.id());
        }

        /** One effect for each address; the address itself is looked up when it is sent. */
        void toPersons(String channel, String then, Function<Principal, String> address) {
            Map<String, String> chain = then.isEmpty() ? Map.of() : Map.of(Ways.THEN, then);
            if (order == null || notice.receiver() == org.openbeian.core.message.Notice.Receiver.ACCOUNT) {
                add(channel, with(chain, ACCOUNT), "");
                return;
            }
            Map<String, String> byAddress = new LinkedHashMap<>();
            for (String person : persons()) {
                String found = address.apply(Persons.of(order, person));
                if (found != null) {
                    byAddress.putIfAbsent(found, person);
                }
            }
            if (byAddress.isEmpty()) {
                add(channel, with(chain, persons().get(0)), "");
                return;
            }
            String suffix = "";
            for (String person : byAddress.values()) {
                add(channel, with(chain, person), suffix.isEmpty() ? suffix : ":" + person);
                suffix = person;
            }
        }

        private List<String> persons() {
            return Persons.told(notice, order, verified);
        }

        private static Map<String, String> with(Map<String, String> chain, String person) {
            Map<String, String> with = new TreeMap<>(chain);
            with.put(PERSON, person);
            return with;
        }

        void add(String channel, Map<String, String> own, String suffix) {
            Map<String, String> data = new TreeMap<>(more);
            data.put(MESSAGE, notice.id());
            data.put("occasion", occasion);
            data.put(ACCOUNT, account);
            if (!verified.isEmpty()) {
                data.put(VERIFIED, String.join(",", verified));
            }
            data.putAll(own);
            String about = order == null ? account : order.id();
            if (order != null && order.progress().due() != null) {
                data.put("due", order.progress().due().toString());
            }
            effects.add(new Effect(0, "channel:" + channel, MESSAGE, order == null ? null : order.id(),
                key(String.join(":", about, occasion, notice.id(), channel) + suffix), data, 0, now, now));
        }
    }
}
