package org.openbeian.core.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.store.EffectStore;
import org.openbeian.core.effect.Lane;
import org.openbeian.core.message.Notice;
import org.openbeian.core.message.Telling;

/** Puts effects into their lanes: uploads per authority, messages per channel. Thread-safe. */
final class Outbox {

    private final EffectStore effects;
    private final Telling telling;

    Outbox(EffectStore effects, Telling telling) {
        this.effects = effects;
        this.telling = telling;
    }

    /** Stores what a move causes outside, under the number of its history entry, and the event for those who subscribed to it. */
    void add(Order order, HistoryEntry entry, Move move, Instant now) {
        int eventNo = entry.no();
        List<Effect> caused = new ArrayList<>();
        if (move.uploads()) {
            caused.add(new Effect(0, Lane.AUTHORITY + order.authorityId(), "upload", order.id(), order.id() + ":" + eventNo + ":upload",
                Map.of("round", String.valueOf(order.progress().round())), 0, now, now));
        }
        for (String message : move.messages()) {
            caused.addAll(messages(order, message, String.valueOf(eventNo), now));
        }
        if (!caused.isEmpty()) {
            effects.add(caused);
        }
        if (telling.hasWebhooks()) {
            telling.publish(EventTypes.published(order, entry));
        }
    }

    /**
     * Stores a message that no move causes.
     *
     * @param occasion tells it from other messages of this kind about this order; a known one is not stored again
     */
    void remind(Order order, String message, String occasion, Instant now) {
        effects.add(messages(order, message, occasion, now));
    }

    /** Stores a message that no move causes, with values that the order does not say. */
    void remind(Order order, String message, String occasion, Map<String, String> values, Instant now) {
        telling.tell(new Notices.Notice(message, order.account(), order.id(), occasion, values));
    }

    /** Tells an account something that is about no order, under values of its own. */
    void tell(String message, String account, String occasion, Map<String, String> values) {
        telling.tell(new Notices.Notice(message, account, null, occasion, values));
    }

    private List<Effect> messages(Order order, String message, String occasion, Instant now) {
        Notice notice = Notice.of(message).orElseThrow();
        return telling.messages(notice, order, order.account(), occasion, Map.of(),
            notice.receiver() == Notice.Receiver.VERIFIED ? TypeProfile.of(order.type()).verified(order) : List.of(), now);
    }
}
