package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RegisterQuery;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.RegisterSummary;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.testkit.Requirement;

/** The register as people look things up in it. */
public class RegisterDeskTest {

    private static final String NUMBER = "粤ICP备2026000001号";
    private static final String OTHER = "粤ICP备2026000002号";
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Actor ROOT = new Actor("root", Set.of(Role.ADMIN), "shell");
    private static final Actor BOB = new Actor("bob", Set.of(Role.APPLICANT), "shell");

    private final Desk desk = new Desk();
    private final RegisterDesk register = new RegisterDesk(desk.register, desk.store, desk.transactions, desk.audit);
    private Order order;

    @Before
    public void register() {
        order = desk.draft();
        desk.register.save(new OrganizerEntry(NUMBER, "440000", "示例公司", 1, order.id(), NOW, OrganizerState.ACTIVE, NOW,
            order.application().organizer()));
        desk.register.save(new ServiceEntry(NUMBER + "-1", NUMBER, "官网", List.of("example.com"), 2, order.id(), NOW));
        desk.register.save(new OrganizerEntry(OTHER, "440000", "张三丰", 3, "00000000-0000-7000-8000-000000000000", NOW));
    }

    @Test
    @Requirement({"Q-15", "T-50"})
    public void anOrganizerIsFoundByNumberDomainAndName() {
        for (String number : List.of(NUMBER, NUMBER + "-1", " 粤icp備2026000001号-1 ")) {
            assertEquals(number, List.of(NUMBER), numbers(register.find(SAM, query(number, null, null, null, null))));
        }
        for (String domain : List.of("example.com", "www.EXAMPLE.com", "example.com:8443")) {
            assertEquals(domain, List.of(NUMBER), numbers(register.find(SAM, query(null, null, domain, null, null))));
        }
        assertEquals(List.of(NUMBER), numbers(register.find(SAM, query(null, "示例公司", null, null, null))));
        assertEquals(List.of(NUMBER, OTHER), numbers(register.find(SAM, query(null, null, null, "440000", null))));
        RegisterSummary found = register.find(SAM, query(NUMBER, " 示例公司 ", "example.com", "440000", OrganizerState.ACTIVE)).get(0);
        assertEquals("all its services", List.of(NUMBER + "-1"),
            found.services().stream().map(RegisterSummary.Service::number).toList());
        assertEquals("a unit's name in clear", "示例公司", found.name());
        assertEquals("a name of whom nobody knows is masked", "张**",
            register.find(SAM, query(OTHER, null, null, null, null)).get(0).name());
    }

    @Test
    public void whatIsGivenMustHoldTogether() {
        for (RegisterQuery none : List.of(query(OTHER, null, "example.com", null, null), query(NUMBER, "张三丰", null, null, null),
                query(NUMBER, null, null, "620000", null), query(NUMBER, null, null, null, OrganizerState.SHELL),
                query(null, null, "example.org", null, null))) {
            assertEquals(none.toString(), List.of(), register.find(SAM, none));
        }
    }

    @Test
    public void applicantsSeeTheirOwn() {
        assertEquals(List.of(NUMBER), numbers(register.find(ALICE, query(NUMBER, null, null, null, null))));
        assertEquals(List.of(), register.find(ALICE, query(OTHER, null, null, null, null)));
        assertEquals(List.of(), register.find(BOB, query(null, null, "example.com", null, null)));
        assertEquals(NUMBER, register.get(ALICE, NUMBER).organizer().number());
        assertEquals("not-registered", code(() -> register.get(BOB, NUMBER)));
        assertEquals("not-registered", code(() -> register.get(SAM, "x")));
        Actor sub = new Actor("sub", Set.of(Role.SUB_ACCOUNT), "shell", Map.of(order.id(), Set.of("view")));
        assertEquals(NUMBER, register.get(sub, NUMBER).organizer().number());
        assertEquals("not-registered", code(() -> register.get(sub, OTHER)));
    }

    @Test
    public void allThatIsWrongIsToldAtOnce() {
        Refusal refused = refusal(() -> register.find(SAM, new RegisterQuery("x", " ", "..", "44", null, null, 201)));
        assertEquals(List.of("/number", "/domain", "/name", "/provinceId", "/limit"),
            refused.findings().stream().map(finding -> finding.pointer()).toList());
    }

    @Test
    public void theExportIsForAdministratorsAndAudited() {
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> register.export(OLGA, "moving house")).kind());
        assertEquals("reason-needed", code(() -> register.export(ROOT, " ")));
        assertEquals(List.of(), desk.audit.lines);
        List<RegisterRecord> out = new ArrayList<>();
        assertEquals(2, register.export(ROOT, "moving house").applyAsLong(out::add));
        assertEquals(List.of("root register.export register/null moving house {}"), desk.audit.lines);
        assertEquals("alice", out.get(0).account());
        assertEquals(1, out.get(0).services().size());
        assertEquals(null, out.get(1).account());
        assertFalse(out.get(0).organizer().data() == null);
    }

    private static RegisterQuery query(String number, String name, String domain, String province, OrganizerState state) {
        return new RegisterQuery(number, name, domain, province, state, null, 50);
    }

    private static List<String> numbers(List<RegisterSummary> found) {
        return found.stream().map(RegisterSummary::number).toList();
    }
}
