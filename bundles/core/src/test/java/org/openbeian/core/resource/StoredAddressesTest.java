package org.openbeian.core.resource;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.resource.PublicAddresses.State;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryAddresses;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryRegister;
import org.openbeian.core.fake.MemoryTasks;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.testkit.Requirement;

/** Numbers of addresses, ports, and bills that are not paid. */
public class StoredAddressesTest {

    private static final Actor ALICE = new Actor("alice", Set.of(Role.APPLICANT), "x");
    private static final Actor BOB = new Actor("bob", Set.of(Role.APPLICANT), "x");
    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), "x");
    private static final String IP = "119.29.29.29";
    private static final String NUMBER = "京ICP备12345678号-1";

    private final FixedClock clock = new FixedClock("2026-11-02T02:00:00Z");
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryRegister register = new MemoryRegister(transactions);
    private final MemoryTasks tasks = new MemoryTasks(transactions);
    private final MemoryAddresses store = new MemoryAddresses();
    private final List<String> told = new ArrayList<>();
    private final StoredAddresses addresses = new StoredAddresses(transactions, store, register, tasks,
        notice -> told.add(notice.account() + " " + notice.message() + " " + new TreeMap<>(notice.values())), new MemoryAudit(),
        new AddressSettings(), clock);

    @Before
    public void aFiledServiceAndAServer() {
        register.save(new ServiceEntry(NUMBER, "京ICP备12345678号", "n", List.of("example.com"), 1, "o", clock.instant()));
        store.resources.add(new ResourceFacts("cvm", "ins-1", "alice", "pek2", true, List.of(IP), true, 12, null, null));
        store.resources.add(new ResourceFacts("cvm", "ins-2", "alice", "gd2", true, List.of("119.29.29.30"), true, 12, null, null));
    }

    @Test
    @Requirement({"Q-34", "Q-35", "Q-36"})
    public void port80OpensWhenAnAdministratorApprovedTheNumber() {
        assertEquals(GateDecision.BLOCK, addresses.port(IP, 80).decision());
        assertEquals(GateDecision.ALLOW, addresses.port(IP, 443).decision());
        assertEquals("other regions close nothing", GateDecision.ALLOW, addresses.port("119.29.29.30", 80).decision());
        assertEquals(GateDecision.UNKNOWN, addresses.port("8.8.8.8", 80).decision());
        assertEquals(GateDecision.UNKNOWN, addresses.port("10.0.0.1", 80).decision());
        assertEquals(GateDecision.UNKNOWN, addresses.port(null, 0).decision());
        assertEquals(State.ENTERED, addresses.bind(ALICE, " " + IP, NUMBER).state());
        assertEquals("entering opens nothing", GateDecision.BLOCK, addresses.port(IP, 80).decision());
        assertEquals(State.REJECTED, addresses.decide(ADMIN, IP, false, "another unit's").state());
        assertEquals(GateDecision.BLOCK, addresses.port(IP, 80).decision());
        assertEquals("no-number-waits", refusal(() -> addresses.decide(ADMIN, IP, true, null)));
        addresses.bind(ALICE, IP, NUMBER);
        assertEquals("reason-missing", refusal(() -> addresses.decide(ADMIN, IP, false, " ")));
        assertEquals(State.APPROVED, addresses.decide(ADMIN, IP, true, null).state());
        assertEquals(GateDecision.ALLOW, addresses.port(IP, 80).decision());
        assertEquals(List.of("alice port-rejected {ip=" + IP + ", port=80, reason=another unit's}",
            "alice port-approved {ip=" + IP + ", port=80}"), told);
    }

    @Test
    @Requirement({"Q-33", "Q-35"})
    public void aNumberIsCheckedForItsFormAndAgainstTheRegister() {
        assertEquals("number-malformed", refusal(() -> addresses.bind(ALICE, IP, "ICP 12345678")));
        assertEquals("number-malformed", refusal(() -> addresses.bind(ALICE, IP, null)));
        assertEquals("number-not-on-register", refusal(() -> addresses.bind(ALICE, IP, "京ICP备87654321号-1")));
        for (String number : List.of("ICP 12345678", "京ICP备87654321号-1", "京ICP备12345678号")) {
            Finding finding = assertThrows(Refusal.class, () -> addresses.bind(ALICE, IP, number)).findings().get(0);
            assertEquals("/number", finding.pointer());
            assertTrue(finding.mend().zh(), finding.text().zh().contains("备案号") && finding.mend().zh().contains("服务备案号"));
        }
        register.save(register.service(NUMBER).orElseThrow().with(ServiceState.CANCELLED, clock.instant()));
        assertEquals("number-not-on-register", refusal(() -> addresses.bind(ALICE, IP, NUMBER)));
        assertEquals("address-not-found", refusal(() -> addresses.bind(BOB, IP, NUMBER)));
        assertEquals("address-not-found", refusal(() -> addresses.bind(ADMIN, "8.8.8.8", NUMBER)));
        for (String bad : List.of("192.168.0.1", "1.2.3", "", "example.com", "1.2.3.4:80", "0x7f.1", "::1")) {
            assertEquals(bad, "ip-not-public", refusal(() -> addresses.bind(ALICE, bad, NUMBER)));
        }
        assertTrue(assertThrows(Refusal.class, () -> addresses.find(ALICE, "1.2.3")).getMessage().startsWith("This is no IP address; "));
    }

    @Test
    @Requirement("Q-31")
    public void anAddressWithVerifiedFilingIsKeptThreeDays() {
        addresses.bind(ALICE, IP, NUMBER);
        addresses.decide(ADMIN, IP, true, null);
        told.clear();
        Instant start = clock.instant();
        Address suspended = addresses.suspend(ADMIN, IP);
        assertEquals(start.plus(Duration.ofDays(3)), suspended.releaseAt());
        assertEquals(List.of("alice arrears {ip=" + IP + ", release=2026-11-05 10:00}"), told);
        assertEquals("told twice it stays", suspended, addresses.suspend(ADMIN, IP));
        AddressObligations due = new AddressObligations(store, transactions);
        assertEquals("address-arrears " + IP + " " + NUMBER + " " + suspended.releaseAt() + " true false", due.of(ALICE, start).stream()
            .map(one -> one.kind() + " " + one.id() + " " + one.about() + " " + one.due() + " " + one.own() + " " + one.overdue())
            .findFirst().orElseThrow());
        assertEquals(List.of(), due.of(BOB, start));
        assertEquals(true, due.of(ALICE, start.plus(Duration.ofDays(4))).get(0).overdue());
        assertEquals(GateDecision.BLOCK, addresses.port(IP, 443).decision());
        assertEquals("address-suspended", refusal(() -> addresses.bind(ALICE, IP, NUMBER)));
        tasks.pass(clock, start.plus(Duration.ofDays(2)).plusSeconds(1), addresses);
        assertEquals("alice release-warning {ip=" + IP + ", release=2026-11-05 10:00}", told.get(1));
        tasks.pass(clock, start.plus(Duration.ofDays(3)), addresses);
        assertEquals(State.UNBOUND, addresses.find(ALICE, IP).state());
        assertEquals("nothing is left to save", List.of(), due.of(ALICE, clock.instant()));
        assertEquals(2, told.size());
        assertEquals("address-suspended", refusal(() -> addresses.bind(ALICE, IP, NUMBER)));
        assertNull("given to the account again, it begins anew", addresses.resume(ADMIN, IP).suspendedAt());
        assertEquals("its number is gone", GateDecision.BLOCK, addresses.port(IP, 80).decision());
        assertEquals("address-not-suspended", refusal(() -> addresses.resume(ADMIN, IP)));
        assertEquals(State.ENTERED, addresses.bind(ALICE, IP, NUMBER).state());
        store.resources.clear();
        addresses.suspend(ADMIN, IP);
        assertEquals("nobody has it now", "address-released", refusal(() -> addresses.resume(ADMIN, IP)));
    }

    @Test
    @Requirement("Q-35")
    public void anAddressIsOneHoweverItIsWritten() {
        store.resources.add(new ResourceFacts("cvm", "ins-6", "alice", "pek2", true, List.of("2400:3200:0:0:0:0:0:A"), true, 12, null,
            null));
        assertEquals("2400:3200::a", addresses.bind(ALICE, "2400:3200::000a", NUMBER).ip());
        addresses.decide(ADMIN, "2400:3200:0::A", true, null);
        assertEquals(GateDecision.ALLOW, addresses.port("2400:3200:0000::a", 80).decision());
    }

    @Test
    @Requirement("Q-31")
    public void whoPaysInTimeKeepsAddressAndNumber() {
        addresses.bind(ALICE, IP, NUMBER);
        addresses.decide(ADMIN, IP, true, null);
        addresses.suspend(ADMIN, IP);
        Address paid = addresses.resume(ADMIN, IP);
        assertEquals(State.APPROVED, paid.state());
        assertNull(paid.releaseAt());
        assertEquals(List.of(), new AddressObligations(store, transactions).of(ALICE, clock.instant()));
        assertEquals(GateDecision.ALLOW, addresses.port(IP, 80).decision());
        tasks.pass(clock, clock.instant().plus(Duration.ofDays(9)), addresses);
        assertEquals(State.APPROVED, addresses.find(ALICE, IP).state());
    }

    @Test
    @Requirement("Q-32")
    public void anyOtherAddressIsReleasedAtOnce() {
        addresses.bind(ALICE, IP, NUMBER);
        for (String ip : List.of(IP, "119.29.29.30")) {
            Address released = addresses.suspend(ADMIN, ip);
            assertEquals(clock.instant(), released.releaseAt());
            assertEquals(State.UNBOUND, released.state());
        }
        assertEquals(List.of(), told);
    }

    @Test
    public void anAddressThatChangedHandsStartsAnew() {
        addresses.bind(ALICE, IP, NUMBER);
        store.resources.set(0, new ResourceFacts("cvm", "ins-9", "bob", "pek2", true, List.of(IP), true, 12, null, null));
        assertEquals(List.of("bob", State.UNBOUND), List.of(addresses.find(BOB, IP).account(), addresses.find(BOB, IP).state()));
        assertEquals("address-not-found", refusal(() -> addresses.find(ALICE, IP)));
    }

    private static String refusal(Runnable action) {
        return assertThrows(Refusal.class, action::run).code();
    }
}
