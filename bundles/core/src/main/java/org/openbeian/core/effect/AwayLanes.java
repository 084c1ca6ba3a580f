package org.openbeian.core.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.message.ReceiptBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for a channel that is away goes its next way in time; what was kept long enough for a channel that left is given up. A
 * task, which a restart does not forget, looks again; new messages do not make the lane be read once more. Thread-safe.
 */
final class AwayLanes {

    private static final Logger LOG = LoggerFactory.getLogger(AwayLanes.class);
    private static final int PAGE = 500;
    private static final Duration LEAST = Duration.ofMinutes(1);
    /** A virtual clock may pass days while a bundle is replaced: nothing ends before the channel is away for so long in real time. */
    private static final long REALLY_AWAY_NANOS = Duration.ofMinutes(10).toNanos();

    private final EffectStore effects;
    private final DeliveryStore deliveries;
    private final Transactions transactions;
    private final Missing missing;
    private final EffectReport report;
    private final ReceiptBook receipts;
    private final DurableTasks tasks;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<String, Long> seenAway = new ConcurrentHashMap<>();
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    AwayLanes(EffectStore effects, DeliveryStore deliveries, Transactions transactions, Missing missing, EffectReport report,
            ReceiptBook receipts, DurableTasks tasks, Clock clock, LongSupplier nanos) {
        this.effects = effects;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.missing = missing;
        this.report = report;
        this.receipts = receipts;
        this.tasks = tasks;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * The next look at a lane.
     *
     * @param at when; what is told until then comes no sooner
     * @param chained whether it was known that messages may have a next way
     */
    private record Look(Instant at, boolean chained) {
    }

    /** The channel came. */
    void back(String lane) {
        looks.remove(lane);
        seenAway.remove(lane);
    }

    /** Looks whether something has waited long enough; joins the caller's transaction. Returns when to look again. */
    Optional<Instant> look(String lane) {
        Instant now = clock.instant();
        String pause = effects.paused().get(lane);
        if (pause != null && !Missing.isOwn(pause)) {
            return Optional.empty();
        }
        Optional<Instant> firstTurn = receipts.firstTurn(now);
        Look last = looks.get(lane);
        if (pause != null && last != null && now.isBefore(last.at()) && (last.chained() || firstTurn.isEmpty())) {
            return again(lane, last);
        }
        if (missing.isStarting()) {
            // Not paused it stays due, which a virtual clock waits for.
            missing.lock(lane);
            return Optional.empty();
        }
        Round round = new Round(lane, now);
        round.carryOut();
        return round.next(firstTurn);
    }

    private Optional<Instant> again(String lane, Look last) {
        if (last.chained()) {
            tasks.ensure(LaneTask.NAME, lane, last.at());
        }
        return Optional.of(last.at());
    }

    /** One look at what waits in a lane, until a page of it is to be carried out: memory and transactions stay small. */
    private final class Round {

        private final String lane;
        private final String channel;
        private final Instant now;
        private final Optional<Instant> awaySince;
        private final List<Effect> leaving = new ArrayList<>();
        private final List<Effect> ending = new ArrayList<>();
        private final boolean reallyAway;
        private Instant turn = Instant.MAX;
        private Instant later = Instant.MAX;
        private boolean empty = true;
        private boolean unread;

        Round(String lane, Instant now) {
            this.lane = lane;
            this.channel = Lane.id(lane);
            this.now = now;
            this.awaySince = receipts.awaySince(channel);
            long real = nanos.getAsLong();
            this.reallyAway = real - seenAway.computeIfAbsent(lane, name -> real) >= REALLY_AWAY_NANOS;
        }

        void carryOut() {
            List<Effect> page = effects.open(lane, 0, PAGE);
            page.forEach(this::sort);
            while (page.size() == PAGE && leaving.size() + ending.size() < PAGE) {
                page = effects.open(lane, page.get(PAGE - 1).id(), PAGE);
                page.forEach(this::sort);
            }
            if (leaving.isEmpty() && ending.isEmpty()) {
                return;
            }
            if (!missing.lock(lane)) {
                later = now;
                return;
            }
            unread = page.size() == PAGE;
            leaving.forEach(this::leave);
            ending.forEach(this::end);
            LOG.info("Lane {} waits for its channel: {} effects go another way, {} give up", lane, leaving.size(), ending.size());
        }

        private void sort(Effect effect) {
            empty = false;
            Optional<Instant> way = receipts.turn(effect);
            Optional<Instant> end = awaySince.map(since -> since.isAfter(effect.createdAt()) ? since : effect.createdAt())
                .map(since -> since.plus(receipts.kept()));
            boolean isDue = way.filter(this::isOver).isPresent();
            if (isDue && receipts.canGo(effect, now)) {
                leaving.add(effect);
            } else if (reallyAway && end.filter(this::isOver).isPresent()) {
                ending.add(effect);
            } else {
                turn = isDue ? turn : way.filter(turn::isAfter).orElse(turn);
                later = isDue ? now : end.filter(later::isAfter).orElse(later);
            }
        }

        private boolean isOver(Instant at) {
            return !at.isAfter(now);
        }

        private void leave(Effect effect) {
            if (effect.kind().equals(ReceiptBook.WATCH)) {
                receipts.over(effect, now);
            } else {
                receipts.goReadyWay(effect, now);
            }
            effects.done(List.of(effect.id()), now);
            transactions.afterCommit(() -> report.tried(effect, "next-way"));
        }

        private void end(Effect effect) {
            if (effect.kind().equals(ReceiptBook.WATCH) && !ReceiptBook.hasFailed(effect)) {
                effects.done(List.of(effect.id()), now);
                return;
            }
            String cause = "channel " + channel + " left, and this was kept for it for " + receipts.kept().toMinutes() + " minutes";
            effects.giveUp(effect.id(), cause, now);
            deliveries.add(List.of(new DeliveryStore.Delivery(effect.data().get("account"), effect.orderId(),
                effect.data().get("message"), channel, "—", effect.key(), effect.attempts() + 1, DeliveryResult.gone(cause), now)));
            transactions.afterCommit(() -> report.tried(effect, "gave-up"));
        }

        /** When to look again, at once if this look did not read all; what is told meanwhile makes it sooner. */
        Optional<Instant> next(Optional<Instant> firstTurn) {
            if (unread && leaving.size() + ending.size() >= PAGE) {
                transactions.afterCommit(() -> looks.remove(lane));
                return Optional.of(now);
            }
            if (empty) {
                transactions.afterCommit(() -> looks.remove(lane));
                return Optional.empty();
            }
            Optional<Instant> first = Stream.of(schedule(LaneTask.NAME, turn), schedule(AwayTask.NAME, later)).flatMap(Optional::stream)
                .min(Instant::compareTo);
            Instant at = first.orElse(Instant.MAX);
            Look look = new Look(firstTurn.filter(at::isAfter).orElse(at), firstTurn.isPresent());
            transactions.afterCommit(() -> looks.put(lane, look));
            return first;
        }

        private Optional<Instant> schedule(String task, Instant wanted) {
            if (wanted.equals(Instant.MAX)) {
                return Optional.empty();
            }
            Instant at = wanted.isBefore(now.plus(LEAST)) ? now.plus(LEAST) : wanted;
            tasks.ensure(task, lane, at);
            return Optional.of(at);
        }
    }
}
