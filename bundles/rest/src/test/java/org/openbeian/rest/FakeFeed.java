package org.openbeian.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openbeian.api.order.EventFeed;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;

/** The histories of all orders behind each other, whoever asks; a cursor counts the events before it. */
final class FakeFeed implements EventFeed {

    private final Supplier<Orders> orders;

    FakeFeed(Supplier<Orders> orders) {
        this.orders = orders;
    }

    @Override
    public EventPage read(Actor actor, String after, int limit) {
        if (after != null && !after.equals(NOW) && !after.startsWith("0badcafe.")) {
            throw new Refusal(Refusal.Kind.INVALID, "cursor-unknown", "no such place");
        }
        List<EventItem> all = new ArrayList<>();
        FakeOrders fake = (FakeOrders) orders.get();
        synchronized (fake) {
            for (Order order : fake.orders.values()) {
                for (HistoryEntry entry : fake.histories.get(order.id())) {
                    all.add(new EventItem("0badcafe." + (all.size() + 1) + "..0", new Event(order.id() + "-" + entry.no(), "order."
                        + entry.event().name().toLowerCase(java.util.Locale.ROOT), entry.at(), order.id(), entry.no(), order.account(),
                        entry.actor(), entry.from(), entry.to(), entry.reason(), entry.details())));
                }
            }
        }
        int from = after == null ? 0 : after.equals(NOW) ? all.size() : Integer.parseInt(after.split("\\.")[1]);
        List<EventItem> items = all.subList(from, Math.min(all.size(), from + limit));
        return new EventPage(items, "0badcafe." + (from + items.size()) + "..0", from + limit < all.size());
    }

    @Override
    public List<EventType> types() {
        return List.of();
    }
}
