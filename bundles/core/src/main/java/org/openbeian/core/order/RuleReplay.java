package org.openbeian.core.order;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleTrials.Replay;
import org.openbeian.api.rules.RuleTrials.VerdictChange;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges orders by the rules in force and by a candidate, and notes which verdicts change. Only reads. */
final class RuleReplay implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleReplay.class);
    private static final int PAGE = 100;
    private static final String NATION = "000000";

    private final String id;
    private final String provinceId;
    private final String inForce;
    private final String candidate;
    private final RuleTexts.Trial books;
    private final Cases cases;
    private final Instant startedAt;
    private final AtomicLong judged = new AtomicLong();
    private final AtomicLong changed = new AtomicLong();
    private final List<VerdictChange> changes = new ArrayList<>();
    private volatile long total;
    private volatile String state = "waiting";
    private volatile String problem;
    private volatile boolean cancelled;

    RuleReplay(String id, RuleFile file, String inForce, RuleTexts.Trial books, Cases cases) {
        this.id = id;
        this.provinceId = file.provinceId();
        this.inForce = inForce;
        this.candidate = file.version();
        this.books = books;
        this.cases = cases;
        this.startedAt = cases.clock().instant();
    }

    /** Where the orders come from. */
    record Cases(Transactions transactions, OrderStore orders, Resources resources, Clock clock) {

        /** The order; empty when it is gone or its data was erased. */
        Optional<Order> load(String order) {
            try {
                return transactions.call(() -> orders.load(order));
            } catch (DataErased erased) {
                return Optional.empty();
            }
        }

        /** The order as it is judged: by the day of its submission, a draft by today. */
        FilingCase filing(Order order) {
            Instant submitted = order.review() == null ? null : order.review().submittedAt();
            return Assessor.known(order, submitted == null ? clock.instant() : submitted, resources.of(order.application()), resources);
        }
    }

    String id() {
        return id;
    }

    void cancel() {
        cancelled = true;
        if (state.equals("waiting")) {
            state = "cancelled";
        }
    }

    /** Where it stands; one that is done tells all it found. */
    Replay status() {
        String now = state;
        List<VerdictChange> seen;
        synchronized (changes) {
            seen = List.copyOf(changes);
        }
        return new Replay(id, provinceId, inForce, candidate, now, judged.get(), total, startedAt, seen, changed.get(),
            problem);
    }

    @Override
    public void run() {
        if (cancelled) {
            return;
        }
        state = "running";
        try {
            AtomicLong count = new AtomicLong();
            each(order -> count.incrementAndGet());
            total = count.get();
            each(order -> judge(order.id()));
            state = cancelled ? "cancelled" : "done";
        } catch (RuntimeException e) {
            LOG.error("Replay {} of the rules of {} failed", id, provinceId, e);
            problem = "the server failed; its log says more under the replay's id";
            state = "failed";
        }
    }

    private void each(Consumer<OrderSummary> what) {
        String after = null;
        List<OrderSummary> page;
        do {
            OrderQuery query = new OrderQuery(null, null, NATION.equals(provinceId) ? null : provinceId, false, after, PAGE);
            page = cases.transactions().call(() -> cases.orders().list(query));
            for (OrderSummary order : page) {
                after = order.id();
                if (cancelled) {
                    return;
                }
                if (order.provinceId() != null && (!order.state().isFinal() || order.state() == OrderState.APPROVED)) {
                    what.accept(order);
                }
            }
        } while (page.size() == PAGE);
    }

    private void judge(String orderId) {
        cases.load(orderId).ifPresent(order -> {
            FilingCase filing = cases.filing(order);
            List<Finding> before = findings(books.now(), filing);
            List<Finding> after = findings(books.then(), filing);
            TreeSet<String> gone = names(before);
            TreeSet<String> come = names(after);
            come.removeAll(gone);
            gone.removeAll(names(after));
            if (!gone.isEmpty() || !come.isEmpty()) {
                note(new VerdictChange(orderId, order.state(), isBlocked(before), isBlocked(after), List.copyOf(gone),
                    List.copyOf(come)));
            }
        });
        judged.incrementAndGet();
    }

    private void note(VerdictChange change) {
        changed.incrementAndGet();
        synchronized (changes) {
            if (changes.size() < Replay.MAX_CHANGES) {
                changes.add(change);
            }
        }
    }

    private static List<Finding> findings(RuleBook book, FilingCase filing) {
        return book.serves(filing.application().provinceId()) ? book.judge(filing).findings() : List.of();
    }

    private static boolean isBlocked(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::isBlocking);
    }

    private static TreeSet<String> names(List<Finding> findings) {
        TreeSet<String> names = new TreeSet<>();
        findings.forEach(finding -> names.add(finding.severity() + " " + finding.ruleId() + " " + finding.pointer()));
        return names;
    }
}
