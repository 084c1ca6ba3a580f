package org.openbeian.core.message;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.EventPublisher;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
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
    static final String ORGANIZER = "organizer";
    static final String SERVICE = "service";

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
            if (!notice.variables().contains(name)) {
                throw new IllegalArgumentException(told.message() + " has no variable " + name);
            }
            data.put(VALUE + name, value);
        });
        Order order = told.orderId() == null ? null : orders.load(told.orderId()).orElse(null);
        if (order != null || told.orderId() == null) {
            effects.add(messages(notice, order, told.account(), told.occasion(), data, now()));
        }
    }

    @Override
    public int publish(Event event) {
        if (event.payload().length() > MOST) {
            throw new IllegalArgumentException("the payload of event " + event.type() + " is longer than " + MOST);
        }
        List<Effect> caused = new ArrayList<>();
        for (Endpoint endpoint : wanting(event.account(), event.type())) {
            if (isWebhook(endpoint.channel())) {
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

    /** Whether a channel is there that events go to; without one nobody need make any. */
    public boolean hasWebhooks() {
        return channels.ids().stream().anyMatch(this::isWebhook);
    }

    private boolean isWebhook(String channel) {
        return channels.find(channel).map(NotificationChannel::form).filter(NotificationForms.WEBHOOK::equals).isPresent();
    }

    /** A message to one endpoint alone. */
    Effect test(Endpoint endpoint, Instant now) {
        Map<String, String> data = new TreeMap<>(Map.of(MESSAGE, org.openbeian.core.message.Notice.ENDPOINT_TEST.id(), ACCOUNT,
            endpoint.account(), ENDPOINT, endpoint.id(), VALUE + "endpoint", endpoint.name()));
        return new Effect(0, "channel:" + endpoint.channel(), MESSAGE, null, key("endpoint-test:" + endpoint.id() + ":"
            + now.toEpochMilli()), data, 0, now, now);
    }

    /**
     * The effects by which something is told.
     *
     * @param order order it is about, or null
     * @param account account that is told
     * @param more parameters that go into each effect
     */
    public List<Effect> messages(org.openbeian.core.message.Notice notice, Order order, String account, String occasion,
            Map<String, String> more, Instant now) {
        Fan fan = new Fan(notice, order, account, occasion, more, now);
        SortedSet<String> ids = channels.ids();
        ids.addAll(settings.channels());
        List<String> mobile = channels.alternatives(AddressKind.MOBILE);
        List<Endpoint> wanting = null;
        for (String id : ids) {
            AddressKind kind = channels.find(id).map(NotificationChannel::addressKind).orElse(null);
            if (kind == AddressKind.EMAIL) {
                fan.toPersons(id, "", Principal::email);
            } else if (kind == AddressKind.ENDPOINT) {
                wanting = wanting == null ? wanting(account, notice.id()) : wanting;
                wanting.stream().filter(endpoint -> endpoint.channel().equals(id)).forEach(endpoint -> fan.toEndpoint(id, endpoint));
            } else if (kind != AddressKind.MOBILE) {
                fan.add(id, Map.of(), "");
            }
        }
        if (!mobile.isEmpty() && notice.receiver() != org.openbeian.core.message.Notice.Receiver.ACCOUNT && order != null) {
            fan.toPersons(mobile.get(0), Ways.chain(mobile.subList(1, mobile.size()), channels.alternatives(AddressKind.EMAIL)),
                Principal::mobile);
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
        private final Instant now;
        private final List<Effect> effects = new ArrayList<>();

        Fan(org.openbeian.core.message.Notice notice, Order order, String account, String occasion, Map<String, String> more,
                Instant now) {
            this.notice = notice;
            this.order = order;
            this.account = account;
            this.occasion = occasion;
            this.more = more;
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
            String organizer = address(order.application().organizer() == null ? null : order.application().organizer().principal(),
                address);
            List<InternetService> services = order.application().services();
            String service = address(services.isEmpty() ? null : services.get(0).principal(), address);
            if (notice.receiver() == org.openbeian.core.message.Notice.Receiver.SERVICE_PRINCIPAL || organizer == null) {
                add(channel, with(chain, SERVICE), "");
                return;
            }
            add(channel, with(chain, ORGANIZER), "");
            if (service != null && !service.equals(organizer)) {
                add(channel, with(chain, SERVICE), ":" + SERVICE);
            }
        }

        private static Map<String, String> with(Map<String, String> chain, String person) {
            Map<String, String> with = new TreeMap<>(chain);
            with.put(PERSON, person);
            return with;
        }

        private static String address(Principal principal, Function<Principal, String> address) {
            return Arrays.asList(principal).stream().filter(Objects::nonNull).map(address)
                .filter(found -> found != null && !found.isBlank()).findFirst().orElse(null);
        }

        void add(String channel, Map<String, String> own, String suffix) {
            Map<String, String> data = new TreeMap<>(more);
            data.put(MESSAGE, notice.id());
            data.put("occasion", occasion);
            data.putAll(own);
            String about = order == null ? account : order.id();
            if (order == null) {
                data.put(ACCOUNT, account);
            } else if (order.progress().due() != null) {
                data.put("due", order.progress().due().toString());
            }
            effects.add(new Effect(0, "channel:" + channel, MESSAGE, order == null ? null : order.id(),
                key(String.join(":", about, occasion, notice.id(), channel) + suffix), data, 0, now, now));
        }
    }
}
