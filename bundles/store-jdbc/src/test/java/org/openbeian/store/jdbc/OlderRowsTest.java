package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Review;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.resource.ResourceFacts;

/** What rows of former versions get after an upgrade, in both databases. */
public class OlderRowsTest extends OnBothDatabases {

    private static final Instant NOW = Samples.NOW;
    private static final String NUMBER = "粤ICP备2026000001号";

    @Test
    public void rowsOfFormerVersionsAreFoundAsNewOnesAre() {
        Samples.FakePersonalData personalData = new Samples.FakePersonalData();
        JdbcRegisterStore register = new JdbcRegisterStore(database, personalData, Samples.INDEX);
        Organizer organizer = Samples.application(OrganizerNature.INDIVIDUAL, "张小明", "example.com").organizer();
        register.save(new OrganizerEntry(NUMBER, "440000", "张小明", 5, "o4", NOW, OrganizerState.ACTIVE, NOW, organizer));
        JdbcAddressStore addresses = new JdbcAddressStore(database);
        new JdbcResourceStore(database).save(new ResourceFacts("cvm", "ins-1", "alice", "pek2", true, List.of("8.8.8.8"), true, 12, null,
            null));
        addresses.save(new Address("8.8.8.8", "alice", "pek2", null, PublicAddresses.State.UNBOUND, "alice", NOW, null, null, null));
        new JdbcBlockingStore(database).save(new Blocking("example.com", "alice", Blockings.State.NOTICED, "r", NOW, List.of(), false,
            "ops", NOW));
        JdbcOrderStore orders = new JdbcOrderStore(database, personalData);
        Order claimed = Samples.in(Samples.draft("01").with(Review.NONE.heldBy("sam").withCalls(List.of(new CallAttempt(NOW, "sam",
            false, null, null, null, null)))), OrderState.PRE_REVIEW);
        orders.insert(claimed, Samples.entry(claimed, 1, OrderEvent.CREATED));
        database.update("update filing_order set risk = 0, claimed_by = null");
        database.update("update register_organizer set name_mark = null, certificate_mark = null");
        database.update("delete from resource_address");
        database.update("update public_address set account = null");
        database.update("update domain_blocking set account = null");
        JdbcSettingsStore settings = new JdbcSettingsStore(database);
        OlderRows older = new OlderRows(database, personalData, Samples.INDEX, settings,
            Clock.fixed(NOW, ZoneOffset.UTC));
        assertEquals("scheduled once", Map.of("all", NOW), older.standing());
        assertEquals(Optional.empty(), older.run("all"));
        assertEquals(NUMBER, register.organizerOf(organizer.certificateNumber()).orElseThrow().number());
        assertEquals(List.of(NUMBER), register.find("张小明", null, null, null, null, 10));
        assertEquals(1, addresses.resources("8.8.8.8").size());
        for (String table : List.of("public_address", "domain_blocking")) {
            assertEquals(List.of("alice"), database.query("select distinct account from " + table, row -> row.getString(1)));
        }
        assertEquals(List.of("1 sam"), database.query("select risk, claimed_by from filing_order",
            row -> row.getInt(1) + " " + row.getString(2)));
        assertEquals(Map.of(), older.standing());
    }

    /** A backup of a former version brings domains without the states of their services. */
    @Test
    public void theGateKnowsTheDomainsOfFormerVersions() {
        JdbcRegisterStore register = new JdbcRegisterStore(database, new Samples.FakePersonalData(), Samples.INDEX);
        register.save(new ServiceEntry(NUMBER + "-1", NUMBER, "甲", List.of("filed.com"), 1, "o", NOW));
        register.save(new ServiceEntry(NUMBER + "-2", NUMBER, "乙", List.of("held.com"), 2, "o", NOW).with(ServiceState.BLOCKED, NOW));
        register.save(new ServiceEntry(NUMBER + "-3A", NUMBER, "丙", List.of("app.com"), 3, "o", NOW).with(ServiceState.BLOCKED, NOW));
        JdbcGateStore gate = new JdbcGateStore(database);
        Map<String, GateState> known = gate.states(List.of("filed.com", "held.com", "app.com"));
        assertEquals(Map.of("filed.com", GateState.FILED, "held.com", GateState.BLACKLISTED, "app.com", GateState.BLACKLISTED), known);
        database.update("update register_domain set gate_state = null");
        database.update("update register_app_domain set gate_state = null");
        assertEquals(known, gate.states(List.of("filed.com", "held.com", "app.com")));
    }

    @Test
    public void anAddressIsFoundByOneTextHoweverItWasWritten() {
        JdbcAddressStore addresses = new JdbcAddressStore(database);
        for (String ip : List.of("2001:DB8:0:0::1", "2001:db8::2", "2001:DB8::2", "8.8.8.8")) {
            addresses.save(new Address(ip, "alice", "pek2", null, PublicAddresses.State.UNBOUND, ip, NOW, null, null, null));
        }
        new OlderRows(database, new Samples.FakePersonalData(), Samples.INDEX, new JdbcSettingsStore(database),
            Clock.fixed(NOW, ZoneOffset.UTC)).run("all");
        assertEquals(List.of("2001:db8::1", "2001:db8::2", "8.8.8.8"), database.query("select ip from public_address order by ip",
            row -> row.getString(1)));
        assertEquals("the newer one stays", "2001:db8::2", addresses.find("2001:db8::2").orElseThrow().by());
    }
}
