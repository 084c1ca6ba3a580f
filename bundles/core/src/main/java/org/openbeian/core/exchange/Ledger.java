package org.openbeian.core.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.AuthorityEvents;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.api.store.ExchangeStore.UploadFile;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.effect.EffectReport;
import org.openbeian.core.effect.Lane;
import org.openbeian.core.effect.Missing;
import org.openbeian.core.report.CodeBook;
import org.openbeian.core.report.ReportCargo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is written about uploads before and after each call; every method is one transaction. Thread-safe. */
@Component(service = Ledger.class)
public final class Ledger {

    private static final int DEFER = 500;
    /** Whoever waits so long for an authority that is closed or does not answer is told. */
    private static final Duration LATE = Duration.ofHours(1);
    private static final LocalizedText AWAY = new LocalizedText("管局系统维护、关闭或暂时无法连接", "the authority's system is closed,"
        + " under maintenance or not to be reached");

    private final Transactions transactions;
    private final EffectStore effects;
    private final ExchangeStore exchange;
    private final OrderStore orders;
    private final RegisterStore register;
    private final BlobStore blobs;
    private final ReportCargo reports;
    private final CodeBook codes;
    private final AuthorityEvents events;
    private final Missing missing;
    private final EffectReport report;
    private final ExchangeSettings settings;
    private final Notices notices;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public Ledger(@Reference Transactions transactions, @Reference EffectStore effects,
            @Reference ExchangeStore exchange, @Reference OrderStore orders, @Reference RegisterStore register,
            @Reference BlobStore blobs, @Reference ReportCargo reports, @Reference CodeBook codes,
            @Reference AuthorityEvents events, @Reference Missing missing, @Reference EffectReport report,
            @Reference ExchangeSettings settings, @Reference Notices notices, @Reference Clock clock) {
        this.transactions = transactions;
        this.effects = effects;
        this.exchange = exchange;
        this.orders = orders;
        this.register = register;
        this.blobs = blobs;
        this.reports = reports;
        this.codes = codes;
        this.events = events;
        this.missing = missing;
        this.report = report;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * What the lane has to do next.
     *
     * @param file the file to send, or null
     * @param doubtful whether the file was recorded earlier, so that it may have been sent already
     * @param next when to look again, for want of a file
     */
    record Opened(UploadFile file, boolean doubtful, Optional<Instant> next) {
    }

    /** Takes the pending file or records a new one, before anything is sent. */
    Opened open(String authorityId, AuthorityGateway gateway, int limit, Function<Access, List<String>> addresses) {
        return transactions.call(() -> {
            String lane = Lane.AUTHORITY + authorityId;
            if (!missing.lock(lane)) {
                return new Opened(null, false, Optional.empty());
            }
            Optional<UploadFile> pending = exchange.pending(authorityId);
            return pending.isPresent() ? new Opened(pending.get(), true, Optional.empty())
                    : build(authorityId, gateway, effects.head(lane, clock.instant(), limit), limit, addresses);
        });
    }

    private Opened build(String authorityId, AuthorityGateway gateway, List<Effect> head, int limit,
            Function<Access, List<String>> addresses) {
        Instant now = clock.instant();
        if (!head.isEmpty() && ReportCargo.isReport(head.get(0))) {
            return reports(authorityId, gateway, head, limit, now);
        }
        List<Effect> filings = head.stream().filter(effect -> !ReportCargo.isReport(effect)).toList();
        UploadBatch batch = new UploadBatch(orders, register, blobs, events, codes.valid(authorityId), addresses);
        batch.collect(filings, settings.bytes());
        UploadFile file = batch.build(gateway, authorityId, exchange.lastAccepted(authorityId) + 1, now);
        if (file != null) {
            exchange.prepare(file);
        }
        finish(batch.finished(), "dropped", now);
        batch.failed().forEach((effect, cause) -> retry(effect,
                now.plus(settings.backoff().pause(effect.attempts() + 1)), cause, now));
        return new Opened(file, false, head.size() < limit && filings.size() == head.size() ? Optional.empty() : Optional.of(now));
    }

    /** Reports and filings never share a file; whichever is oldest goes first. */
    private Opened reports(String authorityId, AuthorityGateway gateway, List<Effect> head, int limit, Instant now) {
        ReportCargo.Load load = reports.build(gateway, authorityId, head, settings.bytes(),
            exchange.lastAccepted(authorityId) + 1);
        if (load.file() != null) {
            exchange.prepare(load.file());
        }
        finish(load.finished(), "dropped", now);
        load.failed().forEach((effect, cause) -> retry(effect, now.plus(settings.backoff().pause(effect.attempts() + 1)), cause, now));
        return new Opened(load.file(), false, head.size() < limit && load.looked() == head.size() ? Optional.empty() : Optional.of(now));
    }

    /** How many filings or reports are in a file. */
    int size(UploadFile file) {
        return transactions.call(() -> reports.size(file));
    }

    /** The authority took the file: it is booked with all its orders, once. */
    void accepted(UploadFile file) {
        transactions.run(() -> {
            String id = file.authorityId();
            Instant now = clock.instant();
            if (!exchange.accepted(id, file.sequence(), now)) {
                return;
            }
            for (long no : file.submissions()) {
                orders.bySubmission(no).ifPresent(order -> events.uploaded(order, no, id + "/" + file.sequence(),
                    file.notSent().getOrDefault(no, List.of())));
            }
            finish(file.submissions().isEmpty() ? reports.accepted(file) : effectsOf(file, now), "done", now);
            transactions.afterCommit(() -> report.exchanged(id, "accepted"));
        });
    }

    /** The authority will never take this one filing as it is; its order goes back to pre-review. */
    void refused(UploadFile file, int code, String message) {
        transactions.run(() -> {
            Instant now = clock.instant();
            exchange.drop(file.authorityId(), file.sequence());
            for (long no : file.submissions()) {
                orders.bySubmission(no).ifPresent(order -> events.uploadRefused(order, no, code, message));
            }
            finish(file.submissions().isEmpty() ? reports.refused(file, code, message) : effectsOf(file, now), "gave-up", now);
        });
    }

    /** The authority certainly did not take the file; its number is free again. */
    void drop(UploadFile file) {
        transactions.run(() -> {
            exchange.drop(file.authorityId(), file.sequence());
            reports.dropped(file);
        });
    }

    /** A file by number, if it is still kept. */
    Optional<UploadFile> kept(String authorityId, long sequence) {
        return transactions.call(() -> exchange.file(authorityId, sequence));
    }

    /** Notes on every effect that is due that the authority is left alone until then, and why. */
    Optional<Instant> defer(String authorityId, Instant until, String cause) {
        return transactions.call(() -> {
            Instant now = clock.instant();
            List<Effect> due = effects.head(Lane.AUTHORITY + authorityId, now, DEFER);
            due.forEach(effect -> {
                retry(effect, until, cause, now);
                tellLate(effect, until);
            });
            return Optional.of(due.size() < DEFER ? until : now);
        });
    }

    /** Tells the account, once for each upload. */
    private void tellLate(Effect effect, Instant until) {
        if (effect.orderId() != null && !until.isBefore(effect.createdAt().plus(LATE))) {
            orders.load(effect.orderId()).ifPresent(order -> notices.tell(new Notices.Notice("waiting", order.account(), order.id(),
                "authority-away:" + effect.id(), Map.of()).with("waiting", AWAY)));
        }
    }

    /** Pauses the lane until the operator lets it run again. */
    void stop(String authorityId, String reason) {
        transactions.run(() -> {
            Instant now = clock.instant();
            effects.head(Lane.AUTHORITY + authorityId, now, 1).forEach(effect -> retry(effect, now, reason, now));
            effects.setPaused(Lane.AUTHORITY + authorityId, reason);
        });
    }

    /**
     * Parks orders of a lane whose account was taken away, so that each shows that it waits. A file that may have been sent stays: only
     * the account it was sent with can tell what became of it. Reports stay in the lane, for nothing would put them back.
     *
     * @return whether there may be more to park
     */
    boolean park(String authorityId) {
        return transactions.call(() -> {
            String lane = Lane.AUTHORITY + authorityId;
            if (missing.isStarting() || !missing.lock(lane)) {
                return false;
            }
            Set<String> sent = exchange.pending(authorityId).stream().flatMap(file -> file.submissions().stream())
                .flatMap(no -> orders.bySubmission(no).stream()).collect(Collectors.toSet());
            List<Effect> open;
            List<Effect> parked;
            long after = 0;
            do {
                open = effects.open(lane, after, DEFER);
                parked = open.stream().filter(effect -> !ReportCargo.isReport(effect) && !sent.contains(effect.orderId())).toList();
                after = open.isEmpty() ? after : open.get(open.size() - 1).id();
            } while (open.size() == DEFER && parked.isEmpty());
            parked.forEach(effect -> events.accountAway(effect.orderId()));
            finish(parked, "dropped", clock.instant());
            return open.size() == DEFER;
        });
    }

    /** Pauses the lane until what is missing is there. */
    Optional<Instant> waitFor(String authorityId, String what) {
        return transactions.call(() -> missing.pause(Lane.AUTHORITY + authorityId, what, clock.instant()));
    }

    private List<Effect> effectsOf(UploadFile file, Instant now) {
        Set<String> inFile = file.submissions().stream().flatMap(no -> orders.bySubmission(no).stream())
                .collect(Collectors.toSet());
        return effects.head(Lane.AUTHORITY + file.authorityId(), now, 2 * settings.filings()).stream()
                .filter(effect -> inFile.contains(effect.orderId())).toList();
    }

    private void finish(List<Effect> finished, String outcome, Instant now) {
        if (!finished.isEmpty()) {
            effects.done(finished.stream().map(Effect::id).toList(), now);
            transactions.afterCommit(() -> finished.forEach(effect -> report.tried(effect, outcome)));
        }
    }

    private void retry(Effect effect, Instant notBefore, String cause, Instant now) {
        effects.retry(effect.id(), notBefore, cause, now);
        transactions.afterCommit(() -> report.tried(effect, "retry"));
    }
}
