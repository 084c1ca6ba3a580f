package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceObligations.Obligation;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fake.MemoryObligations;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What becomes of resources that fall below their limits while something rests on them. */
public class ResourceWatchTest {

    private static final String POINTER = "/services/0/accesses/0/resourceId";

    private final Desk desk = new Desk();
    private final MemoryObligations store = new MemoryObligations();
    private final List<String> told = new ArrayList<>();
    private final ResourceWatch watch = new ResourceWatch(desk.transactions, store, desk.store, desk.resources, desk.rules,
        notice -> told.add(notice.account() + " " + notice.message() + " " + notice.values().get("resource")), desk.clock);

    @Test
    @Requirement({"A-13", "Q-26"})
    public void aResourceBelowItsLimitIsAnObligationUntilItIsRenewed() {
        Order order = desk.submitted();
        store.orders.add(order.id());
        assertEquals("it begins by itself", Set.of("all"), watch.standing().keySet());
        watch.run("all");
        assertEquals(List.of(), watch.of(null, 9));
        desk.rules.fail("cvm-expires-too-soon", Severity.BLOCK, POINTER);
        desk.rules.fail("cvm-name-odd", Severity.WARN, POINTER);
        desk.rules.fail("name-bad", Severity.BLOCK, "/organizer/name");
        assertEquals(desk.clock.instant().plus(Duration.ofHours(6)), watch.run("all").orElseThrow());
        Obligation found = watch.of(order.account(), 9).get(0);
        assertEquals(List.of(order.id(), order.account(), List.of("cvm-expires-too-soon")), List.of(found.orderId(), found.account(),
            found.findings().stream().map(Finding::ruleId).toList()));
        ResourceFacts server = Samples.server();
        assertEquals(List.of(order.account() + " resource-expiring " + server.ref()), told);
        watch.run("all");
        assertEquals("told once", 1, told.size());
        assertEquals(List.of(), watch.of("somebody", 9));
        desk.rules.passAll();
        watch.run("all");
        assertEquals(List.of(), watch.of(null, 9));
    }

    @Test
    @Requirement({"A-10", "A-11"})
    public void whatElseAResourceLacksIsToldByItsOwnName() {
        Order order = desk.submitted();
        store.orders.add(order.id());
        desk.rules.fail("cvm-without-public-ip", Severity.BLOCK, POINTER);
        watch.run("all");
        watch.run("all");
        assertEquals("once, and not as if its term were over", List.of(order.account() + " resource-unfit " + Samples.server().ref()),
            told.stream().distinct().toList());
        desk.rules.fail("cvm-expires-too-soon", Severity.BLOCK, POINTER);
        watch.run("all");
        assertEquals(List.of("resource-unfit", "resource-expiring"), told.stream().map(one -> one.split(" ")[1]).distinct().toList());
    }

    @Test
    @Requirement("Q-26")
    public void aResourceThatNoInventoryListsAnyMoreIsAnObligationAndTold() {
        Order order = desk.submitted();
        store.orders.add(order.id());
        ResourceFacts server = Samples.server();
        desk.resourceStore.removeAll();
        desk.rules.fail("resource-unknown", Severity.BLOCK, POINTER);
        watch.run("all");
        watch.run("all");
        assertEquals(List.of("resource-unknown"), watch.of(null, 9).get(0).findings().stream().map(Finding::ruleId).toList());
        assertEquals("once", List.of(order.account() + " resource-gone " + server.ref()), told);
        desk.inventoryFails = true;
        desk.rules.passAll();
        watch.run("all");
        assertEquals("what cannot be asked is not back", 1, watch.of(null, 9).size());
        desk.inventoryFails = false;
        desk.resourceStore.save(server);
        watch.run("all");
        assertEquals(List.of(), watch.of(null, 9));
    }

    /** An address is stored in one notation, and nothing but a public one, whoever enters it. */
    @Test
    @Requirement("W-24")
    public void aResourceHasPublicAddressesAlone() {
        InventoryDesk inventory = new InventoryDesk(desk.resources);
        inventory.put(server("2400:3200:0:0:0:0:0:A", "8.8.8.8"));
        assertEquals(List.of("2400:3200::a", "8.8.8.8"), inventory.find("cvm", "ins-9").orElseThrow().ips());
        Refusal refusal = Desk.refusal(() -> inventory.put(server("8.8.8.8", "10.0.0.1", "1.2", "0x7f.1", "::1", "8.8.8.8:80")));
        assertEquals(List.of("/ips/1", "/ips/2", "/ips/3", "/ips/4", "/ips/5"), refusal.findings().stream().map(Finding::pointer).toList());
    }

    @Test
    @Requirement("A-12")
    public void whoOwnsAResourceAndForHowLongItWasBoughtIsChecked() {
        InventoryDesk inventory = new InventoryDesk(desk.resources);
        Refusal refusal = Desk.refusal(() -> inventory.put(new ResourceFacts("cvm", "ins-8", " ", null, true, List.of(), true, -1, null,
            null)));
        assertEquals(List.of("/account", "/region", "/monthsBought"), refusal.findings().stream().map(Finding::pointer).toList());
        assertEquals(Optional.empty(), inventory.find("cvm", "ins-8"));
    }

    @Test
    public void aKindIsServedWhileAnInventoryThatKnowsItIsThere() {
        InventoryDesk inventory = new InventoryDesk(desk.resources);
        assertEquals("one of them was imported, the other never", "true false", inventory.serves("cvm") + " "
            + inventory.serves("lighthouse"));
        desk.inventoryFails = true;
        assertEquals(false, inventory.serves("cvm"));
        assertEquals("none is there", false, Resources.of(account -> null, List.of(), desk.resourceStore).serves("cvm"));
    }

    private static ResourceFacts server(String... ips) {
        return new ResourceFacts("cvm", "ins-9", "alice", "pek2", true, List.of(ips), true, 12, null, null);
    }

    @Test
    public void whatNothingRestsOnAnyMoreAndWhatCannotBeJudgedMakesNoObligation() {
        Order order = desk.submitted();
        store.orders.add(order.id());
        desk.rules.fail("cvm-expires-too-soon", Severity.BLOCK, POINTER);
        desk.rules.serve("440000", false);
        watch.run("all");
        assertEquals(List.of(), watch.of(null, 9));
        desk.rules.serve("440000", true);
        watch.run("all");
        assertEquals(1, watch.of(null, 9).size());
        store.orders.clear();
        watch.run("all");
        assertEquals(List.of(), watch.of(null, 9));
    }
}
