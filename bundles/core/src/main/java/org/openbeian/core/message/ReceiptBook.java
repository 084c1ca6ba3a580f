package org.openbeian.core.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
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
 * watched by an effect of kind {@value #WATCH}. Thread-safe.
 */
@Component(service = {Receipts.class, ReceiptBook.class})
public final class ReceiptBook implements Receipts {

    /** Kind of the effect that waits for a receipt. */
    public static final String WATCH = "receipt";

    private static final String SUFFIX = ":receipt";
    private static final String OF = "of";
    /** Set where it is known that the message did not arrive, and only a way is missing. */
    private static final String FAILED = "failed";
    private static final Duration AGAIN = Duration.ofMinutes(1);
    /** What a receipt can tell; all else is no end. */
    private static final Set<Status> ENDS = Set.of(Status.DELIVERED, Status.REFUSED, Status.GONE);

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
    public boolean received(String channelId, List<String> spellings, DeliveryResult result) {
        List<String> references = spellings.stream().filter(one -> !one.isBlank()).distinct().toList();
        if (references.isEmpty() || !ENDS.contains(result.status())) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DeliveryStore.Receipt receipt = new DeliveryStore.Receipt(references, result);
        boolean known = transactions.call(() -> {
            boolean taken = take(channelId, receipt, now);
            if (!taken) {
                deliveries.keepEarly(channelId, receipt, now);
            }
            return taken;
        });
        return known || settle(channelId);
    }

    private boolean take(String channelId, DeliveryStore.Receipt receipt, Instant now) {
        DeliveryResult result = receipt.result();
        Delivery sent = receipt.spellings().stream().map(reference -> deliveries.takeSent(channelId, reference))
            .flatMap(Optional::stream).findFirst().orElse(null);
        if (sent == null) {
            return false;
        }
        deliveries.add(List.of(new Delivery(sent.account(), sent.orderId(), sent.message(), channelId, sent.maskedAddress(),
            sent.key(), sent.attempt(), result, now)));
        effects.withKey(sent.key() + SUFFIX).ifPresent(watch -> effects.done(List.of(watch.id()), now));
        if (!result.isTaken()) {
            effects.withKey(sent.key()).ifPresent(effect -> goNextWay(effect, now));
        }
        return true;
    }

    /**
     * Takes the receipts that came before their messages were known as sent. To be called after the commit of these messages, and
     * of these receipts: whoever is later finds both.
     *
     * @return whether there was one
     */
    public boolean settle(String channelId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.call(() -> {
            boolean any = false;
            for (DeliveryStore.Receipt receipt : deliveries.early(channelId, now)) {
                if (take(channelId, receipt, now)) {
                    deliveries.dropEarly(channelId, receipt.reference());
                    any = true;
                }
            }
            return any;
        });
    }

    /**
     * Watches for the receipt of a message that was sent just now, in the lane of the way that it would go next: its own channel may
     * be gone by then. Joins the caller's transaction.
     */
    public void watch(Effect effect, Instant now) {
        if (Ways.hasNext(effect)) {
            Map<String, String> data = new TreeMap<>(effect.data());
            data.put(OF, effect.key());
            String lane = Ways.next(effect, channels, now).map(Effect::lane).orElseGet(() -> Ways.nextLane(effect));
            effects.add(List.of(new Effect(0, lane, WATCH, effect.orderId(), effect.key() + SUFFIX, data, 0,
                now.plus(settings.receipt()), now)));
        }
    }

    /**
     * The time for a receipt is over: the message goes its next way unless the receipt came. Joins the caller's transaction.
     *
     * @return the next way that was taken
     */
    public Optional<Effect> over(Effect watch, Instant now) {
        String key = watch.data().get(OF);
        effects.withKey(key).ifPresent(effect -> settle(effect.lane().substring(effect.lane().indexOf(':') + 1)));
        Optional<Effect> next = !isPending(watch) ? Optional.empty()
            : effects.withKey(key).flatMap(effect -> Ways.next(effect, channels, now));
        next.ifPresent(effect -> effects.add(List.of(effect)));
        return next;
    }

    private boolean isPending(Effect watch) {
        return hasFailed(watch) || deliveries.awaitsReceipt(watch.data().get(OF));
    }

    /** Whether a watch is for a message that did not arrive, so that only a way is missing. */
    public static boolean hasFailed(Effect watch) {
        return watch.data().containsKey(FAILED);
    }

    /**
     * When a watch looks again that found no way, as the channel of its lane left that moment; empty when its message arrived, is not
     * kept any more, or could not go for as long as {@link #kept()}.
     */
    public Optional<Instant> again(Effect watch, Instant now) {
        boolean mayGo = now.isBefore(watch.createdAt().plus(kept())) && effects.withKey(watch.data().get(OF)).isPresent();
        return mayGo && isPending(watch) ? Optional.of(now.plus(AGAIN)) : Optional.empty();
    }

    /** Whether a watch that does not look again leaves a message that did not arrive, or one that nobody knows any more. */
    public boolean isLost(Effect watch) {
        return hasFailed(watch) || isPending(watch) && effects.withKey(watch.data().get(OF)).isEmpty();
    }

    /** Whether a message that fails since a time is to go its next way. */
    public boolean isOverdue(Instant failingSince, Instant now) {
        return !failingSince.plus(settings.fallback()).isAfter(now);
    }

    /** When a message whose channel is away is to go its next way; empty when it has none. */
    public Optional<Instant> turn(Effect effect) {
        return Ways.hasNext(effect) ? Optional.of(effect.notBefore().plus(settings.fallback())) : Optional.empty();
    }

    /** Whether a message has a next way that is ready. */
    public boolean canGo(Effect effect, Instant now) {
        return Ways.next(effect, channels, now).isPresent();
    }

    /** Whether what is told may have a next way, and when the first of what is told now would go it. Joins the caller's transaction. */
    public Optional<Instant> firstTurn(Instant now) {
        return channels.alternatives(AddressKind.MOBILE).isEmpty() ? Optional.empty() : Optional.of(now.plus(settings.fallback()));
    }

    /** Since when a channel is away that was there; empty for all others. Joins the caller's transaction. */
    public Optional<Instant> awaySince(String channelId) {
        return channels.awaySince(channelId);
    }

    /**
     * How long a message is kept for a channel that left, from when it left or the message was told; longer than a bundle's update
     * takes, whatever the configuration says.
     */
    public Duration kept() {
        return settings.keepAway().compareTo(settings.fallback()) > 0 ? settings.keepAway() : settings.fallback();
    }

    /** Lets a message go its next way, if there is one that is ready. Joins the caller's transaction. */
    public boolean goReadyWay(Effect effect, Instant now) {
        Optional<Effect> next = Ways.next(effect, channels, now);
        next.ifPresent(found -> effects.add(List.of(found)));
        return next.isPresent();
    }

    /**
     * Lets a message that did not arrive go its next way, or wait for it in its lane until it is ready. Joins the caller's transaction.
     *
     * @return false when it has none
     */
    public boolean goNextWay(Effect effect, Instant now) {
        if (!Ways.hasNext(effect) || goReadyWay(effect, now)) {
            return Ways.hasNext(effect);
        }
        Map<String, String> data = new TreeMap<>(effect.data());
        data.put(OF, effect.key());
        data.put(FAILED, "true");
        effects.add(List.of(new Effect(0, Ways.nextLane(effect), WATCH, effect.orderId(), effect.key() + ":way", data, 0, now, now)));
        return true;
    }
}
