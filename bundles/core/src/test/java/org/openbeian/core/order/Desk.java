package org.openbeian.core.order;

import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.GOOD_CALL;
import static org.openbeian.core.fake.Samples.SAM;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Assert;
import org.junit.function.ThrowingRunnable;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.AuthorityEvents;
import org.openbeian.api.order.CheckedItem;
import org.openbeian.api.order.Clearances;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ReviewDesk;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.core.blocking.StoredBlockings;
import org.openbeian.core.config.ConfigGuard;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.KnownDays;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryBlobs;
import org.openbeian.core.fake.MemoryCases;
import org.openbeian.core.fake.MemoryBlockings;
import org.openbeian.core.fake.MemoryChannels;
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.MemoryDomains;
import org.openbeian.core.fake.MemoryEffects;
import org.openbeian.core.fake.MemoryExchange;
import org.openbeian.core.fake.MemoryMessages;
import org.openbeian.core.fake.MemoryOrders;
import org.openbeian.core.fake.MemoryRegister;
import org.openbeian.core.fake.MemoryReports;
import org.openbeian.core.fake.MemoryResources;
import org.openbeian.core.fake.MemorySettings;
import org.openbeian.core.fake.MemoryTasks;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.fake.Staff;
import org.openbeian.core.message.Channels;
import org.openbeian.core.message.MessageSettings;
import org.openbeian.core.message.Telling;
import org.openbeian.core.form.StoredForms;
import org.openbeian.core.time.ChinaWorkingDays;
import org.slf4j.LoggerFactory;

/** The life cycle over memory stores, on a Monday morning in Shanghai. */
final class Desk {

    final FixedClock clock = new FixedClock("2026-11-02T02:00:00Z");
    final MemoryTransactions transactions = new MemoryTransactions();
    final MemoryOrders store = new MemoryOrders(transactions);
    final MemoryEffects effects = new MemoryEffects(transactions);
    final MemoryTasks tasks = new MemoryTasks(transactions);
    final MemoryBlobs blobs = new MemoryBlobs(transactions);
    final MemoryRegister register = new MemoryRegister(transactions);
    final MemoryExchange exchange = new MemoryExchange();
    final FakeRules rules = new FakeRules();
    final CoreSettings settings = new CoreSettings(
        new ConfigGuard<>(CoreConfig.class, "test", LoggerFactory.getLogger(Desk.class)).get());
    final Map<String, AccountState> realNames = new HashMap<>();
    final List<HistoryEntry> heard = new ArrayList<>();
    final MemoryResources resourceStore = new MemoryResources(Samples.server());
    final Resources resources = new Resources(account -> realNames.get(account), List.of(),
        new OnRecord(store, register)::known,
        resourceStore, store::load, failingOnDemand(new StoredInventory(transactions, resourceStore)));
    boolean inventoryFails;
    final Channels channels = new Channels(new MemoryChannels(), transactions, new MessageSettings(), clock);
    final MemoryMessages messages = new MemoryMessages();
    final Telling telling = new Telling(effects, messages, store, channels, settings, clock);
    final ChinaWorkingDays workingDays = new ChinaWorkingDays(new KnownDays(Set.of(2026), Map.of()));
    final OrderEngine engine = new OrderEngine(transactions, store, effects, tasks, clock, workingDays, rules,
        settings, telling, new OrderListeners((order, entry) -> heard.add(entry)));
    /** Marks that can be read. */
    static final BlindIndex BLIND = (kind, value) -> kind + ":" + value;

    final MemoryAudit audit = new MemoryAudit();
    final Disclosure disclosure = new Disclosure(engine, transactions, audit,
        Clock.fixed(Instant.parse("2026-12-24T16:30:00Z"), ZoneOffset.UTC));
    final AuthorityRoutes routes = new AuthorityRoutes();
    final Set<String> withoutApps = new HashSet<>();
    final Set<String> withoutAccount = new HashSet<>();
    final AppIntake intake = new AppIntake() {
        @Override
        public boolean refusesApps(String authorityId) {
            return withoutApps.contains(authorityId);
        }

        @Override
        public boolean hasAccount(String authorityId) {
            return !withoutAccount.contains(authorityId);
        }
    };
    final OrderRoutes orderRoutes = new OrderRoutes(register, store, routes, intake, rules);
    final FiledRecordFinder finder = new FiledRecordFinder(register, orderRoutes);
    final MemoryCorrections correctionStore = new MemoryCorrections();
    final Certificates certificates = new Certificates(store, register, BLIND, correctionStore);
    final MemorySettings kept = new MemorySettings();
    final StoredLegalTexts legal = new StoredLegalTexts(transactions, kept);
    final FormTemplates forms = new StoredForms(transactions, kept, blobs, rules, clock);
    final LetterBook letterBook = new LetterBook(forms, new MemoryCases(), legal);
    final Orders orders = new OrderService(engine, transactions, store, blobs, register, exchange, rules, resources, settings,
        disclosure, BLIND, intake, orderRoutes, certificates, legal, letterBook);

