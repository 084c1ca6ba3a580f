package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.ApiKeys.Created;
import org.openbeian.api.account.ApiKeys.Signed;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore.Marks;

public class MachineKeysTest {

    private static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    private static final Actor MALLORY = new Actor("mallory", Set.of(Role.APPLICANT), "192.0.2.66");
    private static final String NONCE = "0123456789abcdef";
    private static final String DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final MemoryCredentials store = new MemoryCredentials();
    private final MemoryAccounts stored = new MemoryAccounts();
    private final OneAccount accounts = new OneAccount();
    private final RecordedAudit audit = new RecordedAudit();
    private final TestClock clock = new TestClock();
    private final MachineKeys keys = new MachineKeys(store, stored, stored, accounts, audit, clock);

    private final Created key = keys.create(ANNA, "billing", null);

    private Signed signed(String nonce, String target, String bodyDigest, Duration late) {
        Signed unsigned = new Signed(key.key().id(), Long.toString(clock.now.minus(late).getEpochSecond()), nonce, "POST",
                target, bodyDigest, "");
        return with(unsigned, MachineKeys.sign(key.secret().getBytes(StandardCharsets.US_ASCII), unsigned.text()));
    }

    private static Signed with(Signed of, String signature) {
        return new Signed(of.keyId(), of.timestamp(), of.nonce(), of.method(), of.target(), of.bodyDigest(), signature);
    }

    private Optional<Actor> verify(Signed request) {
        return keys.verify(request, "192.0.2.1");
    }

    @Test
    public void aSignedRequestIsItsOwnersOnce() {
        Signed request = signed(NONCE, "/api/v1/orders", DIGEST, Duration.ZERO);
        assertEquals(Optional.of(ANNA), verify(request));
        assertEquals("replayed", Optional.empty(), verify(request));
        assertTrue(audit.entries.contains("anna login.refused " + key.key().id() + " {why=replay}"));
        assertEquals(Optional.of(ANNA), verify(signed(NONCE + "2", "/api/v1/orders", DIGEST, Duration.ZERO)));
    }

    @Test
    public void anotherTargetBodyMethodTimeOrNonceBreaksTheSignature() {
        Signed good = signed(NONCE, "/api/v1/orders", DIGEST, Duration.ZERO);
        for (Signed forged : new Signed[] {
            new Signed(good.keyId(), good.timestamp(), good.nonce(), "POST", "/api/v1/lanes", DIGEST, good.signature()),
            new Signed(good.keyId(), good.timestamp(), good.nonce(), "POST", good.target(), "00", good.signature()),
            new Signed(good.keyId(), good.timestamp(), good.nonce(), "DELETE", good.target(), DIGEST, good.signature()),
            new Signed(good.keyId(), good.timestamp(), NONCE + "9", "POST", good.target(), DIGEST, good.signature()),
            new Signed(good.keyId(), Long.toString(clock.now.getEpochSecond() + 1), good.nonce(), "POST", good.target(), DIGEST,
                    good.signature()),
            new Signed("x".repeat(20), good.timestamp(), good.nonce(), "POST", good.target(), DIGEST, good.signature()),
            with(good, ""), with(good, good.signature().toUpperCase(java.util.Locale.ROOT))}) {
            assertEquals(forged.toString(), Optional.empty(), verify(forged));
        }
        assertEquals("none of them took the nonce", Optional.of(ANNA), verify(good));
    }

    @Test
    public void oldAndFutureRequestsAreRefused() {
        assertEquals(Optional.empty(), verify(signed(NONCE, "/", DIGEST, Duration.ofMinutes(6))));
        assertEquals(Optional.empty(), verify(signed(NONCE, "/", DIGEST, Duration.ofMinutes(-6))));
        assertEquals(Optional.of(ANNA), verify(signed(NONCE, "/", DIGEST, Duration.ofMinutes(4))));
        assertEquals("a short nonce", Optional.empty(), verify(signed("short", "/", DIGEST, Duration.ZERO)));
    }

    @Test
    public void aKeyEndsWhenItIsRevokedExpiredOrItsAccountClosed() {
        assertThrows(Refusal.class, () -> keys.revoke(MALLORY, key.key().id()));
        Created short1 = keys.create(ANNA, "short", clock.now.plusSeconds(60));
        Signed unsigned = new Signed(short1.key().id(), Long.toString(clock.now.getEpochSecond()), NONCE, "GET", "/", DIGEST, "");
        Signed request = with(unsigned, MachineKeys.sign(short1.secret().getBytes(StandardCharsets.US_ASCII), unsigned.text()));
        clock.pass(Duration.ofSeconds(61));
        assertEquals("expired", Optional.empty(), verify(request));
        accounts.closed = true;
        assertEquals("closed", Optional.empty(), verify(signed(NONCE, "/", DIGEST, Duration.ZERO)));
        accounts.closed = false;
        keys.revoke(ANNA, key.key().id());
        assertEquals("revoked", Optional.empty(), verify(signed(NONCE + "3", "/", DIGEST, Duration.ZERO)));
        assertTrue(audit.entries.contains("anna key.revoke " + key.key().id() + " {account=anna}"));
    }

    @Test
    public void anAccountHasTenKeysAtMostAndSeesItsOwnOnly() {
        for (int i = 1; i < 10; i++) {
            keys.create(ANNA, "key " + i, null);
        }
        assertEquals("keys-too-many", assertThrows(Refusal.class, () -> keys.create(ANNA, "eleventh", null)).code());
        assertEquals(10, keys.list(ANNA).size());
        assertEquals(0, keys.list(MALLORY).size());
        assertThrows(Refusal.class, () -> keys.create(MALLORY, "\n", null));
        assertThrows(Refusal.class, () -> keys.create(MALLORY, "late", clock.now));
    }

    @Test
    public void whoeverManagesTheAccountMakesSeesAndRevokesItsKeys() {
        Actor operator = new Actor("olga", Set.of(Role.OPERATOR), "shell");
        stored.insert(new Account("anna", 1, Set.of(Role.APPLICANT), null, true, null, null, clock.now, null), Marks.NONE, null);
        stored.insert(new Account("adam", 1, Set.of(Role.ADMIN), null, true, null, null, clock.now, null), Marks.NONE, null);
        assertEquals("anna", keys.create(operator, "anna", "robot", null).key().account());
        assertEquals(2, keys.list(operator, "anna").size());
        keys.revoke(operator, "anna", key.key().id());
        assertEquals("revoked", Optional.empty(), verify(signed(NONCE, "/", DIGEST, Duration.ZERO)));
        assertEquals("not-permitted", code(() -> keys.create(MALLORY, "anna", "hers", null)));
        assertEquals("not-permitted", code(() -> keys.list(MALLORY, "anna")));
        assertEquals("not-permitted", code(() -> keys.revoke(MALLORY, "anna", key.key().id())));
        assertEquals("account-not-found", code(() -> keys.list(operator, "nobody")));
        assertEquals("an operator gets no administrator's key", "administrator-needed",
                code(() -> keys.create(operator, "adam", "up", null)));
    }

    private static String code(ThrowingRunnable work) {
        return assertThrows(Refusal.class, work).code();
    }
}
