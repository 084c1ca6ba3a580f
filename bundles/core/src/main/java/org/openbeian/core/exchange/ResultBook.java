package org.openbeian.core.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.authority.DamagedFile;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.order.AuthorityEvents;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.order.NoticeIntake;
import org.openbeian.core.report.ReportChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Applies result files, each exactly once. Thread-safe for different authorities. */
@Component(service = ResultBook.class)
public final class ResultBook {

    private static final Logger LOG = LoggerFactory.getLogger(ResultBook.class);

    private final Transactions transactions;
    private final ExchangeStore exchange;
    private final OrderStore orders;
    private final AuthorityEvents events;
    private final NoticeIntake notices;
    private final OtherResults others;
    private final Clock clock;

    /** What became of a file. */
    enum Entry {
        /** Applied just now. */
        APPLIED,
        /** It had been applied before. */
        REPEATED,
        /** It cannot be read, and was not given up yet. */
        BROKEN,
        /** It cannot be read or not wholly applied; it is kept for the operator. */
        DAMAGED
    }

    /** Created by Declarative Services. */
    @Activate
    public ResultBook(@Reference Transactions transactions, @Reference ExchangeStore exchange,
            @Reference OrderStore orders, @Reference AuthorityEvents events, @Reference NoticeIntake notices,
            @Reference OtherResults others, @Reference Clock clock) {
        this.others = others;
        this.transactions = transactions;
        this.exchange = exchange;
        this.orders = orders;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Stores and applies a file.
     *
     * @param lastTry whether a file that cannot be read is to be given up
     */
    Entry enter(String id, ResultFile file, AuthorityGateway gateway, boolean lastTry) {
        if (!transactions.call(() -> exchange.received(id, file, clock.instant()))) {
            return Entry.REPEATED;
        }
        List<AuthorityResult> results;
        try {
            results = gateway.read(id, file);
        } catch (DamagedFile | RuntimeException e) {
            return lastTry ? damaged(id, file, "it cannot be read: " + e.getMessage()) : Entry.BROKEN;
        }
        try {
            transactions.run(() -> {
                List<String> notes = new ArrayList<>();
                apply(id, results, notes);
                applied(id, file, notes);
            });
            return Entry.APPLIED;
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Result file {} of authority {} cannot be applied as a whole", file.name(), id, e);
            return oneByOne(id, file, results);
        }
    }

    /** What can be applied is applied; the file is kept for the rest. */
    private Entry oneByOne(String id, ResultFile file, List<AuthorityResult> results) {
        List<String> failed = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (AuthorityResult result : results) {
            try {
                transactions.run(() -> apply(id, List.of(result), notes));
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                failed.add(about(result) + ": " + e);
            }
        }
        if (!failed.isEmpty()) {
            transactions.run(() -> exchange.noted(id, file.name(), notes.stream().distinct().toList()));
            return damaged(id, file, "not applied: " + String.join("; ", failed));
        }
        transactions.run(() -> applied(id, file, notes));
        return Entry.APPLIED;
    }

    /** What nobody handles, and what the register does not follow, is noted beside the file. */
    private void applied(String id, ResultFile file, List<String> notes) {
        if (!notes.isEmpty()) {
            LOG.warn("Result file {} of authority {} is not taken over wholly: {}", file.name(), id, notes);
            exchange.noted(id, file.name(), notes.stream().distinct().toList());
        }
        exchange.applied(id, file.name(), clock.instant());
    }

    private Entry damaged(String id, ResultFile file, String reason) {
        LOG.error("Result file {} of authority {} is kept and must be looked at: {}", file.name(), id, reason);
        transactions.run(() -> exchange.damaged(id, file.name(), reason, clock.instant()));
        return Entry.DAMAGED;
    }

    private void apply(String id, List<AuthorityResult> results, List<String> notes) {
        List<ReportChange> changes = new ArrayList<>();
        results.forEach(result -> apply(id, result, notes, changes));
        others.tell(changes);
    }

    private void apply(String id, AuthorityResult result, List<String> notes, List<ReportChange> changes) {
        if (others.apply(id, result, notes, changes)) {
            return;
        }
        long no = submissionNo(id, result);
        if (result instanceof AuthorityResult.Cancelled cancelled) {
            events.cancelled(id, cancelled.about());
            return;
        }
        if (result instanceof AuthorityResult.Noticed noticed) {
            notices.enter(id, noticed.notice());
            return;
        }
        String order = orders.bySubmission(no).orElse(null);
        if (order == null && result instanceof AuthorityResult.Published published) {
            notes.addAll(events.published(id, no, published.filing()));
            return;
        }
        if (order == null) {
            notes.add("submission " + no + ", which is not known here");
            return;
        }
        MDC.put("order", order);
        try {
            if (result instanceof AuthorityResult.DataErrors errors) {
                events.dataRejected(no, errors.errors());
            } else if (result instanceof AuthorityResult.Reviewed review) {
                events.reviewed(no, review.passed(), review.opinion());
            } else if (result instanceof AuthorityResult.Published published) {
                notes.addAll(events.published(id, no, published.filing()));
            }
        } finally {
            MDC.remove("order");
        }
    }

    /** The submission that a statement is about: the one it names, or the one under way about the record it names. */
    private long submissionNo(String id, AuthorityResult result) {
        if (result instanceof AuthorityResult.DataErrors errors) {
            return errors.about() == null ? errors.submissionNo() : events.submissionAbout(id, errors.about());
        }
        if (result instanceof AuthorityResult.Reviewed review) {
            return review.about() == null ? review.submissionNo() : events.submissionAbout(id, review.about());
        }
        return result instanceof AuthorityResult.Published published ? published.submissionNo() : 0;
    }

    /** What a statement is about, in its own words: looking it up may be what failed. */
    private static String about(AuthorityResult result) {
        RecordReference about = result instanceof AuthorityResult.DataErrors errors ? errors.about()
            : result instanceof AuthorityResult.Reviewed review ? review.about()
                : result instanceof AuthorityResult.Cancelled cancelled ? cancelled.about() : null;
        if (about != null) {
            return "record " + about.kind() + " " + (about.number() == null ? about.id() : about.number());
        }
        return "submission " + (result instanceof AuthorityResult.DataErrors errors ? errors.submissionNo()
            : result instanceof AuthorityResult.Reviewed review ? review.submissionNo()
                : result instanceof AuthorityResult.Published published ? published.submissionNo() : 0);
    }

    /** All that waited was fetched. It counts only when all was applied too: what a damaged file said is not known. */
    void exhausted(String id, Instant at) {
        transactions.run(() -> {
            List<String> open = exchange.openResults(id).stream().map(OpenResult::name).toList();
            if (!open.isEmpty()) {
                LOG.warn("Results of authority {} are not complete before these files are settled: {}", id, open);
                return;
            }
            events.resultsFetched(id, at);
            exchange.fetched(id, at);
        });
    }

    /** Whether the authority holds orders or reports, so that results are to be expected. */
    boolean isAwaited(String id) {
        return transactions.call(() -> orders.anyAt(id, PollTask.AT_AUTHORITY) || others.isAwaited(id));
    }
}
