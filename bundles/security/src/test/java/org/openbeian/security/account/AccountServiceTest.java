package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin.Profile;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.CredentialStore.StoredSession;
import org.openbeian.testkit.Requirement;

public class AccountServiceTest {

    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), "192.0.2.9");
    private static final Actor OLGA = new Actor("olga", Set.of(Role.OPERATOR), "192.0.2.4");
    private static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");

    private final MemoryAccounts store = new MemoryAccounts();
    private final MemoryCredentials credentials = new MemoryCredentials();
    private final RecordedAudit audit = new RecordedAudit();
    private final PasswordHashing hashing = new PasswordHashing(new Passwords(64, 1));
    private final AccountService service = service(false);

    private AccountService service(boolean registration) {
        return new AccountService(store, credentials, store, new Contacts(StoredAccountsTest.INDEX), audit,
                StoredAccountsTest.settings(registration), hashing);
    }

    private static char[] password() {
        return "correct horse 9".toCharArray();
    }

    private static Profile applicant(String phone) {
        return new Profile(Set.of(Role.APPLICANT), true, phone, null);
    }

    private Account anna() {
        return service.create(OLGA, "anna", applicant("13800000001"), password());
    }

    private static Refusal refused(org.junit.function.ThrowingRunnable work) {
        return assertThrows(Refusal.class, work);
    }

    @Test
    public void anOperatorMakesChangesAndClosesAccountsOfApplicants() {
        Account anna = anna();
        assertEquals(anna, service.get(OLGA, "anna"));
        Account changed = service.change(OLGA, "anna", 1, new Profile(Set.of(Role.SPECIALIST), false, null, "a@example.com"));
        assertEquals(2, changed.version());
        assertFalse(changed.active());
        assertEquals(List.of(changed), service.list(OLGA, null, 10));
        assertEquals(Refusal.Kind.STALE, refused(() -> service.change(OLGA, "anna", 1, applicant(null))).kind());
        assertEquals(List.of("olga account.create anna {active=true, roles=APPLICANT}",
                "olga account.close anna {active=false, roles=SPECIALIST}"), audit.entries);
    }

    @Test
    public void nobodyElseManagesAccounts() {
        anna();
        for (Role role : Role.values()) {
            Actor actor = new Actor("x", Set.of(role), "192.0.2.7");
            if (role != Role.OPERATOR && role != Role.ADMIN) {
                assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> service.list(actor, null, 1)).kind());
                assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> service.get(actor, "anna")).kind());
                assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> service.unlock(actor, "anna")).kind());
                assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> service.setPassword(actor, "anna", password())).kind());
                assertEquals(Refusal.Kind.FORBIDDEN,
                        refused(() -> service.create(actor, "bob", applicant(null), password())).kind());
                assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> service.change(actor, "anna", 1, applicant(null))).kind());
            }
        }
    }

    @Test
    public void onlyAnAdministratorTouchesThoseWhoRunTheServer() {
        for (Role high : List.of(Role.OPERATOR, Role.AUDITOR, Role.ADMIN)) {
            Profile wanted = new Profile(Set.of(high), true, null, null);
            assertEquals("administrator-needed", refused(() -> service.create(OLGA, "max", wanted, password())).code());
        }
        service.create(ADMIN, "max", new Profile(Set.of(Role.AUDITOR), true, null, null), password());
        assertEquals("administrator-needed", refused(() -> service.setPassword(OLGA, "max", password())).code());
        assertEquals("administrator-needed", refused(() -> service.unlock(OLGA, "max")).code());
        assertEquals("administrator-needed", refused(() -> service.change(OLGA, "max", 1, applicant(null))).code());
        anna();
        assertEquals("administrator-needed",
                refused(() -> service.change(OLGA, "anna", 1, new Profile(Set.of(Role.ADMIN), true, null, null))).code());
        assertEquals(Set.of(Role.AUDITOR), store.accounts.get("max").roles());
    }

    @Test
    public void nobodyClosesTheOwnAccountOrTakesItsRolesAway() {
        service.create(ADMIN, "admin", new Profile(Set.of(Role.ADMIN), true, null, null), password());
        assertEquals("own-account",
                refused(() -> service.change(ADMIN, "admin", 1, new Profile(Set.of(Role.ADMIN), false, null, null))).code());
        assertEquals("own-account",
                refused(() -> service.change(ADMIN, "admin", 1, new Profile(Set.of(Role.OPERATOR), true, null, null))).code());
        service.change(ADMIN, "admin", 1, new Profile(Set.of(Role.ADMIN), true, "13800000009", null));
    }

    @Test
    public void allThatIsWrongWithAnAccountIsToldAtOnce() {
        Refusal refusal = refused(() -> service.create(OLGA, "An na", new Profile(Set.of(), true, "123", "x"), password()));
        assertEquals(List.of("/name", "/roles", "/phone", "/email"), refusal.findings().stream().map(Finding::pointer).toList());
        assertEquals("/password", refused(() -> service.create(OLGA, "anna", applicant(null), "short".toCharArray()))
                .findings().get(0).pointer());
    }

    @Test
    public void weakPasswordsAreRefused() {
        for (String weak : List.of("", "elevensigns", "aaaabbbbcccc", "my name is anna", "x".repeat(129))) {
            assertTrue(weak, Passwords.weakness(weak.toCharArray(), "anna") != null);
        }
        assertEquals(null, Passwords.weakness("four plain words".toCharArray(), "anna"));
    }

    @Test
    public void aPhoneNumberBelongsToOneAccount() {
        anna();
        assertEquals("account-taken", refused(() -> service.create(OLGA, "bob", applicant("13800000001"), password())).code());
        service.create(OLGA, "bob", applicant(null), password());
        assertEquals("account-taken", refused(() -> service.change(OLGA, "bob", 1, applicant("13800000001"))).code());
    }

    @Test
    @Requirement("E-01")
    public void selfRegistrationIsASwitchAndOtherwiseNamesThePhone() {
        Refusal closed = refused(() -> service.register("zoe", password(), "192.0.2.5"));
        assertEquals(Refusal.Kind.FORBIDDEN, closed.kind());
        assertTrue(closed.getMessage(), closed.getMessage().contains("400-080-1100"));
        Account zoe = service(true).register("zoe", password(), "192.0.2.5");
        assertEquals("an applicant and nothing more", Set.of(Role.APPLICANT), zoe.roles());
        assertEquals(List.of("zoe account.register zoe {active=true, roles=APPLICANT}"), audit.entries);
    }

    @Test
    public void theOwnPasswordChangesWithThePresentOneOnly() {
        anna();
        char[] wanted = "another horse 7".toCharArray();
        credentials.addSession("d", new StoredSession("anna", Instant.EPOCH, Instant.EPOCH));
        assertEquals("password-wrong", refused(() -> service.changePassword(ANNA, wanted, wanted)).code());
        service.changePassword(ANNA, password(), wanted);
        assertTrue(hashing.passwords().matches(wanted, store.logIns.get("anna").passwordHash()));
        assertEquals("sessions end", Optional.empty(), credentials.session("d"));
        service.setPassword(OLGA, "anna", password());
        assertTrue(hashing.passwords().matches(password(), store.logIns.get("anna").passwordHash()));
        assertEquals("anna", service.own(ANNA).name());
    }
}
