package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.account.Delegations.Invited;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Review;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore.Marks;
import org.openbeian.testkit.Requirement;

public class DelegationServiceTest {

    private static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    private static final Actor MALLORY = new Actor("mallory", Set.of(Role.APPLICANT), "192.0.2.66");
    private static final Actor SAM = new Actor("sam", Set.of(Role.SPECIALIST), "192.0.2.2");
    private static final Set<String> FULL = Set.of("filing-full");
    private static final char[] PASSWORD = "correct horse 9".toCharArray();

    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryDelegations store = new MemoryDelegations();
    private final RecordedAudit audit = new RecordedAudit();
    private final TestClock clock = new TestClock();
    private final Passwords passwords = new Passwords(64, 1);
    private final Map<String, Order> orders = new HashMap<>();
    private final DelegationService service = new DelegationService(store, accounts, accounts, orders(), audit, passwords, clock);
    private final StoredAccounts logIn = new StoredAccounts(accounts, store, new Contacts(StoredAccountsTest.INDEX), audit,
            StoredAccountsTest.settings(false), passwords, clock);

    /** Knows to show orders and to open one for somebody; everything else is not asked for. */
    private Orders orders() {
        return (Orders) Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {Orders.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "get" -> orders.get((String) arguments[1]);
                    case "createFor" -> order("new", (String) arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Order order(String id, String account) {
        Order order = new Order(id, 1, account, FilingType.FIRST, new Progress(OrderState.DRAFT, null, 0, Instant.EPOCH, null),
                Application.EMPTY, List.of(), List.of(), Review.NONE, Handover.NONE, null, Instant.EPOCH, Instant.EPOCH);
        orders.put(id, order);
        return order;
    }

    private void account(String name, Role role, String parent) {
        accounts.insert(new Account(name, 1, Set.of(role), parent, true, null, null, Instant.EPOCH, null), Marks.NONE, null);
    }

    private Instant tomorrow() {
        return clock.now.plus(Duration.ofDays(1));
    }

    @Before
    public void accounts() {
        account("anna", Role.APPLICANT, null);
        account("mallory", Role.APPLICANT, null);
        account("sam", Role.SPECIALIST, null);
        account("bai", Role.BUTLER, null);
        account("theirs", Role.SUB_ACCOUNT, "mallory");
        order("o1", "anna");
        order("o2", "anna");
        order("m1", "mallory");
    }

    private static String code(org.junit.function.ThrowingRunnable work) {
        return assertThrows(Refusal.class, work).code();
    }

    @Test
    @Requirement({"T-115", "T-118"})
    public void aDelegationIsForNamedOrdersEndsAndIsRevokedAtOnce() {
        Delegation given = service.grant(ANNA, "bai", FULL, List.of("o1"), tomorrow());
        Actor bai = logIn.actor("bai", "shell").orElseThrow();
        assertTrue(bai.holds("o1", "filing-full"));
        assertEquals("not for another order", Set.of("o1", "account:anna"), bai.delegated().keySet());
        assertEquals(List.of(given), service.list(bai));
        assertEquals("delegation-not-found", code(() -> service.revoke(bai, given.id())));
        assertEquals("delegation-not-found", code(() -> service.revoke(MALLORY, given.id())));
        service.revoke(ANNA, given.id());
        assertEquals(Map.of(), logIn.actor("bai", "shell").orElseThrow().delegated());
        service.grant(ANNA, "bai", FULL, List.of("o2"), tomorrow());
        clock.pass(Duration.ofDays(1));
        assertEquals("it ended", Map.of(), logIn.actor("bai", "shell").orElseThrow().delegated());
        assertTrue(audit.entries.contains("anna delegation.revoke " + given.id() + " {owner=anna}"));
        assertTrue(audit.entries.contains("anna delegation.create " + given.id() + " {orders=o1, policies=filing-full}"));
    }

    @Test
    @Requirement("T-116")
    public void theFivePoliciesAreKnownByTheirNames() {
        Delegation given = service.grant(ANNA, "bai", Set.of("QcloudBAFullAccess", "QcloudCVMInnerReadOnlyAccess",
                "QcloudLighthouseReadOnlyAccess", "QcloudSLSReadOnlyAccess", "QcloudCLBReadOnlyAccess"), List.of("o1"), tomorrow());
        assertEquals(Set.of("filing-full", "resource-read:cvm", "resource-read:lighthouse", "resource-read:serverless",
                "resource-read:clb"), given.policies());
        Actor bai = logIn.actor("bai", "shell").orElseThrow();
        assertTrue(bai.holds("account:anna", "resource-read:cvm"));
        assertEquals("policy-unknown", code(() -> service.grant(ANNA, "bai", Set.of("all"), List.of("o1"), tomorrow())));
        assertEquals("policies-missing", code(() -> service.grant(ANNA, "bai", Set.of(), List.of("o1"), tomorrow())));
    }

    @Test
    public void nobodyDelegatesWhatIsNotHisOrToAnybody() {
        assertEquals("order-not-found", code(() -> service.grant(ANNA, "bai", FULL, List.of("o1", "m1"), tomorrow())));
        assertEquals("orders-missing", code(() -> service.grant(ANNA, "bai", FULL, List.of(), tomorrow())));
        for (String delegate : List.of("theirs", "mallory", "sam", "nobody")) {
            assertEquals(delegate, "delegate-unknown", code(() -> service.grant(ANNA, delegate, FULL, List.of("o1"), tomorrow())));
        }
        assertEquals("end-missing", code(() -> service.grant(ANNA, "bai", FULL, List.of("o1"), clock.now)));
        assertEquals("end-missing",
                code(() -> service.grant(ANNA, "bai", FULL, List.of("o1"), clock.now.plus(Duration.ofDays(400)))));
        assertEquals("not-permitted", code(() -> service.grant(SAM, "bai", FULL, List.of("o1"), tomorrow())));
        assertEquals(List.of(), store.delegations);
    }

    @Test
    @Requirement({"T-117", "T-119"})
    public void anInvitationMakesASubAccountOnceAndInTime() {
        Invited invited = service.invite(ANNA, FULL, List.of("o1"), clock.now.plus(Duration.ofDays(30)));
        assertEquals("account-invalid", code(() -> service.accept(invited.token(), "S", PASSWORD, "192.0.2.3")));
        assertEquals("invitation-not-found", code(() -> service.accept("guessed", "sun", PASSWORD, "192.0.2.3")));
        Account sun = service.accept(invited.token(), "sun", PASSWORD, "192.0.2.3");
        assertEquals("anna", sun.parent());
        assertEquals(Set.of(Role.SUB_ACCOUNT), sun.roles());
        Actor actor = logIn.authenticate("sun", PASSWORD, "192.0.2.3").orElseThrow();
        assertTrue("no reset of the password is asked for", actor.holds("o1", "filing-full"));
        assertEquals("invitation-not-found", code(() -> service.accept(invited.token(), "moon", PASSWORD, "192.0.2.3")));
        assertEquals("sun", service.invitations(ANNA).get(0).usedBy());
        Invited late = service.invite(ANNA, FULL, List.of("o1"), clock.now.plus(Duration.ofDays(30)));
        clock.pass(DelegationService.INVITATION);
        assertEquals("invitation-not-found", code(() -> service.accept(late.token(), "moon", PASSWORD, "192.0.2.3")));
        Invited withdrawn = service.invite(ANNA, FULL, List.of("o1"), clock.now.plus(Duration.ofDays(30)));
        assertEquals("invitation-not-found", code(() -> service.withdraw(MALLORY, withdrawn.invitation().id())));
        service.withdraw(ANNA, withdrawn.invitation().id());
        assertEquals("invitation-not-found", code(() -> service.accept(withdrawn.token(), "moon", PASSWORD, "192.0.2.3")));
        assertEquals("an invitation of nobody else's is seen", List.of(), service.invitations(MALLORY));
    }

    @Test
    @Requirement("E-02")
    public void aSpecialistOpensAnOrderForAnApplicantWhoCanEndTheHelp() {
        Order order = service.assist(SAM, "anna", FilingType.FIRST, Application.EMPTY);
        assertEquals("anna", order.account());
        assertTrue(audit.entries.contains("sam order.assist new {account=anna}"));
        Actor sam = logIn.actor("sam", "shell").orElseThrow();
        assertTrue(sam.holds("new", "filing-prepare"));
        assertEquals("handing in is the applicant's", false, sam.holds("new", "filing-full"));
        service.revoke(ANNA, service.list(ANNA).get(0).id());
        assertEquals(Map.of(), logIn.actor("sam", "shell").orElseThrow().delegated());
        assertEquals("applicant-not-found", code(() -> service.assist(SAM, "bai", FilingType.FIRST, Application.EMPTY)));
        assertEquals("applicant-not-found", code(() -> service.assist(SAM, "nobody", FilingType.FIRST, Application.EMPTY)));
        assertEquals("not-permitted", code(() -> service.assist(ANNA, "mallory", FilingType.FIRST, Application.EMPTY)));
    }

    @Test
    @Requirement("T-115")
    public void whoeverManagesAccountsSeesAndEndsWhatOneDelegated() {
        Actor operator = new Actor("olga", Set.of(Role.OPERATOR), "shell");
        Delegation given = service.grant(ANNA, "bai", FULL, List.of("o1"), tomorrow());
        Invited invited = service.invite(ANNA, FULL, List.of("o1"), tomorrow());
        assertEquals("not-permitted", code(() -> service.list(MALLORY, "anna")));
        assertEquals("not-permitted", code(() -> service.invitations(MALLORY, "anna")));
        assertEquals("not-permitted", code(() -> service.revoke(MALLORY, "anna", given.id())));
        assertEquals("not-permitted", code(() -> service.withdraw(MALLORY, "anna", invited.invitation().id())));
        assertEquals("account-not-found", code(() -> service.list(operator, "nobody")));
        assertEquals(List.of(given), service.list(operator, "anna"));
        service.revoke(operator, "anna", given.id());
        assertEquals(Map.of(), logIn.actor("bai", "shell").orElseThrow().delegated());
        service.withdraw(operator, "anna", invited.invitation().id());
        assertEquals(List.of(), service.invitations(operator, "anna"));
        assertTrue(audit.entries.contains("olga delegation.revoke " + given.id() + " {owner=anna}"));
    }
}
