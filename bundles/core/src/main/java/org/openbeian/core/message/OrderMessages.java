package org.openbeian.core.message;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.MessageRenderer;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.OutgoingMessage.Extras;
import org.openbeian.api.channel.Rendering;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Writes messages from templates at the moment they are sent, if they are wanted then. Thread-safe. */
@Component(service = MessageRenderer.class)
public final class OrderMessages implements MessageRenderer {

    private static final String LANE = "channel:";
    private static final Rendering NOBODY = new Rendering.Drop("there is nobody to tell on this channel");

    private final Transactions transactions;
    private final OrderStore orders;
    private final RuleBooks books;
    private final Channels channels;
    private final MessageValues values;
    private final TemplatesComponent templates;
    private final PreferenceBook preferences;
    private final EndpointBook endpoints;
    private final Clock clock;

    /** Knows the mail addresses of accounts, where there are accounts. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Accounts accounts;

    /** Created by Declarative Services. */
    @Activate
    public OrderMessages(@Reference Transactions transactions, @Reference OrderStore orders, @Reference RuleBooks books,
            @Reference Channels channels, @Reference MessageValues values, @Reference TemplatesComponent templates,
            @Reference PreferenceBook preferences, @Reference EndpointBook endpoints, @Reference Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.books = books;
        this.channels = channels;
        this.values = values;
        this.templates = templates;
        this.preferences = preferences;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    OrderMessages with(Accounts known) {
        accounts = known;
        return this;
    }

    @Override
    public Rendering render(Effect effect) {
        return transactions.call(() -> rendering(effect));
    }

    private Rendering rendering(Effect effect) {
        String id = effect.lane().substring(LANE.length());
        NotificationChannel channel = channels.find(id).orElse(null);
        if (channel == null) {
            return new Rendering.Later(clock.instant(), "channel " + id + " left meanwhile");
        }
        if (effect.data().containsKey(Telling.ENDPOINT)) {
            Endpoint endpoint = endpoints.find(effect.data().get(Telling.ENDPOINT)).filter(Endpoint::enabled).orElse(null);
            if (endpoint == null) {
                return new Rendering.Drop("the endpoint is gone or disabled");
            }
            if (endpoint.restUntil() != null && clock.instant().isBefore(endpoint.restUntil())) {
                return new Rendering.Later(endpoint.restUntil(), "the endpoint failed and is left alone for a while");
            }
        }
        return effect.kind().equals(Telling.EVENT) ? event(effect) : message(effect, channel);
    }

    private static Rendering event(Effect effect) {
        String type = effect.data().get(Telling.MESSAGE);
        LocalizedText text = new LocalizedText(type, type);
        return new Rendering.Send(new OutgoingMessage(effect.key(), type, effect.orderId(), effect.data().get(Telling.ACCOUNT),
            effect.data().get(Telling.ENDPOINT), text, text, effect.createdAt(),
            new Extras(null, Map.of(), effect.data().get(Telling.PAYLOAD), null)));
    }

    private Rendering message(Effect effect, NotificationChannel channel) {
        Notice notice = Notice.of(effect.data().get(Telling.MESSAGE)).orElseThrow(
            () -> new IllegalArgumentException("there is no message " + effect.data().get(Telling.MESSAGE)));
        Order order = effect.orderId() == null ? null : orders.load(effect.orderId()).orElse(null);
        String account = order == null ? effect.data().get(Telling.ACCOUNT) : order.account();
        if (effect.orderId() != null && order == null) {
            return NOBODY;
        }
        Receiver receiver = receiver(effect, notice, order, account, channel.addressKind()).orElse(null);
        if (receiver == null) {
            return NOBODY;
        }
        PreferenceBook.Choice choice = preferences.choice(account, channel.addressKind(), receiver.address(), receiver.person());
        if (choice.isOff(notice, channel.form())) {
            return new Rendering.Drop("switched off by its receiver");
        }
        Optional<Instant> quiet = notice.isUrgent() || !NotificationForms.NOISY.contains(channel.form()) ? Optional.empty()
            : preferences.quietUntil(choice.first(), clock.instant());
        if (quiet.isPresent()) {
            return new Rendering.Later(quiet.get(), "quiet hours");
        }
        return new Rendering.Send(write(effect, notice, order, account, receiver, channel, choice.first().language()));
    }

    private OutgoingMessage write(Effect effect, Notice notice, Order order, String account, Receiver receiver,
            NotificationChannel channel, String language) {
        Optional<ProvinceProfile> profile = order == null || order.provinceId() == null ? Optional.empty()
            : books.current().profile(order.provinceId());
        Values zh = new Values(order, effect, profile, values, LocalizedText::zh);
        Values en = new Values(order, effect, profile, values, LocalizedText::en);
        TemplateShelf shelf = templates.shelf();
        Template first = shelf.find(notice, channel.id(), channel.form(), "zh-CN").orElseThrow();
        Template second = shelf.find(notice, channel.id(), channel.form(), "en").orElseThrow();
        LocalizedText subject = new LocalizedText(first.subject(zh::of), second.subject(en::of));
        LocalizedText text = new LocalizedText(first.body(zh::of), second.body(en::of));
        Map<String, LocalizedText> filled = new TreeMap<>();
        notice.variables().forEach(name -> filled.put(name, new LocalizedText(text(zh.of(name)), text(en.of(name)))));
        boolean mail = channel.addressKind() == AddressKind.EMAIL && !notice.isMandatory();
        Extras extras = new Extras(language, filled, channel.form().equals(NotificationForms.WEBHOOK)
            ? Payload.of(effect, notice, account, subject, text) : null, mail ? preferences.unsubscribeLink(receiver.address()) : null);
        return new OutgoingMessage(effect.key(), notice.id(), effect.orderId(), account, receiver.address(), subject, text,
            effect.createdAt(), extras);
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? "—" : value;
    }

    /** Who is told: an address, and whether it is a person's rather than the account's. */
    private record Receiver(String address, boolean person) {
    }

    private Optional<Receiver> receiver(Effect effect, Notice notice, Order order, String account, AddressKind kind) {
        String person = effect.data().getOrDefault(Telling.PERSON, switch (notice.receiver()) {
            case ACCOUNT -> Telling.ACCOUNT;
            case PERSONS -> Persons.ORGANIZER;
            case SERVICE_PRINCIPAL, VERIFIED -> Persons.SERVICE;
        });
        return switch (kind) {
            case ACCOUNT -> Optional.of(new Receiver(account, false));
            case ENDPOINT -> Optional.ofNullable(effect.data().get(Telling.ENDPOINT)).map(id -> new Receiver(id, false));
            case EMAIL -> effect.data().containsKey(Ways.INSTEAD) ? instead(effect, notice, order, account)
                : email(order, account, person);
            case MOBILE -> people(order, person, Persons::mobile).findFirst().map(mobile -> new Receiver(mobile, true));
        };
    }

    private Optional<Receiver> email(Order order, String account, String person) {
        Stream<Receiver> people = people(order, person, Persons::email).map(address -> new Receiver(address, true));
        Stream<Receiver> both = person.equals(Telling.ACCOUNT) ? Stream.concat(own(account), people)
            : Stream.concat(people, own(account));
        return both.filter(found -> !found.address().isBlank()).findFirst();
    }

    private Stream<Receiver> own(String account) {
        Accounts known = accounts;
        return known == null ? Stream.empty() : known.email(account).map(address -> new Receiver(address, false)).stream();
    }

    /** A mail that stands in for an SMS goes to the account, unless the same message goes to its address by mail anyway. */
    private Optional<Receiver> instead(Effect effect, Notice notice, Order order, String account) {
        Set<String> mailed = mailed(effect, notice, order, account).filter(told -> !preferences.choice(account, AddressKind.EMAIL,
            told.address(), told.person()).isOff(notice, NotificationForms.EMAIL)).map(told -> told.address().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
        return own(account).filter(mail -> !mail.address().isBlank() && !mailed.contains(mail.address().toLowerCase(Locale.ROOT)))
            .findFirst();
    }

    /** Who is told by mail at the same time as by SMS. */
    private Stream<Receiver> mailed(Effect effect, Notice notice, Order order, String account) {
        if (order == null) {
            return Stream.empty();
        }
        String verified = effect.data().get(Telling.VERIFIED);
        List<String> persons = Persons.told(notice, order, verified == null ? List.of() : List.of(verified.split(",")));
        List<Receiver> direct = persons.stream().map(name -> Persons.email(Persons.of(order, name))).filter(Objects::nonNull)
            .map(address -> new Receiver(address, true)).toList();
        return direct.isEmpty() ? email(order, account, persons.get(0)).stream() : direct.stream();
    }

    /** What the persons of an order have for addresses, whom the message is for first: another of them stands in for one without. */
    private static Stream<String> people(Order order, String person, Function<Principal, String> address) {
        if (order == null) {
            return Stream.empty();
        }
        return Stream.concat(Stream.of(person), Persons.all(order).stream()).map(name -> Persons.of(order, name))
            .map(address).filter(Objects::nonNull);
    }
}
