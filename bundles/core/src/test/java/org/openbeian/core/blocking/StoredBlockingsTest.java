package org.openbeian.core.blocking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.gate.Blockings.Hold;
import org.openbeian.api.gate.Blockings.State;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryBlockings;
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.MemoryDomains;
import org.openbeian.core.fake.MemoryRegister;
import org.openbeian.core.fake.MemoryTasks;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.testkit.Requirement;

/** From a notice to the block and out of it. */
public class StoredBlockingsTest {

    private static final Actor OPS = new Actor("ops", Set.of(Role.OPERATOR), "x");
    private static final Instant DAY = Instant.parse("2026-11-30T16:00:00Z");

    private final FixedClock clock = new FixedClock("2026-11-02T02:00:00Z");
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryRegister register = new MemoryRegister(transactions);
    private final MemoryTasks tasks = new MemoryTasks(transactions);
    private final MemoryDomains domains = new MemoryDomains();
    private final MemoryCorrections cases = new MemoryCorrections();
    private final MemoryAudit audit = new MemoryAudit();
    private final List<String> told = new ArrayList<>();
    private final StoredBlockings blockings = new StoredBlockings(transactions, new MemoryBlockings(), register, domains, cases, tasks,
        notice -> told.add(notice.account() + " " + notice.message() + " " + new TreeMap<>(notice.values())), audit, clock);

    @Test
    @Requirement("W-25")
    public void aNoticeTurnsIntoABlockWhenItsDayIsOver() {
        domains.save(new DomainRegistration("alice", new DomainState("example.com", null, null, null, null, null, null, null, null, null,
            null, null, null, null), null, null));
        Blocking noticed = blockings.notice(OPS, "WWW.Example.com.", null, DAY, "carrier's list");
        assertEquals(List.of("example.com", "alice", State.NOTICED), List.of(noticed.domain(), noticed.account(), noticed.state()));
        assertEquals(List.of("alice blocking-notice {blockDate=2026-12-01 00:00, domain=example.com}"), told);
        tasks.pass(clock, DAY.minusSeconds(1), blockings);
        assertEquals(State.NOTICED, blockings.find("example.com").orElseThrow().state());
        tasks.pass(clock, DAY, blockings);
        assertEquals(State.BLOCKED, blockings.find("example.com").orElseThrow().state());
        assertTrue(told.get(1), told.get(1).startsWith("alice blocked {domain=example.com, reason="));
        assertEquals(List.of("ops blocking.notice domain/example.com carrier's list {state=NOTICED}",
            "system blocking.block domain/example.com carrier's list {state=BLOCKED}"), audit.lines);
    }

    @Test
    @Requirement("W-25")
    public void whatIsFiledInTimeIsNeverBlockedAndABlockEndsWithTheFiling() {
        blockings.notice(OPS, "example.com", "alice", DAY, "r");
        blockings.notice(OPS, "example.cn", "alice", DAY, "r");
        file("example.com", ServiceState.ACTIVE);
        tasks.pass(clock, DAY, blockings);
        assertEquals(State.LIFTED, blockings.find("example.com").orElseThrow().state());
        assertEquals("who was never blocked is not told that he is open", 3, told.size());
        file("example.cn", ServiceState.ACTIVE);
        tasks.pass(clock, DAY.plus(Duration.ofMinutes(31)), blockings);
        assertEquals(State.LIFTED, blockings.find("example.cn").orElseThrow().state());
        assertEquals("alice unblocked {domain=example.cn, " + stands(GateState.FILED), told.get(3));
        assertEquals(Map.of(), tasks.of("blocking"));
    }

    @Test
    @Requirement("Q-06")
    public void whatIsOpenWhileUnfiledIsIsolatedAndItsAddressesBlocked() {
        Blocking isolated = blockings.isolate(OPS, "shop.example.com", "bob", List.of("8.8.8.8"), "inspection", null);
        assertEquals(List.of("example.com", State.ISOLATED, List.of("8.8.8.8"), false), List.of(isolated.domain(), isolated.state(),
            isolated.ips(), isolated.carrierBlocked()));
        assertTrue(blockings.carrier(OPS, "example.com", true).carrierBlocked());
        assertTrue(told.get(0), told.get(0).startsWith("bob blocked "));
        file("example.com", ServiceState.ACTIVE);
        tasks.pass(clock, clock.instant().plus(Duration.ofHours(1)), blockings);
        assertEquals(State.LIFTED, blockings.find("example.com").orElseThrow().state());
        assertEquals("bob unblocked {domain=example.com, " + stands(GateState.FILED), told.get(1));
    }

    private CorrectionCase opened(String id, String domain) {
        CorrectionCase fresh = new CorrectionCase(id, 1, CorrectionKind.UNFILED, null, null, null, "bob", List.of(domain), null,
            clock.instant(), DAY, CorrectionCase.Status.OPEN, null, null);
        cases.insert(fresh, id);
        return fresh;
    }

