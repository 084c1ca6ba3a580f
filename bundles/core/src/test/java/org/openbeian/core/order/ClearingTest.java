package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.GOOD_CALL;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.fake.Samples.SUE;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.Clearances;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.Samples;

/** Enquiries that hold up the pre-review, and overrides that take two. */
public class ClearingTest {

    private static final String NAME = "/organizer/name";

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;
    private final Clearances clearances = desk.clearances;

    private Order asked() {
        desk.rules.fail("overseas", Severity.ASK, NAME, false, "1.0.0", "a");
        Order order = desk.submitted();
        orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        return order;
    }

    private Order blocked() {
        block("1.0.0", "a");
        return desk.draft();
    }

    private void block(String version, String seen) {
        desk.rules.passAll();
        desk.rules.fail("too-old", Severity.BLOCK, NAME, false, version, seen);
    }

    private Order propose(Actor actor, Order order) {
        return clearances.propose(actor, order.id(), ANY_VERSION, "too-old", NAME, "seen the original");
    }

    private Order approve(Actor actor, Order order) {
        return clearances.approve(actor, order.id(), ANY_VERSION, "too-old", NAME);
    }

    @Test
    public void noOrderPassesWhileAnEnquiryIsOpen() {
        Order order = asked();
        List<Finding> open = refusal(() -> orders.pass(SAM, order.id(), ANY_VERSION)).findings();
        assertEquals("overseas", open.get(0).ruleId());
        assertEquals(NAME, open.get(0).pointer());
        assertEquals("enquiries-open", code(() -> orders.pass(SAM, order.id(), ANY_VERSION)));
        Order cleared = clearances.clear(SAM, order.id(), ANY_VERSION, "overseas", NAME, " asked the bureau ");
        Clearance said = cleared.review().clearances().get(0);
        assertEquals("asked the bureau", said.reason());
        assertEquals("sam", said.by());
        assertEquals(desk.time(), said.at());
        assertEquals(OrderState.QUEUED_FOR_AUTHORITY, orders.pass(SAM, order.id(), ANY_VERSION).state());
        HistoryEntry entry = orders.history(ALICE, order.id(), 0).stream()
            .filter(one -> one.event() == OrderEvent.FINDING_CLEARED).findFirst().orElseThrow();
        assertEquals("asked the bureau", entry.reason());
        assertEquals(Map.of("rule", "overseas", "pointer", NAME), entry.details());
        assertTrue(desk.audit.lines.toString(),
            desk.audit.lines.get(0).startsWith("sam enquiry.clear order/" + order.id() + " asked the bureau"));
        assertEquals(cleared.review().clearances(), orders.explain(ALICE, order.id()).clearances());
    }

    @Test
    public void anEnquiryIsClearedOnceByWhoHoldsTheOrderWithAReason() {
        Order order = asked();
        assertEquals("not-permitted", code(() -> clearances.clear(OLGA, order.id(), ANY_VERSION, "overseas", NAME, "x")));
        assertEquals("claimed-by-other", code(() -> clearances.clear(SUE, order.id(), ANY_VERSION, "overseas", NAME, "x")));
        assertEquals("reason-missing", code(() -> clearances.clear(SAM, order.id(), ANY_VERSION, "overseas", NAME, " ")));
        assertEquals("reason-malformed",
            code(() -> clearances.clear(SAM, order.id(), ANY_VERSION, "overseas", NAME, "x".repeat(501))));
        assertEquals("finding-not-found", code(() -> clearances.clear(SAM, order.id(), ANY_VERSION, "overseas", "", "x")));
        assertEquals("finding-not-found", code(() -> clearances.clear(SAM, order.id(), ANY_VERSION, "other", NAME, "x")));
        clearances.clear(SAM, order.id(), ANY_VERSION, "overseas", NAME, "x");
        assertEquals("enquiry-cleared", code(() -> clearances.clear(SAM, order.id(), ANY_VERSION, "overseas", NAME, "y")));
        Order draft = desk.draft();
        assertEquals("wrong-state", code(() -> clearances.clear(SAM, draft.id(), ANY_VERSION, "overseas", NAME, "x")));
    }

