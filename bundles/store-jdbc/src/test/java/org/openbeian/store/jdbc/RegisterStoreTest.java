package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.GateStore;
import org.openbeian.testkit.Requirement;

public class RegisterStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    private final PersonalData personalData = new Samples.FakePersonalData();

    @Test
    @Requirement("Q-15")
    public void organizersAreFoundByWhatIsGiven() {
        JdbcRegisterStore register = new JdbcRegisterStore(database, personalData, Samples.INDEX);
        register.save(new OrganizerEntry("粤ICP备1号", "440000", "甲公司", 5, "o1", NOW));
        register.save(new OrganizerEntry("粤ICP备2号", "440000", "乙公司", 6, "o2", NOW).with(OrganizerState.SHELL, NOW));
        register.save(new OrganizerEntry("甘ICP备1号", "620000", "甲公司", 5, "o3", NOW));
        assertEquals(List.of("甘ICP备1号", "粤ICP备1号", "粤ICP备2号"), register.find(null, null, null, null, null, 10).stream().sorted()
            .toList());
        assertEquals(Set.of("甘ICP备1号", "粤ICP备1号"), Set.copyOf(register.find(" 甲公司", null, null, null, null, 10)));
        assertEquals(List.of("粤ICP备1号"), register.find("甲公司", "440000", OrganizerState.ACTIVE, null, null, 10));
        assertEquals(List.of("粤ICP备2号"), register.find(null, null, OrganizerState.SHELL, null, null, 10));
        assertEquals(List.of(), register.find(null, null, null, "nobody", null, 10));
        List<String> first = register.find(null, null, null, null, null, 2);
        assertEquals(2, first.size());
        assertEquals(1, register.find(null, null, null, null, first.get(1), 2).size());
        register.save(new OrganizerEntry("粤ICP备1号", "440000", "丙公司", 5, "o1", NOW));
        assertEquals("by its new name", List.of("粤ICP备1号"), register.find("丙公司", null, null, null, null, 10));
        assertEquals(List.of("甘ICP备1号"), register.find("甲公司", null, null, null, null, 10));
    }

    @Test
    public void theRegisterKeepsTheLatestOfEachNumber() {
        JdbcRegisterStore register = new JdbcRegisterStore(database, personalData, Samples.INDEX);
        OrganizerEntry organizer = new OrganizerEntry("粤ICP备1号", "440000", "张小明", 5, "o1", NOW);
        register.save(new OrganizerEntry("粤ICP备1号", "440000", "old", 4, "o0", NOW));
        register.save(organizer);
        assertEquals(Optional.of(organizer), register.organizer("粤ICP备1号"));
        assertFalse(database.first("select name from register_organizer",
            row -> new String(row.getBytes(1), StandardCharsets.UTF_8)).orElseThrow().contains("张小明"));
        ServiceEntry one = new ServiceEntry("粤ICP备1号-1", "粤ICP备1号", "示例", List.of("a.example", "b.example"), 6, "o1", NOW);
        ServiceEntry two = new ServiceEntry("粤ICP备1号-2", "粤ICP备1号", "示例二", List.of("b.example"), 7, "o2", NOW);
        register.save(one);
        register.save(one);
        assertEquals(Optional.of(one), register.byDomain("b.example"));
        register.save(two);
        assertEquals("the latest holds the domain", Optional.of(two), register.byDomain("b.example"));
        assertEquals(Optional.of(one), register.byDomain("a.example"));
        assertEquals(List.of(one, two), register.services("粤ICP备1号"));
        assertEquals(Optional.empty(), register.byDomain("c.example"));
        ServiceEntry app = new ServiceEntry("粤ICP备1号-3A", "粤ICP备1号", "app", List.of("a.example", "c.example"), 6, "o", NOW);
        register.save(app);
        register.save(app);
        assertEquals("an APP takes no domain from a site", Optional.of(one), register.byDomain("a.example"));
        assertEquals(Optional.of(app), register.byDomain("c.example"));
        assertEquals(GateState.FILED, new JdbcGateStore(database).states(List.of("c.example")).get("c.example"));
        register.save(app.with(ServiceState.CANCELLED, NOW));
        assertEquals(Optional.empty(), register.byDomain("c.example"));
    }

    @Test
    @Requirement("T-39")
    public void whenTheAuthorityChangedARecordIsKept() {
        JdbcRegisterStore register = new JdbcRegisterStore(database, personalData, Samples.INDEX);
        OrganizerEntry organizer = new OrganizerEntry("粤ICP备1号", "440000", "甲公司", 5, "o1", NOW, OrganizerState.ACTIVE, NOW, null,
            NOW.minusSeconds(1));
        ServiceEntry service = new ServiceEntry("粤ICP备1号-1", "粤ICP备1号", "示例", List.of("a.example"), 6, "o1", NOW, ServiceState.ACTIVE,
            NOW, null, List.of(), NOW.minusSeconds(2));
        register.save(organizer);
        register.save(service);
        assertEquals(Optional.of(organizer), register.organizer("粤ICP备1号"));
        assertEquals(Optional.of(service), register.service("粤ICP备1号-1"));
        register.save(organizer.with(OrganizerState.SHELL, NOW));
        register.save(service.with(ServiceState.CANCELLED, NOW).with(List.of()));
        assertEquals("in another state too", NOW.minusSeconds(1), register.organizer("粤ICP备1号").orElseThrow().changedAt());
        assertEquals(NOW.minusSeconds(2), register.service("粤ICP备1号-1").orElseThrow().changedAt());
        database.update("update register_organizer set changed_at = null");
        database.update("update register_service set changed_at = null");
        assertNull("a row of a former version", register.organizer("粤ICP备1号").orElseThrow().changedAt());
        assertNull(register.service("粤ICP备1号-1").orElseThrow().changedAt());
    }

    private static RegisterRecord record(int i, String name) {
        String number = "粤ICP备" + i + "号";
        return new RegisterRecord(null, new OrganizerEntry(number, "440000", name, i, "given", NOW,
            OrganizerState.ACTIVE, NOW, null, NOW.plusSeconds(i)), List.of(
            new ServiceEntry(number + "-1", number, "官网", List.of("a" + i + ".example", "shared.example"), i, "given", NOW,
                ServiceState.ACTIVE, NOW, null, List.of(new AccessEntry(i * 10L, true, null)), NOW.minusSeconds(i)),
            new ServiceEntry(number + "-2A", number, "app", List.of("app.example"), 7, "given", NOW),
            new ServiceEntry(number + "-3", number, "old", List.of("gone" + i + ".example"), 8, "given", NOW)
                .with(ServiceState.CANCELLED, NOW)));
    }

    @Test
    public void manyAreStoredAsEachWouldBe() {
        JdbcRegisterStore register = new JdbcRegisterStore(database, new Samples.KeyedPersonalData(new JdbcDataKeyStore(database)),
            Samples.INDEX);
        register.save(new OrganizerEntry("粤ICP备3号", "440000", "前", 3, "o3", NOW));
        register.save(new ServiceEntry("粤ICP备3号-1", "粤ICP备3号", "前", List.of("before.example"), 3, "o3", NOW));
        List<RegisterRecord> records = IntStream.rangeClosed(1, 700).mapToObj(i -> record(i, "公司" + i)).toList();
        long position = new JdbcGateStore(database).last();
        new JdbcTransactions(database).call(() -> {
            register.saveAll(records, "imported");
            return null;
        });
        for (int i : new int[] {1, 3, 64, 512, 513, 700}) {
            RegisterRecord given = records.get(i - 1);
            String order = i == 3 ? "o3" : "imported";
            assertEquals(Optional.of(given.organizer().of(order)), register.organizer(given.organizer().number()));
            assertEquals(List.of(given.services().get(0).of(order), given.services().get(1).of("imported"),
                given.services().get(2).of("imported")), register.services(given.organizer().number()));
            assertEquals(given.services().get(0).number(), register.byDomain("a" + i + ".example").orElseThrow().number());
            assertEquals(given.services().get(0).number(), register.servicesByAccess(i * 10L).get(0).number());
            assertEquals(Optional.empty(), register.byDomain("gone" + i + ".example"));
            assertEquals(List.of(given.organizer().number()), register.find("公司" + i, null, null, null, null, 5));
        }
        assertEquals("the last has it", "粤ICP备700号-1", register.byDomain("shared.example").orElseThrow().number());
        assertEquals(Optional.empty(), register.byDomain("before.example"));
        JdbcGateStore gate = new JdbcGateStore(database);
        assertEquals(Map.of("a1.example", GateState.FILED, "gone1.example", GateState.CANCELLED, "app:粤icp备9号-2a", GateState.FILED),
            gate.states(List.of("a1.example", "gone1.example", "app:粤icp备9号-2a", "before.example")));
        Set<String> told = gate.changes(position, 10_000).stream().map(GateStore.Change::key).collect(Collectors.toSet());
        assertTrue(told.containsAll(List.of("before.example", "a700.example", "gone2.example", "app:粤icp备700号-2a")));
        assertFalse("nobody asks for a website by its number", told.contains("app:粤icp备700号-1"));
        Runnable prepared = register.prepared(List.of(record(1, "一"), record(1, "二"), record(2, "三")), "again");
        assertEquals("公司1", register.organizer("粤ICP备1号").orElseThrow().name());
        new JdbcTransactions(database).call(() -> {
            prepared.run();
            prepared.run();
            return null;
        });
        assertEquals("二 of imported", register.organizer("粤ICP备1号").map(entry -> entry.name() + " of " + entry.orderId()).orElseThrow());
        assertEquals("粤ICP备2号-1", register.byDomain("shared.example").orElseThrow().number());
    }
}
