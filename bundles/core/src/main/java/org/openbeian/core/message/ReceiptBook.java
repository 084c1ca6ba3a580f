package org.openbeian.core.message;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Receipts;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.DeliveryStore.Delivery;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Receipts: what providers tell later, and what happens when they tell nothing. A message that was sent and has another way left is
 * watched by an effect of kind {@value #WATCH} in its own lane. Thread-safe.
 */
@Component(service = {Receipts.class, ReceiptBook.class})
public final class ReceiptBook implements Receipts {

    /** Kind of the effect that waits for a receipt. */
    public static final String WATCH = "receipt";

    private static final String SUFFIX = ":receipt";

    private final DeliveryStore deliveries;
    private final EffectStore effects;
    private final Transactions transactions;
    private final Channels channels;
    private final MessageSettings settings;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public ReceiptBook(@Reference DeliveryStore deliveries, @Reference EffectStore effects, @Reference Transactions transactions,
            @Reference Channels channels, @Reference MessageSettings settings, @Reference Clock clock) {
        this.deliveries = deliveries;
        this.effects = effects;
        this.transactions = transactions;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean received(String channelId, String reference, DeliveryResult result) {
        if (reference == null || result.status() == DeliveryResult.Status.SENT || result.status() == DeliveryResult.Status.RETRY_LATER) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.call(() -> {
            Delivery sent = deliveries.takeSent(channelId, reference).orElse(null);
            if (sent == null) {
                return false;
            }
            deliveries.add(List.of(new Delivery(sent.account(), sent.orderId(), sent.message(), channelId, sent.maskedAddress(),
                sent.key(), sent.attempt(), result, now)));
            effects.withKey(sent.key() + SUFFIX).ifPresent(watch -> effects.done(List.of(watch.id()), now));
            if (result.status() == DeliveryResult.Status.REFUSED) {
                effects.withKey(sent.key()).flatMap(effect -> Ways.next(effect, channels, now))
                    .ifPresent(next -> effects.add(List.of(next)));
            }
            return true;
        });
    }

    /** Watches for the receipt of a message that was sent just now. Joins the caller's transaction. */
    public void watch(Effect effect, Instant now) {
        if (Ways.hasNext(effect)) {
            Map<String, String> data = new TreeMap<>(effect.data());
            data.put("of", effect.key());
            effects.add(List.of(new Effect(0, effect.lane(), WATCH, effect.orderId(), effect.key() + SUFFIX, data, 0,
                now.plus(settings.receipt()), effect.createdAt())));
        }
    }

    /**
     * The time for a receipt is over: the message goes its next way unless the receipt came. Joins the caller's transaction.
     *
     * @return the next way that was taken
     */
    public Optional<Effect> over(Effect watch, Instant now) {
        String key = watch.data().get("of");
        Optional<Effect> next = !deliveries.awaitsReceipt(key) ? Optional.empty()
            : effects.withKey(key).flatMap(effect -> Ways.next(effect, channels, now));
        next.ifPresent(effect -> effects.add(List.of(effect)));
        return next;
    }

    /** After how long a message that cannot be sent goes its next way. */
    public boolean isOverdue(Effect effect, Instant now) {
        return !effect.createdAt().plus(settings.fallback()).isAfter(now);
    }

    /** Lets a message go its next way, if there is one that is ready. Joins the caller's transaction. */
    public boolean goNextWay(Effect effect, Instant now) {
        Optional<Effect> next = Ways.next(effect, channels, now);
        next.ifPresent(found -> effects.add(List.of(found)));
        return next.isPresent();
    }
}
