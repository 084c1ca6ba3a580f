package org.openbeian.core.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openbeian.api.channel.EventPublisher;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.EventFeed.Event;
import org.openbeian.api.order.EventFeed.EventType;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.core.json.ModelJson;

/** The kinds of events for machines: one for each event of the life cycle, with the states that its table allows. */
final class EventTypes {

    private static final String PREFIX = "order.";

    private final List<EventType> all;

    EventTypes() {
        Map<String, List<String>> texts = texts();
        all = Arrays.stream(OrderEvent.values()).map(event -> type(event, texts.get(event.name())))
            .sorted(Comparator.comparing(EventType::type)).toList();
    }

    List<EventType> all() {
        return all;
    }

    /** A history entry as machines are told it. */
    static Event event(String account, HistoryEntry entry) {
        return new Event(entry.orderId() + "-" + entry.no(), name(entry.event()), entry.at(), entry.orderId(), entry.no(), account,
            entry.actor(), entry.from(), entry.to(), entry.reason(), entry.details());
    }

    /** A history entry as webhooks are told it: the same; without details when those are longer than a webhook takes. */
    static EventPublisher.Event published(Order order, HistoryEntry entry) {
        Event event = event(order.account(), entry);
        String payload = json(event);
        if (payload.length() > EventPublisher.MOST) {
            payload = json(new Event(event.id(), event.type(), event.at(), event.order(), event.no(), event.account(), event.actor(),
                event.from(), event.to(), event.reason(), Map.of()));
        }
        return new EventPublisher.Event(event.id(), event.type(), event.account(), event.order(), payload, event.at());
    }

    private static String json(Event event) {
        try {
            return ModelJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(OrderEvent event) {
        return PREFIX + event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static EventType type(OrderEvent event, List<String> text) {
        Set<OrderState> from = EnumSet.noneOf(OrderState.class);
        Set<OrderState> to = EnumSet.noneOf(OrderState.class);
        OrderLifeCycle.TABLE.stream().filter(row -> row.event() == event).forEach(row -> {
            from.addAll(row.from());
            to.addAll(row.to() == null ? row.from() : Set.of(row.to()));
        });
        return new EventType(name(event), new LocalizedText(text.get(0), text.get(1)), List.copyOf(from), List.copyOf(to),
            schema(event, text.get(1), from, to));
    }

    private static Map<String, Object> schema(OrderEvent event, String text, Set<OrderState> from, Set<OrderState> to) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Map.of("type", "string", "description", "Unique; the same whenever the event is told"));
        properties.put("type", Map.of("const", name(event)));
        properties.put("at", Map.of("type", "string", "format", "date-time"));
        properties.put("order", Map.of("type", "string"));
        properties.put("no", Map.of("type", "integer", "minimum", 1));
        properties.put("account", Map.of("type", "string"));
        properties.put("actor", Map.of("type", "string"));
        if (!from.isEmpty()) {
            properties.put("from", Map.of("enum", names(from)));
        }
        properties.put("to", Map.of("enum", names(to)));
        properties.put("reason", Map.of("type", "string"));
        properties.put("details", Map.of("type", "object", "additionalProperties", Map.of("type", "string")));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", text);
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.of("id", "type", "at", "order", "no", "account", "actor", "to", "details"));
        schema.put("additionalProperties", false);
        return schema;
    }

    private static List<String> names(Set<OrderState> states) {
        return states.stream().map(OrderState::name).toList();
    }

    static Map<String, List<String>> texts() {
        try (InputStream file = EventTypes.class.getResourceAsStream("event-texts.json")) {
            return new ObjectMapper().readValue(file, new TypeReference<Map<String, List<String>>>() { });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