    @Test
    public void anEnquiryIsOpenAgainOnlyWhenTheRuleSeesSomethingElse() {
        Order order = asked();
        clearances.clear(SAM, order.id(), ANY_VERSION, "overseas", NAME, "fine");
        desk.submit(returned(order));
        orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        assertTrue("cleared before", desk.now(order).review().clearances().get(0).holds());
        desk.rules.passAll();
        desk.rules.fail("overseas", Severity.ASK, NAME, false, "1.0.0", "b");
        desk.submit(returned(order));
        orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        assertEquals("enquiries-open", code(() -> orders.pass(SAM, order.id(), ANY_VERSION)));
        desk.rules.passAll();
        desk.submit(returned(order));
        assertEquals("no rule asks any more", List.of(), desk.now(order).review().clearances());
    }

    private Order returned(Order order) {
        return orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(new ReturnReason("other", "", FakeRules.text("x"), null)));
    }

    @Test
    public void ordersThatWaitedForRulesAreAskedToo() {
        desk.rules.serve("440000", false);
        desk.rules.fail("overseas", Severity.ASK, NAME, false, "1.0.0", "a");
        Order order = desk.submitted();
        assertEquals(List.of(), order.review().clearances());
        desk.rules.serve("440000", true);
        desk.waiting.resumeAll();
        assertFalse(desk.now(order).review().clearances().get(0).holds());
    }

    @Test
    public void anOverrideTakesTwoDifferentPeople() {
        Order order = blocked();
        assertEquals("The order cannot be submitted; one thing stands against it.",
            assertThrows(Refusal.class, () -> desk.submit(order)).getMessage());
        propose(SAM, order);
        assertEquals("a proposal alone changes nothing", "submission-refused", code(() -> desk.submit(desk.now(order))));
        assertEquals("own-proposal", code(() -> approve(SAM, order)));
        assertEquals("not-permitted", code(() -> approve(OLGA, order)));
        assertEquals("not-permitted", code(() -> approve(ALICE, order)));
        approve(SUE, order);
        assertEquals("override-approved", code(() -> approve(SUE, order)));
        assertEquals("override-proposed", code(() -> propose(SAM, order)));
        assertEquals(List.of(Severity.WARN), orders.requirements(ALICE, order.id()).findings().stream().map(Finding::severity).toList());
        Order submitted = desk.submit(desk.now(order));
        assertEquals(OrderState.PRE_REVIEW, submitted.state());
        Clearance said = submitted.review().clearances().get(0);
        assertEquals("sam", said.by());
        assertEquals("sue", said.approvedBy());
        assertEquals("the verdict stays as the rules gave it", Severity.BLOCK,
            orders.explain(ALICE, order.id()).verdicts().get(0).findings().get(0).severity());
        assertEquals(List.of("override.propose", "override.approve"),
            desk.audit.lines.stream().map(line -> line.split(" ")[1]).toList());
        assertEquals(List.of(OrderEvent.OVERRIDE_PROPOSED, OrderEvent.OVERRIDE_APPROVED), orders.history(ALICE, order.id(), 1)
            .stream().map(HistoryEntry::event).limit(2).toList());
    }

    @Test
    public void anOverrideHoldsForAnOrderThatWaitedForRules() {
        Order order = blocked();
        propose(SAM, order);
        approve(SUE, order);
        desk.rules.serve("440000", false);
        desk.submit(desk.now(order));
        desk.rules.serve("440000", true);
        desk.waiting.resumeAll();
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
    }

    @Test
    public void nobodyOverridesAHardRuleNorWhatIsMissing() {
        desk.rules.fail("hard-one", Severity.BLOCK, NAME, true, "1.0.0", "a");
        desk.rules.fail("mild", Severity.WARN, NAME, false, "1.0.0", "a");
        desk.rules.need("unit-certificate", "/organizer", 1);
        Order order = desk.draft();
        assertEquals("finding-hard", code(() -> clearances.propose(SAM, order.id(), ANY_VERSION, "hard-one", NAME, "x")));
        assertEquals("finding-not-overridable", code(() -> clearances.propose(SAM, order.id(), ANY_VERSION,
            "material-missing:unit-certificate", "/organizer", "x")));
        assertEquals("finding-not-found", code(() -> clearances.propose(SAM, order.id(), ANY_VERSION, "mild", NAME, "x")));
        assertEquals("reason-missing", code(() -> clearances.propose(SAM, order.id(), ANY_VERSION, "hard-one", NAME, null)));
        assertEquals("not-permitted", code(() -> clearances.propose(OLGA, order.id(), ANY_VERSION, "hard-one", NAME, "x")));
        assertEquals("finding-not-found", code(() -> clearances.approve(SUE, order.id(), ANY_VERSION, "hard-one", NAME)));
    }

    @Test
    public void aRuleThatBecameHardIsNotPassedOver() {
        Order order = blocked();
        propose(SAM, order);
        approve(SUE, order);
        desk.rules.passAll();
        desk.rules.fail("too-old", Severity.BLOCK, NAME, true, "1.0.0", "a");
        assertEquals("submission-refused", code(() -> desk.submit(desk.now(order))));
    }

    @Test
    public void anOverrideEndsWithTheDataAndWithTheVersionOfItsRule() {
        Order order = blocked();
        propose(SAM, order);
        block("1.0.1", "a");
        assertEquals("override-outdated", code(() -> approve(SUE, order)));
        propose(SAM, order);
        assertEquals("the outdated proposal is replaced", 1, desk.now(order).review().clearances().size());
        approve(SUE, order);
        block("1.0.2", "a");
        assertEquals("submission-refused", code(() -> desk.submit(desk.now(order))));
        block("1.0.1", "a");
        orders.edit(ALICE, order.id(), ANY_VERSION, Samples.application("example.org"));
        assertEquals("the rule saw the same", 1, desk.now(order).review().clearances().size());
        block("1.0.1", "b");
        orders.edit(ALICE, order.id(), ANY_VERSION, Samples.application("example.net"));
        assertEquals(List.of(), desk.now(order).review().clearances());
        assertEquals("too-old", desk.store.lastEntry(order.id()).details().get("endedClearances"));
        block("1.0.1", "a");
        assertEquals("it does not come back", "submission-refused", code(() -> desk.submit(desk.now(order))));
    }

    @Test
    public void anOverrideOfACheckThatTellsNoInputsEndsWithEveryChange() {
        desk.rules.fail("too-old", Severity.BLOCK, NAME);
        Order order = desk.draft();
        propose(SAM, order);
        approve(SUE, order);
        orders.attach(ALICE, order.id(), ANY_VERSION, Samples.licence());
        assertEquals(List.of(), desk.now(order).review().clearances());
    }

    @Test
    public void anOverrideIsRevokedWithAReason() {
        Order order = blocked();
        propose(SAM, order);
        approve(SUE, order);
        assertEquals("reason-missing", code(() -> clearances.revoke(SUE, order.id(), ANY_VERSION, "too-old", NAME, null)));
        assertEquals("not-permitted", code(() -> clearances.revoke(ALICE, order.id(), ANY_VERSION, "too-old", NAME, "x")));
        assertEquals(List.of(), clearances.revoke(SUE, order.id(), ANY_VERSION, "too-old", NAME, "a mistake").review().clearances());
        assertEquals("a mistake", desk.store.lastEntry(order.id()).reason());
        assertEquals("submission-refused", code(() -> desk.submit(desk.now(order))));
        assertEquals("finding-not-found", code(() -> clearances.revoke(SUE, order.id(), ANY_VERSION, "too-old", NAME, "x")));
    }

    @Test
    public void whoFilledInOrOwnsAnOrderNeitherProposesNorApproves() {
        block("1.0.0", "a");
        Order order = orders.createFor(SAM, "alice", FilingType.FIRST, Samples.application("example.com"));
        assertEquals("his delegation has ended", "own-assistance", code(() -> propose(SAM, order)));
        Actor helper = new Actor("hana", Set.of(Role.SPECIALIST), "192.0.2.9",
            Map.of(order.id(), Set.of(Delegations.FILING_PREPARE)));
        assertEquals("own-assistance", code(() -> propose(helper, order)));
        propose(SUE, order);
        assertEquals("own-assistance", code(() -> approve(helper, order)));
        Actor both = new Actor("alice", Set.of(Role.APPLICANT, Role.SPECIALIST), "192.0.2.1");
        assertEquals("own-assistance", code(() -> approve(both, order)));
    }

    @Test
    public void proposingDoesNotKeepADraftAlive() {
        Order order = blocked();
        desk.clock.pass(java.time.Duration.ofDays(1));
        assertEquals(order.progress().due(), propose(SAM, order).progress().due());
    }
}
