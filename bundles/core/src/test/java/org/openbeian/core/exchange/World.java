package org.openbeian.core.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityNotice;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.AuthorityEvents;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.Review;
import org.openbeian.core.effect.EffectReport;
import org.openbeian.core.effect.Holds;
import org.openbeian.core.effect.Missing;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryBlobs;
import org.openbeian.core.fake.MemoryCodeTables;
import org.openbeian.core.fake.MemoryFiles;
import org.openbeian.core.fake.MemoryLanes;
import org.openbeian.core.fake.MemoryOrders;
import org.openbeian.core.fake.MemoryReports;
import org.openbeian.core.fake.MemoryResources;
import org.openbeian.core.fake.MemoryRegister;
import org.openbeian.core.fake.MemoryTasks;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.fake.References;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.fake.Staff;
import org.openbeian.core.order.AuthorityRoutes;
import org.openbeian.core.order.Resources;
import org.openbeian.core.order.StoredInventory;
import org.openbeian.core.report.CodeBook;
import org.openbeian.core.report.FailedReports;
import org.openbeian.core.report.ReportCargo;
import org.osgi.framework.ServiceReference;

/** Stores that survive, an authority, and a server that can be started again over them. */
final class World {

    static final String ID = "440000";
    /** An id that several records have. */
    static final long SEVERAL = 666;
    static final String LANE = "authority:440000";

    final FixedClock clock = new FixedClock("2026-03-02T01:00:00Z");
    final MemoryTransactions transactions = new MemoryTransactions();
    final Fate fate = new Fate(transactions);
    final MemoryLanes lanes = new MemoryLanes(transactions);
    final MemoryFiles files = new MemoryFiles(transactions);
    final MemoryOrders orders = new MemoryOrders(transactions);
    final MemoryRegister register = new MemoryRegister(transactions);
    final MemoryBlobs blobs = new MemoryBlobs(transactions);
    final MemoryTasks tasks = new MemoryTasks(transactions);
    final Authority authority = new Authority();
    final Events events = new Events();
    final List<AuthorityNotice> notices = new ArrayList<>();
    final TreeSet<String> unserved = new TreeSet<>();
    final MemoryReports reports = new MemoryReports(transactions);
    final MemoryCodeTables codeTables = new MemoryCodeTables();
    /** What was told of reports. */
    final List<Notices.Notice> told = new ArrayList<>();
    /** What was told of orders that wait for the authority. */
    final List<Notices.Notice> late = new ArrayList<>();
    CodeBook codes;
    ReportCargo cargo;
    private int lastOrder;

    final ServiceReference<AuthorityGateway> installed = References.of("gateway", "1.0.0", 0);
    AuthorityRoutes routes = new AuthorityRoutes();
    AuthorityExchange exchange;
    AuthorityPoll poll;
    Gateways gateways;
    MissingParts missingParts;

    World() {
        authority.fate = fate;
        start();
    }

    /** Starts the server anew: nothing that was in memory is left. */
    void start() {
        Clock time = clock;
        ExchangeSettings settings = new ExchangeSettings();
        EffectReport report = new EffectReport(time);
        Missing missing = new Missing(lanes, Duration.ZERO);
        gateways = new Gateways(routes);
        gateways.addGateway(installed, authority);
        codes = new CodeBook(fate, codeTables, time);
        cargo = new ReportCargo(reports, lanes, codes, new FailedReports(Staff.accounts(), told::add), time);
        Ledger ledger = new Ledger(fate, lanes, files, orders, register, blobs, cargo, codes, events, missing, report, settings,
            late::add, time);
        exchange = new AuthorityExchange(ledger, gateways, resources(), tasks, new Holds(), report, settings, time);
        missingParts = new MissingParts(fate, lanes, missing, new NoChannels(), gateways);
        ResultBook book = new ResultBook(fate, files, orders, events, (authority, notice) -> notices.add(notice),
            new OtherResults(cargo, codes, (authority, filing, asOf) -> List.of("synchronized " + authority + " " + asOf)), time);
        poll = new AuthorityPoll(book, gateways, report, settings, time);
    }

    private Resources resources() {
        MemoryResources store = new MemoryResources(Samples.server());
        return Resources.of(account -> null, List.of(), store, new StoredInventory(fate, store));
    }

