package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.security.PersonalData;
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
}
