package org.openbeian.core.message;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeian.api.channel.MessageRenderer;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.InternetService;
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

/** Writes the messages about orders from templates, at the moment they are sent. Thread-safe. */
@Component(service = MessageRenderer.class)
public final class OrderMessages implements MessageRenderer {

    private static final String LANE = "channel:";

    private final Transactions transactions;
    private final OrderStore orders;
    private final RuleBooks books;
    private final Channels channels;
    private final MessageValues values;
    private final Map<Notice, Template> chinese = new EnumMap<>(Notice.class);
    private final Map<Notice, Template> english = new EnumMap<>(Notice.class);

    /** Knows the mail addresses of accounts, where there are accounts. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Accounts accounts;

    /** Created by Declarative Services. */
    @Activate
    public OrderMessages(@Reference Transactions transactions, @Reference OrderStore orders, @Reference RuleBooks books,
            @Reference Channels channels, @Reference MessageValues values) {
        this.transactions = transactions;
        this.orders = orders;
        this.books = books;
        this.channels = channels;
        this.values = values;
        for (Notice notice : Notice.values()) {
            chinese.put(notice, Template.load(notice, "zh"));
            english.put(notice, Template.load(notice, "en"));
        }
    }

    OrderMessages with(Accounts known) {
        accounts = known;
        return this;
    }

    @Override
    public Optional<OutgoingMessage> render(Effect effect) {
        Notice notice = Notice.of(effect.data().get("message")).orElseThrow(
            () -> new IllegalArgumentException("there is no message " + effect.data().get("message")));
        String id = effect.lane().substring(LANE.length());
        AddressKind kind = channels.find(id).map(NotificationChannel::addressKind)
            .orElseThrow(() -> new IllegalStateException("channel " + id + " is not there"));
        return transactions.call(() -> orders.load(effect.orderId()))
            .flatMap(order -> address(order, notice.receiver(), kind).map(address -> message(effect, notice, order, address)));
    }

    private OutgoingMessage message(Effect effect, Notice notice, Order order, String address) {
        Optional<ProvinceProfile> profile = order.provinceId() == null ? Optional.empty()
            : books.current().profile(order.provinceId());
        Values zh = new Values(order, effect, profile, values, LocalizedText::zh);
        Values en = new Values(order, effect, profile, values, LocalizedText::en);
        Template first = chinese.get(notice);
        Template second = english.get(notice);
        return new OutgoingMessage(effect.key(), notice.id(), order.id(), order.account(), address,
            new LocalizedText(first.subject(zh::of), second.subject(en::of)),
            new LocalizedText(first.body(zh::of), second.body(en::of)), effect.createdAt());
    }

    private Optional<String> address(Order order, Notice.Receiver receiver, AddressKind kind) {
        return switch (kind) {
            case ACCOUNT -> Optional.of(order.account());
            case EMAIL -> emails(order, receiver).filter(email -> !email.isBlank()).findFirst();
            case MOBILE -> people(order, receiver).map(Principal::mobile).filter(Objects::nonNull)
                .filter(mobile -> !mobile.isBlank()).findFirst();
        };
    }

    private Stream<String> emails(Order order, Notice.Receiver receiver) {
        Accounts known = accounts;
        Stream<String> account = known == null ? Stream.of() : known.email(order.account()).stream();
        Stream<String> persons = people(order, receiver).map(Principal::email).filter(Objects::nonNull);
        return receiver == Notice.Receiver.ACCOUNT ? Stream.concat(account, persons) : Stream.concat(persons, account);
    }

    /** The people of an order, whom the message is for first. */
    private static Stream<Principal> people(Order order, Notice.Receiver receiver) {
        Principal organizer = order.application().organizer() == null ? null : order.application().organizer().principal();
        List<InternetService> services = order.application().services();
        Principal service = services.isEmpty() ? null : services.get(0).principal();
        List<Principal> people = receiver == Notice.Receiver.SERVICE_PRINCIPAL
            ? Arrays.asList(service, organizer) : Arrays.asList(organizer, service);
        return people.stream().filter(Objects::nonNull);
    }
}