    /** An order that a specialist passed, with its upload in the lane. */
    String passed() {
        String id = "order-" + ++lastOrder;
        Instant now = clock.instant();
        blobs.put("m-" + id, id, new byte[1000]);
        MaterialInfo material = new MaterialInfo("m-" + id, "unit-certificate", "/organizer", "image/png", 1000, 10, 10, "0", now);
        orders.put(new Order(id, 1, "alice", FilingType.FIRST, progress(OrderState.QUEUED_FOR_AUTHORITY),
            Samples.application("example" + lastOrder + ".com"), List.of(material), List.of(), Review.NONE,
            new Handover(lastOrder, null, null, null, null, null), null, now, now));
        lanes.put(LANE, "upload", id, now);
        return id;
    }

    private Progress progress(OrderState state) {
        return new Progress(state, null, 1, clock.instant(), null);
    }

    /** Lets the lane run until nothing is due. */
    void drain() {
        for (int i = 0; i < 50; i++) {
            Optional<Instant> next = exchange.run(LANE);
            if (next.isEmpty() || next.get().isAfter(clock.instant())) {
                return;
            }
        }
        throw new AssertionError("the lane does not come to an end");
    }

    /** As {@link #drain}, time after time, for a day. */
    void drainForADay() {
        Instant end = clock.instant().plusSeconds(86_400);
        while (clock.instant().isBefore(end)) {
            drain();
            clock.set(transactions.call(lanes::nextDue).values().stream().min(Instant::compareTo).filter(end::isAfter)
                .filter(clock.instant()::isBefore).orElse(end));
        }
    }

    OrderState state(String order) {
        return transactions.call(() -> orders.load(order)).orElseThrow().state();
    }

    /** The life cycle as far as the authority side moves it. */
    final class Events implements AuthorityEvents {

        /** An organizer whose record another account gave. */
        static final String OF_ANOTHER = "湘ICP备1号";

        final List<String> told = new ArrayList<>();

        @Override
        public long submissionNo(String orderId) {
            return order(orderId).handover().submissionNo();
        }

        @Override
        public boolean readyForUpload(String orderId) {
            return order(orderId).state() == OrderState.QUEUED_FOR_AUTHORITY && !unserved.contains(orderId);
        }

        @Override
        public void accountAway(String orderId) {
            transactions.afterCommit(() -> told.add("parked " + orderId));
        }

        @Override
        public void uploaded(String orderId, long submissionNo, String file, List<String> notSent) {
            if (order(orderId).state() == OrderState.QUEUED_FOR_AUTHORITY) {
                move(orderId, OrderState.SMS_PENDING, "uploaded " + orderId + " in " + file
                    + (notSent.isEmpty() ? "" : " without " + notSent));
            }
        }

        @Override
        public void uploadRefused(String orderId, long submissionNo, int code, String message) {
            move(orderId, OrderState.PRE_REVIEW, "refused " + orderId + " " + code + " " + message);
        }

        @Override
        public void dataRejected(long submissionNo, List<String> codesAndTexts) {
            move(orderOf(submissionNo), OrderState.PRE_REVIEW, "errors " + submissionNo);
        }

        @Override
        public void reviewed(long submissionNo, boolean passed, String opinion) {
            if ("poison".equals(opinion)) {
                throw new IllegalStateException("cannot be applied");
            }
            told.add("reviewed " + submissionNo + " " + passed);
        }

        @Override
        public void cancelled(String authorityId, RecordReference about) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long submissionAbout(String authorityId, RecordReference about) {
            if (about.id() == SEVERAL) {
                throw new IllegalStateException("it is not guessed");
            }
            return 0;
        }

        @Override
        public List<String> published(String authorityId, long submissionNo, PublishedRecord filing) {
            orders.bySubmission(submissionNo).ifPresent(order -> move(order, OrderState.APPROVED, "published " + submissionNo));
            return filing.organizerNumber().equals(OF_ANOTHER) ? List.of("not taken over") : List.of();
        }

        @Override
        public void resultsFetched(String authorityId, Instant at) {
            told.add("fetched " + authorityId + " " + at);
        }

        private String orderOf(long submissionNo) {
            return orders.bySubmission(submissionNo).orElseThrow();
        }

        private Order order(String id) {
            return orders.lock(id).orElseThrow();
        }

        private void move(String id, OrderState state, String what) {
            orders.put(order(id).with(progress(state)));
            transactions.afterCommit(() -> told.add(what));
        }
    }

    private static final class NoChannels implements ChannelTransport {

        @Override
        public Optional<NotificationChannel> channel(String id) {
            return Optional.empty();
        }

        @Override
        public Sent send(String channelId, List<OutgoingMessage> messages) {
            throw new AssertionError("not used");
        }
    }
}
