package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.testkit.Requirement;

public class StoredAccountsTest {

    static final BlindIndex INDEX = (kind, value) -> kind + ":" + value.toLowerCase(Locale.ROOT);
    private static final char[] RIGHT = "correct horse 9".toCharArray();
    private static final char[] WRONG = "wrong horse 9".toCharArray();

    private final MemoryAccounts store = new MemoryAccounts();
    private final RecordedAudit audit = new RecordedAudit();
    private final Passwords passwords = new Passwords(64, 1);
    private final Contacts contacts = new Contacts(INDEX);
    private Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private final StoredAccounts accounts = new StoredAccounts(store, new MemoryDelegations(), contacts, audit, settings(false), passwords,
        new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    static AccountSettings settings(boolean registration) {
        Map<String, Object> given = Map.ofEntries(
                Map.entry("remember_seconds", 60),
                Map.entry("code_minutes", 10),
                Map.entry("code_tries", 3),
                Map.entry("code_again_seconds", 60),
                Map.entry("code_hourly", 4),
                Map.entry("lock_failures", 3),
                Map.entry("lock_seconds", 30),
                Map.entry("lock_longest_seconds", 100),
                Map.entry("session_hours", 12),
                Map.entry("session_idle_minutes", 30),
                Map.entry("registration_open", registration),
                Map.entry("support_phone", "400-080-1100"));
        return new AccountSettings((AccountSettings.Config) Proxy.newProxyInstance(AccountSettings.class.getClassLoader(),
                new Class<?>[] {AccountSettings.Config.class},
                (proxy, method, arguments) -> given.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    @Before
    public void anna() {
        Account anna = new Account("anna", 1, Set.of(Role.APPLICANT), null, true, "13800000001", "Anna@example.com", now, null);
        store.insert(anna, contacts.marks(anna.phone(), anna.email()), passwords.hash(RIGHT));
    }

    private Optional<Actor> logIn(String name, char[] password) {
        return accounts.authenticate(name, password, "192.0.2.1");
    }

    @Test
    @Requirement("T-02")
    public void nameMobileNumberAndMailAddressLogIn() {
        Optional<Actor> anna = Optional.of(new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1"));
        assertEquals(anna, logIn("anna", RIGHT));
        assertEquals(anna, logIn("13800000001", RIGHT));
        assertEquals(anna, logIn("anna@example.com", RIGHT));
        assertEquals(Optional.empty(), logIn("13800000002", RIGHT));
        assertEquals(Optional.empty(), logIn("anna", WRONG));
        assertEquals(Optional.empty(), logIn("bob", RIGHT));
        assertEquals(Optional.empty(), logIn("a".repeat(5000), new char[5000]));
    }

    @Test
    public void theStoreKeepsAnArgon2HashWithASaltOfItsOwn() {
        String hash = store.logIns.get("anna").passwordHash();
        assertTrue(hash, new Passwords().hash(RIGHT).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertNotEquals(hash, passwords.hash(RIGHT));
        assertTrue("parameters come from the hash", new Passwords().matches(RIGHT, hash));
        assertFalse(passwords.matches(RIGHT, null));
    }

    @Test
    public void failuresLockOutForLongerAndLonger() {
        assertEquals(Optional.empty(), logIn("anna", WRONG));
        assertEquals(Optional.empty(), logIn("anna", WRONG));
        assertNull(store.logIns.get("anna").lockedUntil());
        logIn("anna", WRONG);
        assertEquals(now.plusSeconds(30), store.logIns.get("anna").lockedUntil());
        assertEquals("locked", Optional.empty(), logIn("anna", RIGHT));
        now = now.plusSeconds(31);
        logIn("anna", WRONG);
        assertEquals(now.plusSeconds(60), store.logIns.get("anna").lockedUntil());
        now = now.plusSeconds(61);
        logIn("anna", WRONG);
        assertEquals("at most", now.plusSeconds(100), store.logIns.get("anna").lockedUntil());
        now = now.plusSeconds(101);
        assertTrue(logIn("anna", RIGHT).isPresent());
        assertEquals(0, store.logIns.get("anna").failures());
        assertEquals(3, audit.entries.stream().filter(entry -> entry.startsWith("anna login.locked anna")).count());
        assertTrue(audit.entries.contains("anna login.refused anna {why=locked}"));
    }

    @Test
    public void aClientAtWorkIsNotLockedOutByOthers() {
        assertTrue(logIn("anna", RIGHT).isPresent());
        for (int i = 0; i < 5; i++) {
            logIn("anna", WRONG);
        }
        assertTrue(store.logIns.get("anna").lockedUntil().isAfter(now));
        assertTrue(logIn("anna", RIGHT).isPresent());
    }

    @Test
    public void aChangedPasswordAndAClosedAccountTakeEffectAtOnce() {
        assertTrue(logIn("anna", RIGHT).isPresent());
        store.setPassword("anna", passwords.hash(WRONG));
        assertEquals(Optional.empty(), logIn("anna", RIGHT));
        assertTrue(logIn("anna", WRONG).isPresent());
        Account anna = store.accounts.get("anna");
        store.update(anna.with(anna.roles(), false, null, null), contacts.marks(null, null));
        assertEquals(Optional.empty(), logIn("anna", WRONG));
        assertEquals(Optional.empty(), accounts.actor("anna", "shell"));
        assertTrue(audit.entries.contains("anna login.refused anna {why=closed}"));
    }

    @Test
    public void rolesAreReadAnewForEachRequest() {
        assertTrue(logIn("anna", RIGHT).isPresent());
        Account anna = store.accounts.get("anna");
        store.update(anna.with(Set.of(Role.AUDITOR), true, null, null), contacts.marks(null, null));
        assertEquals(Set.of(Role.AUDITOR), logIn("anna", RIGHT).orElseThrow().roles());
    }

    @Test
    public void refusedLogInsAreAuditedWithoutWhatWasTyped() {
        logIn("my-password-typed-here", WRONG);
        logIn("anna", WRONG);
        assertEquals(List.of("unknown login.refused null {why=unknown}", "anna login.refused anna {why=password}"), audit.entries);
    }

    @Test
    public void anAcceptedPasswordIsForgottenInTime() {
        long[] nanos = {0};
        VerifiedCredentials verified = new VerifiedCredentials(2, () -> Duration.ofSeconds(60).toNanos(), () -> nanos[0]);
        verified.remember("anna", RIGHT, "hash");
        assertTrue(verified.knows("anna", RIGHT, "hash"));
        assertFalse("another hash", verified.knows("anna", RIGHT, "other"));
        assertFalse("another account", verified.knows("bob", RIGHT, "hash"));
        nanos[0] = Duration.ofSeconds(60).toNanos();
        assertFalse(verified.knows("anna", RIGHT, "hash"));
        verified.remember("a", RIGHT, "h");
        verified.remember("b", RIGHT, "h");
        verified.remember("c", RIGHT, "h");
        assertFalse("only so many", verified.knows("a", RIGHT, "h"));
    }

    @Test
    public void theAddressForNoticesIsTheAccounts() {
        assertEquals(Optional.of("Anna@example.com"), accounts.email("anna"));
        assertEquals(Optional.empty(), accounts.email("bob"));
    }
}