    @Test
    @Requirement("Q-06")
    public void aMeasureStaysWithTheCaseThatCausedIt() {
        CorrectionCase about = opened("c1", "shop.example.com");
        CorrectionCase other = opened("c2", "example.cn");
        assertEquals("case-unfit", refusal(() -> blockings.isolate(OPS, "example.com", null, null, "r", "c2")));
        assertEquals("case-unfit", refusal(() -> blockings.isolate(OPS, "example.com", null, null, "r", "none")));
        blockings.isolate(OPS, "example.com", null, List.of("8.8.8.8"), "open while unfiled", "c1");
        blockings.carrier(OPS, "example.com", true);
        blockings.isolate(OPS, "example.com", null, List.of("8.8.8.8", "8.8.4.4"), "another address", null);
        assertEquals(List.of(), blockings.of(OPS, other));
        assertEquals(List.of(blockings.find("example.com").orElseThrow()), blockings.of(OPS, about));
        assertEquals("what staff wrote is not for an applicant", List.of(new Blocking("example.com", null, State.ISOLATED, null, null,
            List.of(), false, null, clock.instant(), "c1", null)), blockings.of(new Actor("bob", Set.of(Role.APPLICANT), "x"), about));
        blockings.lift(OPS, "example.com", "closed", null);
        assertEquals("lifted, and still told", List.of(State.LIFTED), blockings.of(OPS, about).stream().map(Blocking::state).toList());
        assertTrue(audit.lines.get(0), audit.lines.get(0).contains("case=c1"));
        cases.update(about.with(CorrectionCase.Status.CLOSED, "ops", "x"));
        assertEquals("case-unfit", refusal(() -> blockings.isolate(OPS, "example.com", null, null, "r", "c1")));
    }

    @Test
    @Requirement("Q-06")
    public void aDomainThatTwoCasesHoldIsLiftedWithTheLastOfThem() {
        CorrectionCase first = opened("c1", "example.com");
        CorrectionCase second = opened("c2", "www.example.com");
        opened("c3", "example.com");
        blockings.isolate(OPS, "example.com", "bob", List.of("8.8.8.8"), "open while unfiled", "c1");
        blockings.found("example.com", List.of("8.8.4.4"), "told by the authority", "c2");
        for (CorrectionCase each : List.of(first, second)) {
            assertEquals(each.id(), List.of(State.ISOLATED), blockings.of(OPS, each).stream().map(Blocking::state).toList());
        }
        Actor bob = new Actor("bob", Set.of(Role.APPLICANT), "x");
        assertEquals("the other case is not his to see", List.of("c1"), blockings.of(bob, first).get(0).holds().stream()
            .map(Hold::caseId).toList());
        assertEquals("blocking-held", refusal(() -> blockings.lift(OPS, "example.com", "settled", null)));
        assertEquals("case-unfit", refusal(() -> blockings.lift(OPS, "example.com", "settled", "c3")));
        told.clear();
        clock.pass(Duration.ofDays(1));
        assertEquals(State.ISOLATED, blockings.lift(OPS, "example.com", "settled", "c1").state());
        assertEquals("he is not told that it is open", List.of(), told);
        assertEquals("what it let go is still told", clock.instant(), blockings.of(OPS, first).get(0).holds().get(0).liftedAt());
        assertEquals("case-unfit", refusal(() -> blockings.lift(OPS, "example.com", "settled", "c1")));
        assertEquals(State.LIFTED, blockings.lift(OPS, "example.com", "settled", "c2").state());
        assertEquals("not as if it could be visited", List.of("bob unblocked {domain=example.com, " + stands(GateState.NONE)), told);
    }

    @Test
    @Requirement("Q-06")
    public void howeverManyCasesCameAfterItAnOpenOneHolds() {
        opened("first", "example.com");
        blockings.isolate(OPS, "example.com", null, null, "r", "first");
        for (int i = 0; i < 60; i++) {
            opened("c" + i, "example.com");
            blockings.isolate(OPS, "example.com", null, null, "r", "c" + i);
            assertEquals(State.ISOLATED, blockings.lift(OPS, "example.com", "settled", "c" + i).state());
        }
        List<Hold> holds = blockings.find("example.com").orElseThrow().holds();
        assertEquals(List.of("first"), Holds.open(holds));
        assertEquals("those let go first are in the audit alone", List.of("first", "c11", "c59"),
            List.of(holds.get(0).caseId(), holds.get(1).caseId(), holds.get(49).caseId()));
    }

    @Test
    @Requirement("Q-06")
    public void aClosedCaseHoldsNothing() {
        CorrectionCase first = opened("c1", "example.com");
        opened("c2", "example.com");
        blockings.isolate(OPS, "example.com", null, null, "r", "c1");
        blockings.isolate(OPS, "example.com", null, null, "r", "c2");
        cases.update(first.with(CorrectionCase.Status.CLOSED, "ops", "x"));
        assertEquals(State.LIFTED, blockings.lift(OPS, "example.com", "settled", null).state());
        assertEquals("and none is left open", List.of(), Holds.open(blockings.find("example.com").orElseThrow().holds()));
    }