    final Clearances clearances = new Clearing(engine, store, rules, resources, audit);
    final List<Notices.Notice> told = new ArrayList<>();
    final Reconciler reconciler = new Reconciler(correctionStore, register, store, tasks, settings, told::add, audit, finder,
        clock);
    final AuthorityEvents authority = new AuthorityReports(engine, transactions, store, register, rules, settings, resources, blobs,
        certificates, finder, reconciler, Staff.accounts());
    final StoredBlockings blockings = new StoredBlockings(transactions, new MemoryBlockings(), register, new MemoryDomains(),
        correctionStore, tasks,
        told::add, audit, clock);
    final MemoryReports reports = new MemoryReports(transactions);
    final CorrectionBook corrections = new CorrectionBook(transactions, correctionStore, register, store, certificates, tasks, clock,
        workingDays, settings, told::add, audit,
        blockings, finder, reports);
    final FilingTypes types = new FiledOrders(engine, transactions, store, register, blobs, settings, Staff.accounts());
    final WaitingOrders waiting = new WaitingOrders(engine, transactions, store, register, rules, resources, settings,
        intake, orderRoutes, certificates);
    final SmsDeadline smsDeadline = new SmsDeadline(engine, transactions, store);
    final Calling calling = new Calling(engine, workingDays, settings);
    final ReviewDesk reviews = new SpecialistDesk(engine, transactions, store, rules, workingDays, audit, settings);
    final CallReminder callReminder = new CallReminder(engine);
    final DraftExpiry draftExpiry = new DraftExpiry(engine, settings);

    private ResourceInventory failingOnDemand(ResourceInventory inventory) {
        return (ResourceInventory) Proxy.newProxyInstance(Desk.class.getClassLoader(), new Class<?>[] {ResourceInventory.class},
            (proxy, method, arguments) -> {
                if (inventoryFails) {
                    throw new IllegalStateException("the cloud does not answer");
                }
                return method.invoke(inventory, arguments);
            });
    }

    /** A draft that can be submitted. */
    Order draft() {
        return draft("example.com");
    }

    Order draft(String domain) {
        return orders.create(ALICE, FilingType.FIRST, Samples.application(domain));
    }

    Order submitted() {
        return submit(draft());
    }

    Order submit(Order order) {
        return orders.submit(ALICE, order.id(), order.version(), consents());
    }

    Order passed() {
        Order order = submitted();
        orders.logCall(SAM, order.id(), Orders.ANY_VERSION, GOOD_CALL);
        return orders.pass(SAM, order.id(), Orders.ANY_VERSION);
    }

    /** An order that the authority took; its submission is number 1. */
    Order uploaded() {
        Order order = passed();
        authority.uploaded(order.id(), order.handover().submissionNo(), "440000/1");
        return now(order);
    }

    /** An order whose SMS verification expired. */
    Order smsFailed() {
        Order order = uploaded();
        tasks.pass(clock, order.handover().smsDue(), smsDeadline);
        return now(order);
    }

    /** What the authority publishes for the order's one website. */
    PublishedRecord record(String organizer, String service) {
        return new PublishedRecord(organizer, 1001, List.of(new PublishedService(0, service, 2001, List.of(3001L))), time());
    }

    List<Consent> consents() {
        return orders.consentTexts().stream().map(text -> new Consent(text.id(), text.version(), null, null, null)).toList();
    }

    /** The checklist of an order, answered: everything matches but these. */
    List<CheckedItem> checklist(Order order, String... mismatches) {
        return reviews.callTask(SAM, order.id()).items().stream()
            .map(item -> new CheckedItem(item.pointer(), !List.of(mismatches).contains(item.pointer()))).toList();
    }

    OrderState state(Order order) {
        return now(order).state();
    }

    Order now(Order order) {
        return transactions.call(() -> store.load(order.id())).orElseThrow();
    }

    Instant time() {
        return clock.instant();
    }

    /** The refusal that an action meets. */
    static Refusal refusal(ThrowingRunnable action) {
        return Assert.assertThrows(Refusal.class, action);
    }

    /** The refusal's code, so that a test can say which guard it met. */
    static String code(ThrowingRunnable action) {
        return refusal(action).code();
    }
}
