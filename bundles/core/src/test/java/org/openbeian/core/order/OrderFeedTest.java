package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.openbeian.api.order.EventFeed;
import org.openbeian.api.order.EventFeed.Event;
import org.openbeian.api.order.EventFeed.EventPage;
import org.openbeian.api.order.EventFeed.EventType;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.store.EventFeedStore;
import org.openbeian.core.json.ModelJson;

/** What machines are told of the changes of orders. */
public class OrderFeedTest {

    private final Desk desk = new Desk();
    private final OrderFeed feed = new OrderFeed(new OneSequence(), desk.transactions);

    @Test
    public void everybodyIsToldOfTheOrdersThatHeSees() {
        Order order = desk.submitted();
        List<String> types = feed.read(SAM, null, 100).items().stream().map(item -> item.event().type()).toList();
        assertEquals("order.created", types.get(0));
        assertEquals("order.submitted", types.get(types.size() - 1));
        assertEquals(types.size(), feed.read(ALICE, null, 100).items().size());
        assertEquals(List.of(), feed.read(MALLORY, null, 100).items());
        assertEquals(order.id() + "-1", feed.read(ALICE, null, 1).items().get(0).event().id());
    }

    @Test
    public void aPageGoesOnBehindTheOneBeforeAndFromAnyEvent() {
        desk.submitted();
        EventPage first = feed.read(SAM, null, 2);
        assertTrue(first.more());
        assertEquals(first.next(), first.items().get(1).cursor());
        EventPage again = feed.read(SAM, first.items().get(0).cursor(), 1);
        assertEquals(first.items().get(1), again.items().get(0));
        assertEquals(List.of(), feed.read(SAM, EventFeed.NOW, 10).items());
    }

    @Test
    public void aCursorOfElsewhereIsRefused() {
        for (String bad : List.of("", "x", "00000000.1..0", "0badcafe.1.A.0", "0badcafe.1..0 ")) {
            assertEquals(bad, "cursor-unknown", code(() -> feed.read(SAM, bad, 10)));
        }
        assertEquals("limit-out-of-range", code(() -> feed.read(SAM, null, 0)));
        assertEquals("limit-out-of-range", code(() -> feed.read(SAM, null, 501)));
    }

    @Test
    public void theCatalogueNamesEveryEventOfTheLifeCycle() {
        assertEquals(OrderEvent.values().length, feed.types().size());
        Set<String> moved = new TreeSet<>();
        OrderLifeCycle.TABLE.forEach(row -> moved.add("order." + row.event().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        Set<String> told = new TreeSet<>();
        feed.types().stream().filter(type -> !type.to().isEmpty()).forEach(type -> told.add(type.type()));
        assertEquals(moved, told);
        feed.types().forEach(type -> assertTrue(type.type(), type.text().zh().length() > 3 && type.text().en().length() > 9));
    }

    @Test
    public void whatIsToldFitsItsSchemaAndNothingElseDoes() {
        Order order = desk.submitted();
        desk.orders.withdraw(ALICE, order.id(), Orders.ANY_VERSION, "not needed");
        List<Event> events = feed.read(SAM, null, 100).items().stream().map(EventFeed.EventItem::event).toList();
        assertTrue(events.size() >= 3);
        for (Event event : events) {
            assertEquals(event.toString(), Set.of(), errors(event.type(), ModelJson.mapper().valueToTree(event)));
        }
        JsonNode created = ModelJson.mapper().valueToTree(events.get(0));
        assertTrue("another's type", !errors("order.withdrawn", created).isEmpty());
    }

    @Test
    public void aWebhookIsToldTheSameAndNeverTooMuch() throws Exception {
        Order order = desk.submitted();
        HistoryEntry entry = desk.store.lastEntry(order.id());
        Event event = feed.read(SAM, null, 100).items().get(entry.no() - 1).event();
        assertEquals(ModelJson.mapper().<JsonNode>valueToTree(event),
            ModelJson.mapper().readTree(EventTypes.published(order, entry).payload()));
        HistoryEntry long1 = new HistoryEntry(order.id(), 1, entry.at(), "sam", OrderEvent.RETURNED,
            OrderState.PRE_REVIEW, OrderState.RETURNED, "why",
            java.util.Map.of("reasons", "x".repeat(20_000)), entry.previousHash(), entry.hash());
        String payload = EventTypes.published(order, long1).payload();
        assertTrue(payload.length() < 1000 && payload.contains("\"reason\":\"why\""));
        assertEquals(Set.of(), errors("order.returned", ModelJson.mapper().readTree(payload)));
    }

    private Set<?> errors(String name, JsonNode event) {
        EventType type = feed.types().stream().filter(one -> one.type().equals(name)).findFirst().orElseThrow();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(ModelJson.mapper().<JsonNode>valueToTree(type.schema())).validate(event);
    }

    /** The histories of all orders, one transaction for each. */
    private final class OneSequence implements EventFeedStore {

        @Override
        public String epoch() {
            return "0badcafe";
        }

        @Override
        public Position end() {
            return new Position(Long.MAX_VALUE / 10, "", 0);
        }

        @Override
        public Batch read(String account, Collection<String> orders, Position after, int limit) {
            List<Row> rows = desk.store.list(new org.openbeian.api.order.OrderQuery(account, null, null, false, null, 100)).stream()
                .filter(order -> orders == null || orders.contains(order.id()))
                .flatMap(order -> desk.store.history(order.id(), 0).stream().map(entry -> row(order.account(), entry)))
                .filter(row -> row.position().transaction() > after.transaction()).limit(limit).toList();
            return new Batch(rows, rows.size() == limit ? rows.get(limit - 1).position() : end());
        }

        private Row row(String account, HistoryEntry entry) {
            return new Row(new Position(entry.no(), entry.orderId(), entry.no()), account, entry);
        }
    }
}
