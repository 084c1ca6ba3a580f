package org.openbeian.core.resource;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.AuthorizationCodes.Code;
import org.openbeian.api.resource.AuthorizationCodes.State;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceUse;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryResources;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.order.Resources;
import org.openbeian.core.order.StoredInventory;
import org.openbeian.testkit.Requirement;

/** Authorization codes from their issue to their end. */
public class StoredCodesTest {

    private static final Actor ALICE = new Actor("alice", Set.of(Role.APPLICANT), "x");
    private static final Actor BOB = new Actor("bob", Set.of(Role.APPLICANT), "x");
    private static final Actor OPS = new Actor("ops", Set.of(Role.OPERATOR), "x");
    private static final ResourceRef SERVER = new ResourceRef("cvm", "ins-1");

    private final FixedClock clock = new FixedClock("2026-11-02T02:00:00Z");
    private final MemoryResources store = new MemoryResources(server(Instant.parse("2027-01-01T00:00:00Z")));
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryAudit audit = new MemoryAudit();
    private RealName holder;
    private final AuthorizationCodes codes = new StoredCodes(transactions, store, Resources.of(account -> null, List.of(), store,
        new StoredInventory(transactions, store)), new FakeRules(), accounts(), StoredCodesTest::mark, audit, clock);

    private AccountStore accounts() {
        return (AccountStore) Proxy.newProxyInstance(AccountStore.class.getClassLoader(), new Class<?>[] {AccountStore.class},
            (proxy, method, arguments) -> Optional.of(new Account((String) arguments[0], 1, Set.of(), null, true, null, null, null, null,
                holder)));
    }

    /** Whose server it is: a unit's issues codes, a person's does not, and who is not known is not known to be a person. */
    @Test
    @Requirement("A-18")
    public void aPersonsServerIssuesNone() {
        holder = new RealName(CertificateType.RESIDENT_ID, "110101199003070134", "王小明", clock.instant());
        assertEquals("codes-for-units", refusal(() -> codes.issue(ALICE, SERVER, 1, null)));
        assertEquals("codes-for-units", refusal(() -> codes.issue(OPS, SERVER, 1, null)));
        holder = new RealName(CertificateType.BUSINESS_LICENCE, "91440300MA5EXAM810", "示例", clock.instant());
        assertEquals(1, codes.issue(ALICE, SERVER, 1, null).size());
    }

    @Test
    @Requirement("A-18")
    public void aCodeStandsForItsServersAddress() {
        Code code = codes.issue(ALICE, SERVER, 1, null).get(0);
        assertEquals(List.of(State.UNUSED, "alice", List.of("8.8.8.8"), SERVER), List.of(code.state(), code.account(), code.ips(),
            code.server()));
        assertEquals(code, codes.find(ALICE, code.code().substring(0, 8) + "-" + code.code().substring(8).toLowerCase(Locale.ROOT)));
        assertEquals("alice code.issue auth-code/" + code.code(), audit.lines.get(0).substring(0, audit.lines.get(0).indexOf(" null")));
    }

    @Test
    @Requirement("A-18")
    public void aServerIssuesFiveAtMostAndAllOrNone() {
        assertEquals(4, codes.issue(ALICE, SERVER, 4, null).size());
        assertEquals("codes-exhausted", refusal(() -> codes.issue(ALICE, SERVER, 2, null)));
        assertEquals(4, codes.ofServer(ALICE, SERVER).size());
        codes.revoke(ALICE, codes.ofServer(ALICE, SERVER).get(0).code(), "not needed");
        assertEquals(2, codes.issue(ALICE, SERVER, 2, "bob").size());
        assertEquals("count-out-of-range", refusal(() -> codes.issue(ALICE, SERVER, 0, null)));
    }

