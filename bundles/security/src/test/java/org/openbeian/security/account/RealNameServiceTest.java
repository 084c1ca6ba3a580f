package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.account.RealNameVerifier;
import org.openbeian.api.account.RealNameVerifier.Answer;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore.Marks;
import org.openbeian.testkit.Requirement;

/** Real-name data: checked, kept, corrected. */
public class RealNameServiceTest {

    private static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    private static final Actor BOB = new Actor("bob", Set.of(Role.APPLICANT), "192.0.2.2");
    private static final Actor OLGA = new Actor("olga", Set.of(Role.OPERATOR), "192.0.2.4");
    private static final RealName UNIT = new RealName(CertificateType.BUSINESS_LICENCE, "91440300MA5EXAM810", "深圳示例科技有限公司", null);

    private final MemoryAccounts accounts = new MemoryAccounts();
    private final RecordedAudit audit = new RecordedAudit();
    private final TestClock clock = new TestClock();
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final RealNameService service = new RealNameService(accounts, accounts, orders(), audit, clock, 100);

    @Before
    public void installVerifier() {
        accounts.insert(new Account("anna", 1, Set.of(Role.APPLICANT), null, true, "13800000001", null, Instant.EPOCH, null),
                new Marks("p", null), "hash");
        service.verifier = data -> data.name().contains("假") ? Answer.DIFFERS : Answer.CONFIRMED;
    }

    @After
    public void close() {
        never.countDown();
        service.close();
    }

    /** One draft and one returned order; asked for, never changed. */
    private Orders orders() {
        return (Orders) Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {Orders.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "list" -> {
                        OrderQuery query = (OrderQuery) arguments[1];
                        asked.add(query.account() + " " + query.state());
                        yield query.state() == OrderState.AUTHORITY_REJECTED ? List.of() : List.of(new OrderSummary(
                                "o-" + query.state(), 1, "anna", null, null, null, null, query.state(), null, null, null, null, null,
                                null));
                    }
                    case "requirements" -> new Requirements((String) arguments[1], 1, true, List.of(), List.of());
                    default -> throw new AssertionError(method.getName());
                });
    }

    private static String code(ThrowingRunnable work) {
        return assertThrows(Refusal.class, work).code();
    }

    @Test
    @Requirement({"A-24", "A-25"})
    public void whatTheVerifierConfirmsIsKeptAndDraftsAreJudgedAnew() {
        assertEquals(Optional.empty(), service.of(ANNA, "anna"));
        List<Requirements> drafts = service.keep(ANNA, "anna", UNIT);
        assertEquals(List.of("o-DRAFT", "o-RETURNED"), drafts.stream().map(Requirements::orderId).toList());
        assertEquals(List.of("anna DRAFT", "anna RETURNED", "anna AUTHORITY_REJECTED"), asked);
        RealName kept = service.of(ANNA, "anna").orElseThrow();
        assertEquals(UNIT.name(), kept.name());
        assertEquals(clock.now, kept.verifiedAt());
        assertEquals("contacts stay", "13800000001", accounts.accounts.get("anna").phone());
        assertEquals(Optional.of("anna"), accounts.byMark("p"));
        service.keep(OLGA, "anna", new RealName(CertificateType.RESIDENT_ID, "440305190001011234", "张示例", null));
        assertEquals(List.of("anna account.real-name anna {certificateType=BUSINESS_LICENCE, corrected=false}",
                "olga account.real-name anna {certificateType=RESIDENT_ID, corrected=true}"), audit.entries);
    }

    @Test
    public void nobodySeesOrKeepsTheDataOfAnother() {
        service.keep(ANNA, "anna", UNIT);
        assertEquals("not-permitted", code(() -> service.of(BOB, "anna")));
        assertEquals("not-permitted", code(() -> service.keep(BOB, "anna", UNIT)));
        assertTrue(service.of(OLGA, "anna").isPresent());
        assertEquals("account-not-found", code(() -> service.of(OLGA, "nobody")));
    }

    @Test
    public void whatIsDeniedOrMalformedIsNotKept() {
        service.keep(ANNA, "anna", UNIT);
        assertEquals("real-name-differs", code(() -> service.keep(ANNA, "anna",
                new RealName(CertificateType.BUSINESS_LICENCE, "91440300MA5EXAM810", "假公司", null))));
        Refusal bad = assertThrows(Refusal.class, () -> service.keep(ANNA, "anna", new RealName(null, "1", "<b>", null)));
        assertEquals(List.of("/name", "/certificateNumber", "/certificateType"),
                bad.findings().stream().map(Finding::pointer).toList());
        assertEquals("the data before stay", UNIT.name(), service.of(ANNA, "anna").orElseThrow().name());
    }

    @Test(timeout = 20_000)
    public void aVerifierThatIsAwayThrowsHangsOrKnowsNothingKeepsNothing() {
        List<RealNameVerifier> silent = List.of(data -> null, data -> {
            throw new IllegalStateException(data.name());
        }, data -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.CONFIRMED;
        });
        for (RealNameVerifier one : silent) {
            service.verifier = one;
            assertEquals("verifier-silent", code(() -> service.keep(ANNA, "anna", UNIT)));
        }
        service.verifier = null;
        assertEquals("verifier-missing", code(() -> service.keep(ANNA, "anna", UNIT)));
        assertEquals(Optional.empty(), service.of(ANNA, "anna"));
    }

    @Test
    public void dataAreMaskedInListsAndInNoLog() {
        RealName person = new RealName(CertificateType.RESIDENT_ID, "440305190001011234", "张小明", null);
        assertEquals("张**", person.masked().name());
        assertEquals("44**************34", person.masked().certificateNumber());
        assertEquals("names of units are public", UNIT.name(), UNIT.masked().name());
        assertFalse(person.toString().contains("张"));
        service.keep(ANNA, "anna", person);
        assertFalse(accounts.accounts.get("anna").toString().contains("张"));
    }
}