    /** A noticed domain has a task for its day: isolated, it is looked at soon, and not first on that day. */
    @Test
    @Requirement("Q-06")
    public void whatWasUnderANoticeIsLookedAtSoonOnceItIsIsolated() {
        blockings.notice(OPS, "example.com", "bob", DAY, "r");
        blockings.isolate(OPS, "example.com", null, null, "r", null);
        assertEquals(Map.of("example.com", clock.instant().plus(Duration.ofMinutes(30))), tasks.of("blocking"));
        file("example.com", ServiceState.RECTIFY_REQUIRED);
        tasks.pass(clock, clock.instant().plus(Duration.ofHours(1)), blockings);
        assertEquals("what must be put right is filed all the same", State.LIFTED, blockings.find("example.com").orElseThrow().state());
    }

    @Test
    public void aCancelledServiceLiftsNothingAndAnOperatorMay() {
        blockings.isolate(OPS, "example.com", null, null, "r", null);
        file("example.com", ServiceState.CANCELLED);
        tasks.pass(clock, clock.instant().plus(Duration.ofHours(1)), blockings);
        assertEquals(State.ISOLATED, blockings.find("example.com").orElseThrow().state());
        assertEquals(State.LIFTED, blockings.lift(OPS, "example.com", "mistake", null).state());
        assertEquals("nobody is known", List.of(), told);
        assertEquals("blocking-ended", refusal(() -> blockings.lift(OPS, "example.com", "again", null)));
        assertEquals("domain-not-isolated", refusal(() -> blockings.carrier(OPS, "example.com", true)));
    }

    @Test
    @Requirement({"W-25", "Q-25"})
    public void aChineseDomainIsToldAsPeopleReadIt() {
        blockings.notice(OPS, "www.xn--fsqu00a.xn--55qx5d", "alice", DAY, "r");
        tasks.pass(clock, DAY, blockings);
        blockings.lift(OPS, "例子.公司", "mistake", null);
        assertEquals(3, told.size());
        told.forEach(message -> assertTrue(message, message.contains("domain=例子.公司")));
    }

    @Test
    public void whatCannotBeIsRefused() {
        file("example.com", ServiceState.ACTIVE);
        assertEquals("domain-filed", refusal(() -> blockings.notice(OPS, "example.com", null, DAY, "r")));
        assertEquals("domain-filed", refusal(() -> blockings.isolate(OPS, "example.com", null, null, "r", null)));
        assertEquals("deadline-over", refusal(() -> blockings.notice(OPS, "example.cn", null, clock.instant(), "r")));
        assertEquals("ip-not-public", refusal(() -> blockings.isolate(OPS, "example.cn", null, List.of("10.0.0.1"), "r", null)));
        assertTrue(assertThrows(Refusal.class, () -> blockings.isolate(OPS, "example.cn", null, List.of("8.8"), "r", null)).getMessage()
            .startsWith("An address is of no known form; "));
        assertEquals("ips-too-many", refusal(() -> blockings.isolate(OPS, "example.cn", null, IntStream.range(0, 101)
            .mapToObj(i -> "8.8.8." + i).toList(), "r", null)));
        for (String reason : Arrays.asList(null, " ", "x".repeat(1_001))) {
            assertEquals("reason-out-of-range", refusal(() -> blockings.notice(OPS, "example.cn", null, DAY, reason)));
            assertEquals("reason-out-of-range", refusal(() -> blockings.isolate(OPS, "example.cn", null, null, reason, null)));
            assertEquals("reason-out-of-range", refusal(() -> blockings.lift(OPS, "example.cn", reason, null)));
        }
        for (String host : List.of("", "com.cn", "1.2.3.4", "a_b.com", "x".repeat(300) + ".com")) {
            assertEquals(host, "not-a-domain", refusal(() -> blockings.notice(OPS, host, null, DAY, "r")));
        }
        blockings.isolate(OPS, "example.cn", null, null, "r", null);
        assertEquals("domain-blocked", refusal(() -> blockings.notice(OPS, "example.cn", null, DAY, "r")));
        assertEquals("blocking-not-found", refusal(() -> blockings.lift(OPS, "example.org", "r", null)));
    }

    @Test
    @Requirement("Q-23")
    public void aGovernmentSubDomainStandsForItself() {
        assertEquals("tax.example.gov.cn", blockings.isolate(OPS, "tax.example.gov.cn", null, null, "r", null).domain());
        assertEquals("example.gov.cn", blockings.isolate(OPS, "www.example.gov.cn", null, null, "r", null).domain());
    }

    private void file(String domain, ServiceState state) {
        register.save(new ServiceEntry("京ICP备1号-1", "京ICP备1号", "n", List.of(domain), 1, "o", clock.instant()).with(state, clock.instant()));
    }

    private static String stands(GateState state) {
        return "reason=" + state.text().zh() + ", reason.en=" + state.text().en() + "}";
    }

    private static String refusal(Runnable action) {
        return assertThrows(Refusal.class, action::run).code();
    }
}
