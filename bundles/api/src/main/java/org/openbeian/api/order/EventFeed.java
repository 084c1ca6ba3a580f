package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Every change of every order that an actor may see, in one sequence that can be read again from any point. Nothing is left
 * out: an event takes its place when its transaction is over, and a page ends before the first one that is not. Events of one
 * order come in their order. Thread-safe.
 */
@ProviderType
public interface EventFeed {

    /** The cursor behind everything that has happened. */
    String NOW = "now";

    /** The most events on a page. */
    int MOST = 500;

    /**
     * One change of an order, without personal data.
     *
     * @param id unique, and the same whenever and however the event is told
     * @param type such as {@code order.sms-verified}
     * @param at when it happened
     * @param order id of the order
     * @param no its number in the order's history, from 1
     * @param account account of the applicant
     * @param actor account that acted, or {@code system}, or {@code authority}
     * @param from state before, null for the first event
     * @param to state after
     * @param reason why, or null
     * @param details further facts by name
     */
    record Event(String id, String type, Instant at, String order, int no, String account, String actor, OrderState from,
            OrderState to, String reason, Map<String, String> details) {
    }

    /**
     * An event at its place.
     *
     * @param cursor reading after it goes on behind the event
     * @param event the event
     */
    record EventItem(String cursor, Event event) {
    }

    /**
     * Some events.
     *
     * @param items the events, oldest first
     * @param next cursor with which the next page begins; differs from the given one when something happened that the actor does
     *     not see
     * @param more whether there is another page now
     */
    record EventPage(List<EventItem> items, String next, boolean more) {
    }

    /**
     * A kind of event.
     *
     * @param type such as {@code order.approved}
     * @param text what it means
     * @param from states in which it can happen
     * @param to states to which it leads; where it leaves the state alone, those of {@code from}
     * @param schema JSON Schema of the event
     */
    record EventType(String type, LocalizedText text, List<OrderState> from, List<OrderState> to, Map<String, Object> schema) {
    }

    /**
     * Events after a cursor.
     *
     * @param after a cursor, {@value #NOW}, or null to begin with the first event
     * @param limit 1 to {@value #MOST}
     * @throws Refusal INVALID {@code cursor-unknown} when the cursor is malformed or older than the last restore of a backup
     */
    EventPage read(Actor actor, String after, int limit);

    /** All kinds of events, by name. */
    List<EventType> types();
}
