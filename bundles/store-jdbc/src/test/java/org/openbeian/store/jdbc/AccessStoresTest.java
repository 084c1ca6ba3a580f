package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.gate.Blockings.State;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceObligations.Obligation;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.testkit.Requirement;

/** Blocks of domains and what the gate reads of them, and public addresses, in both databases. */
public class AccessStoresTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    @Test
    public void whatHasNoAddressOfItsOwnHasThoseOfWhatItRestsOn() {
        JdbcResourceStore resources = new JdbcResourceStore(database);
        ResourceRef server = new ResourceRef("cvm", "ins-1");
        resources.save(new ResourceFacts("cvm", "ins-1", "alice", null, true, List.of("119.29.29.29", "2402:4E00:0::1"), true, 3, null,
            Map.of()));
        resources.save(new ResourceFacts("auth-code", "2345", "alice", null, false, List.of(), false, 0, null, Map.of(), List.of(server)));
        resources.save(new ResourceFacts("clb", "lb-1", "alice", null, true, List.of("119.29.29.30"), false, 0, null, Map.of(),
            List.of(server)));
        assertEquals(List.of(new ResourceRef("auth-code", "2345"), server), resources.atAddress("119.29.29.29"));
        assertEquals(List.of(new ResourceRef("auth-code", "2345"), server), resources.atAddress("2402:4e00::1"));
        assertEquals(List.of(new ResourceRef("clb", "lb-1")), resources.atAddress("119.29.29.30"));
        assertEquals(List.of(), resources.atAddress("119.29.29.31"));
    }

    /** The register knows an APP by its number, orders by its name. */
    @Test
    @Requirement({"A-15", "A-18", "E-15", "E-17"})
    public void aResourceIsFreeOnceItsServicesAreNoLongerAccessedHere() {
        JdbcResourceStore resources = new JdbcResourceStore(database);
        JdbcOrderStore orders = new JdbcOrderStore(database, new Samples.FakePersonalData());
        JdbcRegisterStore register = new JdbcRegisterStore(database, new Samples.FakePersonalData(), Samples.INDEX);
        ResourceRef code = new ResourceRef("auth-code", "2345");
        List<Access> accesses = List.of(new Access(code.kind(), code.id(), null));
        for (InternetService service : List.of(
                new WebSite("甲", List.of("used.com"), null, List.of(), List.of(), List.of(), null, null, accesses, null),
                new App("乙", List.of(), List.of(), List.of(), null, null, accesses, null, null, List.of(), null, null))) {
            boolean app = service instanceof App;
            Order draft = Samples.draft("order-" + app).with(new Application(null, List.of(service), Map.of()));
            orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
            Order approved = Samples.in(draft, OrderState.APPROVED).next(NOW);
            orders.update(approved, Samples.entry(approved, 2, OrderEvent.APPROVED));
            ServiceEntry entry = new ServiceEntry(app ? "粤ICP备1号-2A" : "粤ICP备1号-1", "粤ICP备1号", "丙",
                app ? List.of() : List.of("used.com"), 1, draft.id(), NOW);
            register.save(entry);
            assertEquals(1, resources.uses(code).size());
            for (ServiceState over : List.of(ServiceState.ACCESS_CANCELLED, ServiceState.CANCELLED)) {
                register.save(entry.with(over, NOW));
                assertEquals(over.name(), List.of(), resources.uses(code));
            }
        }
    }

    @Test
    @Requirement({"W-25", "Q-06"})
    public void theGateReadsBlocksAndAFilingGoesBeforeThem() {
        JdbcGateStore gate = new JdbcGateStore(database);
        JdbcBlockingStore store = new JdbcBlockingStore(database);
        long before = gate.last();
        store.save(blocking("new.com", State.ISOLATED));
        store.save(blocking("other.com", State.NOTICED));
        store.save(blocking("late.com", State.BLOCKED));
        assertEquals(List.of("new.com", "other.com", "late.com"), gate.changes(before, 9).stream().map(change -> change.key()).toList());
        assertEquals(Map.of("new.com", GateState.ISOLATED, "late.com", GateState.NOTICE_EXPIRED),
            gate.states(List.of("new.com", "other.com", "late.com")));
        assertEquals(List.of("late.com", "other.com"), store.open(List.of("other.com", "late.com", "none.com")).stream().sorted()
            .toList());
        JdbcRegisterStore register = new JdbcRegisterStore(database, new Samples.FakePersonalData(), Samples.INDEX);
        ServiceEntry filed = new ServiceEntry("粤ICP备1号-1", "粤ICP备1号", "甲", List.of("late.com"), 1, "order-1", NOW);
        register.save(filed);
        assertEquals("the grant opens it, whatever becomes of the block", Map.of("late.com", GateState.FILED),
            gate.states(List.of("late.com")));
        register.save(filed.with(ServiceState.CANCELLED, NOW));
        store.save(blocking("late.com", State.LIFTED));
        assertEquals(Map.of("late.com", GateState.CANCELLED), gate.states(List.of("late.com")));
        assertEquals(List.of(blocking("new.com", State.ISOLATED)), store.list(State.ISOLATED, 9));
        assertEquals(3, store.list(null, 9).size());
        assertEquals(Optional.of(blocking("late.com", State.LIFTED)), store.find("late.com"));
    }

    @Test
    @Requirement({"Q-33", "Q-35"})
    public void addressesAreKeptAndFoundInResources() {
        JdbcAddressStore store = new JdbcAddressStore(database);
        JdbcResourceStore resources = new JdbcResourceStore(database);
        ResourceFacts server = new ResourceFacts("cvm", "ins-1", "alice", "pek2", true, List.of("8.8.8.8", "8.8.4.4"), true, 12, null,
            null);
        resources.save(server);
        assertEquals(List.of(server), store.resources("8.8.4.4"));
        ResourceFacts changed = new ResourceFacts("cvm", "ins-1", "alice", "pek2", true, List.of("8.8.8.8"), true, 12, null, null);
        resources.save(changed);
        assertEquals(List.of(), store.resources("8.8.4.4"));
        assertEquals(List.of(changed), store.resources("8.8.8.8"));
        Address entered = new Address("8.8.8.8", "alice", "pek2", "粤ICP备1号-1", PublicAddresses.State.ENTERED, "alice", NOW, null, null,
            null);
        store.save(entered);
        Address approved = new Address("8.8.8.8", "alice", "pek2", "粤ICP备1号-1", PublicAddresses.State.APPROVED, "admin", NOW, null, NOW,
            NOW.plusSeconds(1));
        store.save(approved);
        assertEquals(Optional.of(approved), store.find("8.8.8.8"));
        assertEquals(List.of(), store.list(PublicAddresses.State.ENTERED, 9));
        assertEquals(List.of(approved), store.list(null, 9));
        assertEquals(List.of(approved), store.list("alice", PublicAddresses.State.APPROVED, 9));
        assertEquals(List.of(), store.list("bob", PublicAddresses.State.APPROVED, 9));
        assertEquals(Optional.empty(), store.find("8.8.4.4"));
    }

    @Test
    @Requirement("A-13")
    public void obligationsAreThoseOfOrdersThatResourcesCarry() {
        JdbcObligationStore store = new JdbcObligationStore(database);
        JdbcOrderStore orders = new JdbcOrderStore(database, new Samples.FakePersonalData());
        for (String id : List.of("order-1", "order-2", "order-3")) {
            Order draft = Samples.draft(id).with(new Application(null, List.of(new WebSite("甲", List.of(id + ".com"), null, List.of(),
                List.of(), List.of(), null, null, List.of(new Access("cvm", id, null)), null)), Map.of()));
            orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
            if (!id.equals("order-2")) {
                Order handedIn = Samples.in(draft, OrderState.PRE_REVIEW).next(NOW);
                orders.update(handedIn, Samples.entry(handedIn, 2, OrderEvent.SUBMITTED));
            }
        }
        assertEquals("drafts take nothing", List.of("order-1", "order-3"), store.orders("", 9));
        assertEquals(List.of("order-3"), store.orders("order-1", 9));
        assertEquals(List.of("order-1"), store.orders("", 1));
        Obligation obligation = new Obligation("order-1", "alice", List.of(), NOW);
        store.save(obligation);
        store.save(new Obligation("order-2", "bob", List.of(), NOW));
        assertEquals(Optional.of(obligation), store.find("order-1"));
        assertEquals(List.of(obligation), store.list("alice", 9));
        store.removeOver();
        assertEquals(List.of(obligation), store.list(null, 9));
        store.remove("order-1");
        assertEquals(List.of(), store.list(null, 9));
    }

    @Test
    public void aBlockingFromBeforeSeveralCasesWereKeptIsHeldByItsCase() {
        String older = "{\"domain\":\"example.com\",\"state\":\"ISOLATED\",\"ips\":[],\"carrierBlocked\":false,"
            + "\"since\":\"2026-11-01T00:00:00Z\",\"caseId\":\"c1\"}";
        Instant since = Instant.parse("2026-11-01T00:00:00Z");
        assertEquals(List.of(new Blockings.Hold("c1", since, null)), Documents.read(older, Blocking.class).holds());
        assertEquals("let go with the domain", List.of(new Blockings.Hold("c1", since, since)),
            Documents.read(older.replace("ISOLATED", "LIFTED"), Blocking.class).holds());
        assertEquals(List.of(), Documents.read(older.replace("\"c1\"", "null"), Blocking.class).holds());
    }

    private static Blocking blocking(String domain, State state) {
        return new Blocking(domain, "alice", state, "r", NOW, List.of("8.8.8.8"), true, "ops", NOW);
    }
}
