package org.openbeian.store.jdbc;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.InboxMessage;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.report.Report;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceUse;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.AuditStore.Chain;
import org.openbeian.api.store.DeliveryStore.Delivery;
import org.openbeian.api.store.GateStore;
import org.openbeian.api.store.IdempotencyStore.Answer;
import org.openbeian.api.store.Retention.Rule;

public class SmallStoresTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    private final PersonalData personalData = new Samples.FakePersonalData();
    private final List<String> erased = new ArrayList<>();
    private final Erasures erasures = (Erasures) Proxy.newProxyInstance(Erasures.class.getClassLoader(),
        new Class<?>[] {Erasures.class}, (proxy, method, arguments) -> {
            erased.add(method.getName() + " " + arguments[1] + " " + arguments[2]);
            new JdbcDataKeyStore(database).destroy((String) arguments[2]);
            return null;
        });

    @Test
    public void casesOfAuthoritiesAreKeptByTheirKeyUntilTheyAreClosed() {
        JdbcCorrectionStore store = new JdbcCorrectionStore(database, personalData);
        CorrectionCase one = new CorrectionCase("01", 1, CorrectionKind.RECTIFICATION, "440000", "粤ICP备1号", "粤ICP备1号-1", "alice",
            List.of("a.example"), "words", NOW, NOW, CorrectionCase.Status.OPEN, null, null);
        store.insert(one, "key");
        store.insert(new CorrectionCase("02", 1, CorrectionKind.ILLEGAL_ACCESS, "440000", null, null, null, List.of("b.example"), null,
            NOW, null, CorrectionCase.Status.OPEN, null, null), "other");
        assertEquals(Optional.of(one), store.open("key"));
        assertEquals(List.of(one), store.list("alice", true, null, 10));
        assertEquals(List.of("02", "01"), store.list(null, false, null, 10).stream().map(CorrectionCase::id).toList());
        assertEquals(List.of("01"), store.list(null, true, "02", 10).stream().map(CorrectionCase::id).toList());
        CorrectionCase closed = one.with(CorrectionCase.Status.CLOSED, "sam", "done");
        assertTrue(store.update(closed));
        assertFalse("somebody else was faster", store.update(closed));
        assertEquals(Optional.of(closed), store.find("01"));
        assertEquals("its key is free again", Optional.empty(), store.open("key"));
        assertEquals(List.of(), store.list("alice", true, null, 10));
        store.blacklist(List.of("domain:a", "domain:b"), true);
        store.blacklist(List.of("domain:a"), true);
        store.blacklist(List.of("domain:b"), false);
        assertEquals(Set.of("domain:a"), store.blacklisted(List.of("domain:a", "domain:b", "domain:c")));
    }

    @Test
    public void keepsPicturesOfEverySize() {
        JdbcBlobStore blobs = new JdbcBlobStore(database, personalData);
        byte[] picture = new byte[3_000_000];
        new Random(1).nextBytes(picture);
        blobs.put("p", "order-1", picture);
        blobs.put("empty", "order-1", new byte[0]);
        assertArrayEquals(picture, blobs.get("p", "order-1"));
        assertArrayEquals(new byte[0], blobs.get("empty", "order-1"));
        assertNull("another order's", blobs.get("p", "order-2"));
        blobs.remove("p");
        blobs.remove("p");
        assertNull(blobs.get("p", "order-1"));
    }

    @Test
    public void aBoxHoldsEachMessageOnceAndBelongsToItsAccount() {
        JdbcInboxStore inbox = new JdbcInboxStore(database, personalData);
        inbox.put(message("alice", "k1"));
        inbox.put(message("alice", "k1"));
        inbox.put(message("alice", "k2"));
        inbox.put(message("bob", "k3"));
        List<InboxMessage> box = inbox.list("alice", 0, 10);
        assertEquals(2, box.size());
        assertEquals(Samples.text("text k2"), box.get(0).text());
        assertEquals(NOW, box.get(0).createdAt());
        assertEquals(List.of(box.get(1)), inbox.list("alice", box.get(0).id(), 10));
        assertFalse("not his", inbox.markRead("bob", box.get(0).id()));
        assertTrue(inbox.markRead("alice", box.get(0).id()));
        assertTrue(inbox.list("alice", 0, 1).get(0).read());
    }

    @Test
    public void deliveriesAreListedInOrder() {
        JdbcDeliveryStore deliveries = new JdbcDeliveryStore(database);
        Delivery first = new Delivery("alice", "o1", "m", "email", "z***@example.com", "k", 1, DeliveryResult.retryLater("busy"), NOW);
        Delivery second = new Delivery("alice", "o1", "m", "email", "z***@example.com", "k", 1, DeliveryResult.delivered(), NOW);
        deliveries.add(List.of(first, second));
        deliveries.add(List.of());
        assertEquals(List.of(first, second), deliveries.list("o1"));
        assertEquals(List.of(), deliveries.list("o2"));
    }

    @Test
    public void anAnswerIsKeptForADay() {
        JdbcIdempotencyStore answers = new JdbcIdempotencyStore(database, personalData);
        Answer answer = new Answer("hash", 201, "/orders/1", "\"1\"", "body".getBytes(StandardCharsets.UTF_8));
        database.call(() -> {
            assertTrue(answers.reserve("alice", "key", "hash", NOW));
            answers.complete("alice", "key", answer);
            return null;
        });
        Answer kept = answers.find("alice", "key", NOW.plusSeconds(10)).orElseThrow();
        assertEquals("hash 201 /orders/1 \"1\" body", String.join(" ", kept.requestHash(), "" + kept.status(), kept.location(),
            kept.etag(), new String(kept.body(), StandardCharsets.UTF_8)));
        assertFalse(answers.reserve("alice", "key", "other", NOW.plusSeconds(10)));
        assertEquals(Optional.empty(), answers.find("bob", "key", NOW));
        assertEquals(Optional.empty(), answers.find("alice", "key", NOW.plus(Duration.ofHours(24))));
        assertTrue("free again", answers.reserve("alice", "key", "new", NOW.plus(Duration.ofHours(25))));
        assertEquals("reserved and not answered", Optional.empty(), answers.find("alice", "key", NOW.plus(Duration.ofHours(25))));
        assertEquals(1, answers.trim(NOW.plus(Duration.ofHours(50)), 10));
    }

    @Test
    public void ofTwoRequestsAtOnceOneGetsTheKey() throws Exception {
        JdbcIdempotencyStore answers = new JdbcIdempotencyStore(database, personalData);
        CountDownLatch reserved = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> second = database.call(() -> {
                assertTrue(answers.reserve("alice", "key", "hash", NOW));
                Future<Boolean> waiting = other.submit(() -> {
                    reserved.countDown();
                    return database.call(() -> answers.reserve("alice", "key", "hash", NOW));
                });
                await(reserved);
                return waiting;
            });
            assertFalse(second.get(20, TimeUnit.SECONDS));
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    public void resourcesAreFoundByIdAndAccount() {
        JdbcResourceStore resources = new JdbcResourceStore(database);
        ResourceFacts facts = new ResourceFacts("cvm", "ins-1", "alice", "ap-guangzhou", true, List.of("203.0.113.7"), true, 12,
            NOW, Map.of("bandwidth", "5"));
        resources.save(new ResourceFacts("cvm", "ins-1", "bob", "x", false, List.of(), false, 0, null, null));
        resources.save(facts);
        assertEquals(Optional.of(facts), resources.find("cvm", "ins-1"));
        assertEquals(Optional.empty(), resources.find("cvm", "ins-2"));
        assertEquals(List.of(facts), resources.ofAccount("alice"));
        assertEquals(List.of(), resources.ofAccount("bob"));
        assertTrue(resources.has(facts.kind()));
        assertFalse(resources.has("no-such-kind"));
    }

    @Test
    public void aResourceIsFoundByWhatItRestsOn() {
        JdbcResourceStore resources = new JdbcResourceStore(database);
        ResourceRef server = new ResourceRef("cvm", "ins-1");
        ResourceFacts balancer = new ResourceFacts("clb", "lb-1", "alice", "r", true, List.of(), false, 0, null, null, List.of(server));
        resources.save(balancer);
        assertEquals(List.of(balancer), resources.restingOn(server));
        assertEquals(Optional.of(balancer), resources.find("clb", "lb-1"));
        resources.save(new ResourceFacts("clb", "lb-1", "alice", "r", true, List.of(), false, 0, null, null));
        assertEquals(List.of(), resources.restingOn(server));
    }

    @Test
    public void ordersThatWereHandedInUseTheResourcesTheyName() {
        JdbcResourceStore resources = new JdbcResourceStore(database);
        JdbcOrderStore orders = new JdbcOrderStore(database, personalData);
        JdbcRegisterStore register = new JdbcRegisterStore(database, personalData, Samples.INDEX);
        ResourceRef server = new ResourceRef("cvm", "ins-1");
        Order draft = Samples.draft("order-1").with(new Application(null, List.of(new WebSite("甲", List.of("Example.com"), null,
            List.of(), List.of(), List.of(), null, null, List.of(new Access("cvm", "ins-1", null)), null)), Map.of()));
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        assertEquals("a draft", List.of(), resources.uses(server));
        Order handedIn = Samples.in(draft, OrderState.PRE_REVIEW).next(NOW);
        orders.update(handedIn, Samples.entry(handedIn, 2, OrderEvent.SUBMITTED));
        ResourceUse use = new ResourceUse(server, "example.com", "order-1", handedIn.account(), OrderState.PRE_REVIEW);
        assertEquals(List.of(use), resources.uses(server));
        assertEquals(List.of(use), resources.usesOf(handedIn.account(), "cvm"));
        assertEquals(List.of(), resources.usesOf(handedIn.account(), "clb"));
        Order approved = Samples.in(handedIn, OrderState.APPROVED).next(NOW);
        orders.update(approved, Samples.entry(approved, 3, OrderEvent.APPROVED));
        assertEquals("no longer filed", List.of(), resources.uses(server));
        register.save(new ServiceEntry("粤ICP备1号-1", "粤ICP备1号", "甲", List.of("example.com"), 1, "order-1", NOW));
        assertEquals(OrderState.APPROVED, resources.uses(server).get(0).state());
        Order dropped = Samples.in(approved, OrderState.WITHDRAWN).next(NOW);
        orders.update(dropped, Samples.entry(dropped, 4, OrderEvent.WITHDRAWN));
        assertEquals("given up", List.of(), resources.uses(server));
    }

    @Test
    public void theGateFollowsOrdersAndTheRegister() {
        JdbcGateStore gate = new JdbcGateStore(database);
        JdbcOrderStore orders = new JdbcOrderStore(database, personalData);
        JdbcRegisterStore register = new JdbcRegisterStore(database, personalData, Samples.INDEX);
        long before = gate.last();
        Order draft = Samples.draft("order-1");
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        assertEquals("a draft changes nothing", List.of(), gate.changes(before, 10));
        String domain = "xn--fsq092h.example";
        Order handedIn = Samples.in(draft, OrderState.PRE_REVIEW).next(NOW);
        orders.update(handedIn, Samples.entry(handedIn, 2, OrderEvent.SUBMITTED));
        GateStore.Change change = gate.changes(before, 10).get(0);
        assertEquals(domain, change.key());
        assertEquals(List.of(change), gate.changes(List.of(change.no(), change.no() + 5)));
        assertEquals(Map.of(domain, GateState.FIRST_FILING), gate.states(List.of(domain, "other.com")));
        register.save(new ServiceEntry("粤ICP备1号-1", "粤ICP备1号", "甲", List.of(domain), 1, "order-1", NOW));
        register.save(new ServiceEntry("粤ICP备1号-2A", "粤ICP备1号", "乙", List.of(), 1, "order-1", NOW));
        assertEquals(Map.of(domain, GateState.FILED, "app:粤icp备1号-2a", GateState.FILED),
            gate.states(List.of(domain, "app:粤icp备1号-2a", "app:粤icp备1号-1")));
        Map<String, GateState> scanned = new TreeMap<>();
        gate.scan(scanned::put);
        assertEquals(Map.of(domain, GateState.FILED, "app:粤icp备1号-2a", GateState.FILED), scanned);
        register.save(new ServiceEntry("粤ICP备1号-1", "粤ICP备1号", "甲", List.of("new.com"), 1, "order-1", NOW));
        assertEquals(Map.of(domain, GateState.FIRST_FILING, "new.com", GateState.FILED), gate.states(List.of(domain, "new.com")));
        ServiceEntry cancelled = register.service("粤ICP备1号-1").orElseThrow().with(ServiceState.CANCELLED, NOW);
        register.save(cancelled);
        assertEquals(Map.of("new.com", GateState.CANCELLED), gate.states(List.of("new.com")));
        register.save(cancelled.with(ServiceState.ACCESS_CANCELLED, NOW));
        assertEquals(Map.of("new.com", GateState.ACCESS_CANCELLED), gate.states(List.of("new.com")));
        assertEquals(0, gate.forget(Instant.parse("2020-01-01T00:00:00Z")));
        long last = gate.last();
        gate.forget(Instant.parse("2999-01-01T00:00:00Z"));
        assertEquals("the last one stays, so that numbers go on", last, gate.last());
    }

    @Test
    public void settingsAreReplaced() {
        JdbcSettingsStore settings = new JdbcSettingsStore(database);
        assertEquals(Optional.empty(), settings.get("clock"));
        settings.put("clock", "1");
        settings.put("clock", "2");
        assertEquals(Optional.of("2"), settings.get("clock"));
    }

    @Test
    public void aJumpOfTheClockForgetsNoAnswer() {
        JdbcIdempotencyStore answers = new JdbcIdempotencyStore(database, personalData);
        Instant real = Instant.now();
        for (Instant at : List.of(real, real.minus(Duration.ofHours(25)))) {
            database.call(() -> {
                answers.reserve("alice", "at " + at, "hash", at);
                answers.complete("alice", "at " + at, new Answer("hash", 204, null, null, null));
                return null;
            });
        }
        new StoreTrimmer(database, new JdbcEffectStore(database), new JdbcExchangeStore(database, personalData), answers,
            new JdbcAuditStore(database), new JdbcReportStore(database, personalData), new StoreSettings(), erasures,
            new ManualClock(real.plus(Duration.ofDays(30)))).run("all");
        assertTrue(answers.find("alice", "at " + real, real).isPresent());
        assertEquals("a day of real time is enough", 0, answers.trim(real.minus(Duration.ofHours(24)), 10));
    }

    @Test
    public void theTrimmerKeepsTablesBounded() {
        JdbcInboxStore inbox = new JdbcInboxStore(database, personalData);
        JdbcDeliveryStore deliveries = new JdbcDeliveryStore(database);
        ManualClock clock = new ManualClock(NOW);
        inbox.put(message("alice", "k1"));
        deliveries.add(List.of(new Delivery("alice", "o1", "m", "email", "z***", "k", 1, DeliveryResult.delivered(), NOW)));
        StoreTrimmer trimmer = new StoreTrimmer(database, new JdbcEffectStore(database),
            new JdbcExchangeStore(database, personalData), new JdbcIdempotencyStore(database, personalData),
            new JdbcAuditStore(database), new JdbcReportStore(database, personalData), new StoreSettings(), erasures, clock);
        assertEquals("it is scheduled", Map.of("all", NOW.plus(Duration.ofHours(1))), trimmer.standing());
        trimmer.run("all");
        assertEquals(1, deliveries.list("o1").size());
        clock.advance(Duration.ofDays(366));
        assertEquals("a dry run counts", new Rule("deliveries", 365, 1), rule(trimmer.plan(), "deliveries"));
        assertEquals(new Rule("messages", 1095, 0), rule(trimmer.plan(), "messages"));
        assertEquals("and changes nothing", 1, deliveries.list("o1").size());
        assertEquals(Optional.of(clock.instant().plus(Duration.ofHours(1))), trimmer.run("all"));
        assertEquals(0, deliveries.list("o1").size());
        assertEquals(1, inbox.list("alice", 0, 10).size());
        clock.advance(Duration.ofDays(1095));
        trimmer.run("all");
        assertEquals(0, inbox.list("alice", 0, 10).size());
    }

    /** Every kind that grows with the orders has a rule, a dry run that counts what a run removes, and ends up empty. */
    @Test
    public void everyKindIsCountedAndRemoved() {
        ManualClock clock = new ManualClock(Instant.now().minus(Duration.ofDays(5000)));
        JdbcEffectStore effects = new JdbcEffectStore(database);
        JdbcExchangeStore exchange = new JdbcExchangeStore(database, personalData);
        JdbcIdempotencyStore answers = new JdbcIdempotencyStore(database, personalData);
        JdbcAuditStore audit = new JdbcAuditStore(database);
        effects.add(List.of(Samples.effect("channel:email", "k1")));
        effects.done(List.of(database.first("select id from effect", row -> row.getLong(1)).orElseThrow()), clock.instant());
        exchange.received("440000", new ResultFile("r1", new byte[1], "d", false), clock.instant());
        exchange.applied("440000", "r1", clock.instant());
        database.call(() -> answers.reserve("alice", "key", "hash", clock.instant()));
        new JdbcDeliveryStore(database).add(List.of(
            new Delivery("alice", "o1", "m", "email", "z***", "k", 1, DeliveryResult.delivered(), clock.instant())));
        new JdbcInboxStore(database, personalData).put(new OutgoingMessage("k1", "m", "o1", "alice", "alice",
            Samples.text("s"), Samples.text("t"), clock.instant()));
        audit.add(new AuditEntry(0, clock.instant(), "sue", "shell", "a", null, null, null, Map.of(), null, null));
        database.call(() -> {
            Map<Long, AuditEntry> sealed = new HashMap<>(audit.open(1));
            sealed.replaceAll((id, e) -> new AuditEntry(1, e.at(), e.account(), e.origin(), e.action(), null, null, null, Map.of(),
                "p", "h"));
            audit.seal(sealed, new Chain(1, "p", 1, "h"));
            return null;
        });
        database.update("insert into inventory_import (id, document, digest, started_at) values ('i1', '{}', '', ?)", clock.instant());
        database.update("insert into inventory_import_bad (import_id, line_no, zh, en) values ('i1', 1, 'z', 'e')");
        database.update("insert into inventory_import_mark (import_id, item, line_no, content_hash) values ('i1', 'a.com', 1, 'h')");
        JdbcReportStore reports = new JdbcReportStore(database, personalData);
        reports.insert(ReportStoreTest.report("440000", Report.State.SENT, clock.instant()));
        reports.keepDraft("c1", Map.of("Ym", "wild.cn"), clock.instant());
        StoreTrimmer trimmer = new StoreTrimmer(database, effects, exchange, answers, audit, reports, new StoreSettings(), erasures, clock);
        clock.advance(Duration.ofDays(4000));
        List<Rule> plan = trimmer.plan();
        assertEquals(List.of("effects 1", "authority files 1", "reports 2", "imports 1", "kept answers 1", "deliveries 1", "messages 1",
            "registry answers 0", "ended orders 0", "audit 1"), plan.stream().map(rule -> rule.kind() + " " + rule.rows()).toList());
        assertEquals(plan, trimmer.run());
        assertEquals(0, trimmer.plan().stream().mapToLong(Rule::rows).sum());
    }

    @Test
    public void ordersThatEndedWithoutANumberAreErasedInTimeWhenTheOperatorWantsIt() {
        Samples.KeyedPersonalData keyed = new Samples.KeyedPersonalData(new JdbcDataKeyStore(database));
        JdbcOrderStore orders = new JdbcOrderStore(database, keyed);
        ManualClock clock = new ManualClock(NOW);
        for (OrderState state : List.of(OrderState.WITHDRAWN, OrderState.APPROVED, OrderState.DRAFT)) {
            Order order = Samples.in(Samples.draft(state.name()), state);
            Order kept = state == OrderState.APPROVED ? order.with(new Grant("n", List.of("n-1"), NOW)) : order;
            orders.insert(kept, Samples.entry(kept, 1, OrderEvent.CREATED));
        }
        StoreSettings settings = new StoreSettings();
        StoreTrimmer trimmer = new StoreTrimmer(database, new JdbcEffectStore(database), new JdbcExchangeStore(database, keyed),
            new JdbcIdempotencyStore(database, keyed), new JdbcAuditStore(database), new JdbcReportStore(database, keyed), settings,
            erasures, clock);
        clock.advance(Duration.ofDays(1096));
        assertEquals("kept unless it is configured", new Rule("ended orders", 0, 0), rule(trimmer.plan(), "ended orders"));
        settings.configure(StoreSettingsTest.config(Map.of("keep_ended_orders_days", 1097)));
        assertEquals(0, rule(trimmer.plan(), "ended orders").rows());
        settings.configure(StoreSettingsTest.config(Map.of("keep_ended_orders_days", 1095)));
        assertEquals(new Rule("ended orders", 1095, 1), rule(trimmer.plan(), "ended orders"));
        assertEquals(List.of(), erased);
        assertEquals(1, rule(trimmer.run(), "ended orders").rows());
        assertEquals(List.of("erase ORDER WITHDRAWN"), erased);
        assertEquals("once", 0, rule(trimmer.run(), "ended orders").rows());
    }

    private static Rule rule(List<Rule> rules, String kind) {
        return rules.stream().filter(rule -> rule.kind().equals(kind)).findFirst().orElseThrow();
    }

    private static OutgoingMessage message(String account, String key) {
        return new OutgoingMessage(key, "pre-review-passed", "o1", account, account, Samples.text("subject " + key),
            Samples.text("text " + key), NOW);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