    @Test
    @Requirement("A-18")
    public void aForgedOrAlteredCodeIsRefused() {
        String code = codes.issue(ALICE, SERVER, 1, null).get(0).code();
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == '7' ? '8' : '7';
            String altered = code.substring(0, i) + other + code.substring(i + 1);
            assertEquals(altered, "code-forged", refusal(() -> codes.find(OPS, altered)));
        }
        for (String bad : new String[] {null, "", "0", "'; drop", code + "2"}) {
            assertEquals("code-forged", refusal(() -> codes.find(OPS, bad)));
        }
    }

    @Test
    @Requirement("A-18")
    public void itIsBoundByAnOrderFreeAgainAndUsed() {
        Code code = codes.issue(ALICE, SERVER, 1, null).get(0);
        ResourceRef ref = new ResourceRef(AuthorizationCodes.KIND, code.code());
        store.uses.add(new ResourceUse(ref, "example.com", "order-1", "alice", OrderState.PRE_REVIEW));
        assertEquals(List.of(State.IN_USE, "order-1"), List.of(codes.find(ALICE, code.code()).state(),
            codes.find(ALICE, code.code()).orderId()));
        assertEquals("code-not-unused", refusal(() -> codes.grant(ALICE, code.code(), "bob")));
        store.uses.clear();
        assertEquals("the order was given up", State.UNUSED, codes.find(ALICE, code.code()).state());
        store.uses.add(new ResourceUse(ref, "example.com", "order-2", "alice", OrderState.APPROVED));
        assertEquals(State.USED, codes.find(ALICE, code.code()).state());
        assertEquals("code-not-revocable", refusal(() -> codes.revoke(ALICE, code.code(), "why")));
    }

    @Test
    @Requirement({"A-18", "A-60"})
    public void itIsGrantedToAnotherAccountAndSeenByNobodyElse() {
        String code = codes.issue(ALICE, SERVER, 1, null).get(0).code();
        assertEquals("code-not-found", refusal(() -> codes.find(BOB, code)));
        assertEquals("bob", codes.grant(ALICE, code, "bob").account());
        assertEquals("bob", codes.find(BOB, code).account());
        assertEquals("only the owner grants on", "code-not-found", refusal(() -> codes.grant(BOB, code, "eve")));
        assertEquals("code-not-found", refusal(() -> codes.revoke(BOB, code, "why")));
        assertEquals("account-missing", refusal(() -> codes.grant(ALICE, code, " ")));
        assertEquals("resource-not-found", refusal(() -> codes.issue(BOB, SERVER, 1, null)));
        assertEquals(1, codes.ofServer(OPS, SERVER).size());
    }

    @Test
    @Requirement("A-18")
    public void itDiesWithItsServer() {
        String code = codes.issue(ALICE, SERVER, 1, null).get(0).code();
        store.save(server(clock.instant()));
        assertEquals(State.INVALID, codes.find(ALICE, code).state());
        assertEquals("server-ended", refusal(() -> codes.issue(ALICE, SERVER, 1, null)));
    }

    @Test
    @Requirement("A-15")
    public void otherKindsGrantNone() {
        store.save(new ResourceFacts("clb", "lb-1", "alice", "r", true, List.of("8.8.8.8"), true, 12, null, null));
        assertEquals("codes-not-granted", refusal(() -> codes.issue(ALICE, new ResourceRef("clb", "lb-1"), 1, null)));
        assertEquals("resource-not-found", refusal(() -> codes.issue(ALICE, new ResourceRef("cvm", "gone"), 1, null)));
    }

    @Test
    public void codesAreNotImported() {
        assertEquals("codes-are-issued", refusal(() -> new StoredInventory(transactions, store).put(new ResourceFacts("auth-code", "2345",
            "bob", null, false, null, false, 0, null, null, List.of(SERVER)))));
    }

    private static String mark(BlindIndex.Kind kind, String value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String refusal(ThrowingRunnable action) {
        return assertThrows(Refusal.class, action).code();
    }

    private static ResourceFacts server(Instant expires) {
        return new ResourceFacts("cvm", "ins-1", "alice", "ap-guangzhou", true, List.of("8.8.8.8"), true, 12, expires, null);
    }
}
