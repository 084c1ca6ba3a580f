package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbeian.api.order.EventFeed;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.EventFeedStore;
import org.openbeian.api.store.EventFeedStore.Batch;
import org.openbeian.api.store.EventFeedStore.Position;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The changes that an actor may see: those of the orders that it lists. Thread-safe. */
@Component
public final class OrderFeed implements EventFeed {

    private static final Pattern CURSOR = Pattern.compile("([0-9a-f]{8})\\.(-?[0-9]{1,18})\\.([0-9a-z]{0,64})\\.([0-9]{1,9})");

    private final EventFeedStore store;
    private final Transactions transactions;
    private final EventTypes types = new EventTypes();

    /** Created by Declarative Services. */
    @Activate
    public OrderFeed(@Reference EventFeedStore store, @Reference Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public EventPage read(Actor actor, String after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusals.invalid("limit-out-of-range", "The limit lies between 1 and " + MOST + ".");
        }
        return transactions.call(() -> {
            String epoch = store.epoch();
            Batch batch = batch(actor, NOW.equals(after) ? store.end() : position(epoch, after), limit);
            return new EventPage(batch.rows().stream().map(row -> new EventItem(cursor(epoch, row.position()),
                EventTypes.event(row.account(), row.entry()))).toList(), cursor(epoch, batch.next()), batch.rows().size() == limit);
        });
    }

    private Batch batch(Actor actor, Position after, int limit) {
        if (actor.isStaff()) {
            return store.read(null, null, after, limit);
        }
        if (actor.may(Permission.START_ORDER)) {
            return store.read(actor.account(), null, after, limit);
        }
        Collection<String> orders = actor.delegated().keySet().stream().filter(Ids::isId).toList();
        return orders.isEmpty() ? new Batch(List.of(), after) : store.read(null, orders, after, limit);
    }

    private static Position position(String epoch, String cursor) {
        if (cursor == null) {
            return Position.START;
        }
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches() || !parts.group(1).equals(epoch)) {
            throw Refusals.invalid("cursor-unknown", "The server does not know this place in the sequence of events.",
                List.of(ServerFindings.block("cursor-unknown", "/after", text("游标无效，或早于最近一次恢复备份",
                    "the cursor is malformed, or older than the last restore of a backup"), text("请不带游标从头读取，并按事件 id 去重",
                        "read from the start, without a cursor, and pass over the ids that you know"))));
        }
        return new Position(Long.parseLong(parts.group(2)), parts.group(3), Integer.parseInt(parts.group(4)));
    }

    private static String cursor(String epoch, Position position) {
        return epoch + "." + position.transaction() + "." + position.orderId() + "." + position.no();
    }

    @Override
    public List<EventType> types() {
        return types.all();
    }
}
