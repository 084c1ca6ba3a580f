package org.openbeian.aftercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Inspections;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderListener;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.EventFeedStore;
import org.openbeian.api.store.EventFeedStore.Batch;
import org.openbeian.api.store.EventFeedStore.Position;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.register.Domains;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a site of each granted website, and grants the compensation of each granted order. It reads the history of all orders from
 * where it stopped, so that it costs a filing nothing, misses no grant that happened while it was away, and makes sites also of those of
 * a time before it was installed. Those are not compensated, unless the configuration says since when. Thread-safe.
 */
@Component(service = {OrderListener.class, DurableTask.class}, immediate = true)
public final class SiteFollower implements OrderListener, DurableTask {

    static final String NAME = "site-follow";

    private static final Logger LOG = LoggerFactory.getLogger(SiteFollower.class);
    private static final String CURSOR = "aftercare.cursor";
    private static final String SWEPT = "aftercare.ended-looked-at";
    private static final String INSTALLED = "aftercare.installed";
    private static final String KEY = "grants";
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int BATCH = 500;
    private static final Duration APART = Duration.ofSeconds(5);
    /** How often it looks again without a pause: a virtual clock may stand still. */
    private static final int AT_ONCE = 20;
    /** How often it looks again at all for what it was told of: it may have seen that before it was told. */
    private static final int AT_MOST = 30;

    private final EventFeedStore feed;
    private final SettingsStore marks;
    private final OrderStore orders;
    private final SiteFiles files;
    private final CompensationGrants compensations;
    private final Inspections inspections;
    private final DurableTasks tasks;
    private final Transactions transactions;
    private final AftercareSettings settings;
    private final Clock clock;
    private final Instant begun;
    /** Both are set and read by the task, of which one runs at a time. */
    private boolean more;
    private int hidden;
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();

    /** Created by Declarative Services. */
    @Activate
    public SiteFollower(@Reference EventFeedStore feed, @Reference SettingsStore marks, @Reference OrderStore orders,
            @Reference SiteFiles files, @Reference CompensationGrants compensations, @Reference Inspections inspections,
            @Reference DurableTasks tasks,
            @Reference Transactions transactions, @Reference AftercareSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.feed = feed;
        this.marks = marks;
        this.orders = orders;
        this.files = files;
        this.compensations = compensations;
        this.inspections = inspections;
        this.tasks = tasks;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.begun = clock.instant();
        wake();
    }

    @Override
    public void changed(Order order, HistoryEntry entry) {
        if (entry.event() == OrderEvent.APPROVED) {
            awaited.add(order.id());
            wake();
        }
    }

    private void wake() {
        try {
            tasks.ensure(NAME, KEY, clock.instant());
        } catch (RuntimeException e) {
            awaited.clear();
            LOG.warn("Granted sites are taken up later, since a task could not be stored: {}", e.toString());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean machine() {
        return true;
    }

    /** Runs until it has seen every grant that it was told of; an open transaction may hide one for a moment. */
    @Override
    public Optional<Instant> run(String key) {
        transactions.run(this::sweep);
        while (follow()) {
            LOG.debug("There is more");
        }
        hidden = awaited.isEmpty() ? 0 : hidden + 1;
        if (hidden > AT_MOST) {
            awaited.clear();
            hidden = 0;
        }
        return hidden == 0 ? Optional.empty() : Optional.of(hidden < AT_ONCE ? clock.instant() : clock.instant().plus(AGAIN));
    }

    /** Once: sites that ended before ended ones were looked at have no task. One that is over altogether ends its task again. */
    private void sweep() {
        if (marks.get(SWEPT).isPresent()) {
            return;
        }
        Instant at = clock.instant().plus(Duration.ofDays(1));
        List<FiledSite> page = files.list(null, null, SiteFiles.ENDED, null, BATCH);
        while (!page.isEmpty()) {
            for (FiledSite site : page) {
                tasks.ensure(SiteWatch.NAME, site.id(), at);
                at = at.plus(APART);
            }
            page = files.list(null, null, SiteFiles.ENDED, page.get(page.size() - 1).id(), BATCH);
        }
        marks.put(SWEPT, clock.instant().toString());
    }

    private boolean follow() {
        List<String> seen = transactions.call(() -> {
            String epoch = feed.epoch();
            Batch batch = feed.read(null, null, cursor(epoch), BATCH);
            List<HistoryEntry> granted = batch.rows().stream().map(row -> row.entry())
                .filter(entry -> entry.event() == OrderEvent.APPROVED).toList();
            Instant since = compensatedSince();
            granted.forEach(entry -> take(entry.orderId(), !entry.at().isBefore(since)));
            Position next = batch.next();
            marks.put(CURSOR, epoch + " " + next.transaction() + " " + next.no() + " " + next.orderId());
            more = batch.rows().size() == BATCH;
            return granted.stream().map(HistoryEntry::orderId).toList();
        });
        awaited.removeAll(seen);
        return more;
    }

    private Position cursor(String epoch) {
        String[] parts = marks.get(CURSOR).orElse("").split(" ", 4);
        return parts.length < 4 || !parts[0].equals(epoch) ? Position.START
            : new Position(Long.parseLong(parts[1]), parts[3], Integer.parseInt(parts[2]));
    }

    /** The configured day, or when it was installed; a server that granted before that was kept goes on as it did. */
    private Instant compensatedSince() {
        Instant installed = marks.get(INSTALLED).map(Instant::parse).orElseGet(() -> {
            Instant first = marks.get(CURSOR).isPresent() ? Instant.EPOCH : begun;
            marks.put(INSTALLED, first.toString());
            return first;
        });
        String day = settings.get().compensation_since();
        return day.isEmpty() ? installed : Duties.day(LocalDate.parse(day));
    }

    private void take(String orderId, boolean compensated) {
        try {
            Order order = orders.load(orderId).orElse(null);
            for (int i = 0; order != null && order.grant() != null && i < order.grant().serviceNumbers().size(); i++) {
                take(order, i);
            }
            if (order != null && compensated) {
                compensations.grant(order, orders.history(orderId, 0));
            }
        } catch (DataErased gone) {
            LOG.debug("Order {} was erased", orderId);
        }
    }

    private void take(Order order, int at) {
        String number = order.grant().serviceNumbers().get(at);
        InternetService service = SiteBook.service(order, number);
        if (!(service instanceof WebSite) || service.domains().isEmpty()) {
            return;
        }
        service.domains().stream().map(Domains::key).forEach(domain -> inspections.settled(CorrectionKind.UNFILED, domain, "granted"));
        Instant soon = clock.instant().plus(Duration.ofDays(1));
        Optional<FiledSite> known = files.withNumber(number);
        if (known.isPresent()) {
            // One whose access was cancelled is looked at again once it has another.
            tasks.schedule(SiteWatch.NAME, known.get().id(), soon);
        } else {
            FiledSite site = new FiledSite(order.id() + "-" + (at + 1), 1, order.id(), order.account(), order.provinceId(), number,
                order.grant().organizerNumber(), service.name(), service.domains().stream().map(Domains::key).toList(),
                order.grant().grantedAt(), null, null, null, false);
            if (files.insert(site, SiteFiles.OWING)) {
                tasks.schedule(SiteWatch.NAME, site.id(), soon);
            }
        }
    }
}
