package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore.LogIn;
import org.openbeian.api.store.AccountStore.Marks;
import org.openbeian.testkit.Requirement;

public class AccountStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");
    private static final Marks MARKS = new Marks("p1", "e1");

    private JdbcAccountStore store() {
        return new JdbcAccountStore(database, new Samples.FakePersonalData());
    }

    private static Account anna() {
        return new Account("anna", 1, Set.of(Role.APPLICANT), null, true, "13800000001", "anna@example.com", NOW, null);
    }

    @Test
    @Requirement("T-02")
    public void anAccountIsFoundByNameAndByItsContacts() {
        JdbcAccountStore store = store();
        assertTrue(store.insert(anna(), MARKS, "hash"));
        assertEquals(Optional.of(anna()), store.find("anna"));
        assertEquals(Optional.of("anna"), store.byMark("p1"));
        assertEquals(Optional.of("anna"), store.byMark("e1"));
        assertEquals(Optional.empty(), store.byMark("p2"));
        assertEquals(Optional.of(new LogIn("anna", Set.of(Role.APPLICANT), true, "hash", 0, null)), store.logIn("anna"));
        assertEquals(Optional.empty(), store.logIn("bob"));
    }

    @Test
    public void aNameOrAContactBelongsToOneAccountOnly() {
        JdbcAccountStore store = store();
        store.insert(anna(), MARKS, "hash");
        Account bob = new Account("bob", 1, Set.of(), null, true, null, null, NOW, null);
        assertFalse("name", store.insert(anna(), Marks.NONE, "other"));
        assertFalse("phone", store.insert(bob, new Marks("p1", null), null));
        assertTrue(store.insert(bob, Marks.NONE, null));
        assertFalse("e-mail", store.update(bob.with(Set.of(), true, null, null), new Marks(null, "e1")));
        assertEquals("hash", store.logIn("anna").orElseThrow().passwordHash());
        assertEquals(List.of("anna", "bob"), store.list(null, 9).stream().map(Account::name).toList());
        assertEquals(List.of("bob"), store.list("anna", 9).stream().map(Account::name).toList());
    }

    @Test
    public void accountsInUseAreFoundByRole() {
        JdbcAccountStore store = store();
        store.insert(new Account("olga", 1, Set.of(Role.OPERATOR, Role.AUDITOR), null, true, null, null, NOW, null), Marks.NONE, null);
        store.insert(new Account("oscar", 1, Set.of(Role.SPECIALIST, Role.OPERATOR), null, true, null, null, NOW, null), Marks.NONE, null);
        store.insert(new Account("otto", 1, Set.of(Role.OPERATOR), null, false, null, null, NOW, null), Marks.NONE, null);
        assertEquals(List.of("olga", "oscar"), store.withRole(Role.OPERATOR, 9));
        assertEquals(List.of("olga"), store.withRole(Role.OPERATOR, 1));
        assertEquals(List.of(), store.withRole(Role.ADMIN, 9));
    }

    @Test
    public void aChangeCountsOnTheVersionThatWasRead() {
        JdbcAccountStore store = store();
        store.insert(anna(), MARKS, "hash");
        Account changed = anna().with(Set.of(Role.APPLICANT, Role.AUDITOR), false, null, "a@example.com");
        assertTrue(store.update(changed, new Marks(null, "e2")));
        assertFalse("a second time", store.update(changed, new Marks(null, "e2")));
        assertEquals(Optional.of(changed), store.find("anna"));
        assertEquals("the number is free again", Optional.empty(), store.byMark("p1"));
        assertFalse(store.logIn("anna").orElseThrow().active());
    }

    @Test
    public void realNamesAreProtectedAndContactsStayFindable() {
        JdbcAccountStore store = store();
        store.insert(anna(), MARKS, "hash");
        Account named = anna().with(new RealName(CertificateType.RESIDENT_ID, "440305190001011234", "张小明", NOW));
        assertTrue(store.keep(named));
        assertFalse("a second time", store.keep(named));
        assertEquals(Optional.of(named), store.find("anna"));
        assertEquals(Optional.of("anna"), store.byMark("p1"));
        assertFalse(new String(database.first("select document from account", row -> row.getBytes(1)).orElseThrow(),
            StandardCharsets.UTF_8).contains("张小明"));
        Account moved = named.with(Set.of(), true, null, null);
        assertEquals("a change of contacts keeps it", named.realName(), moved.realName());
    }

    @Test
    public void failuresAreCountedUntilTheyAreForgiven() {
        JdbcAccountStore store = store();
        store.insert(anna(), MARKS, "hash");
        assertEquals(1, store.fail("anna"));
        assertEquals(2, store.fail("anna"));
        assertEquals("nobody", 0, store.fail("bob"));
        store.lock("anna", NOW.plusSeconds(60));
        assertEquals(NOW.plusSeconds(60), store.find("anna").orElseThrow().lockedUntil());
        store.forgive("anna");
        assertEquals(new LogIn("anna", Set.of(Role.APPLICANT), true, "hash", 0, null), store.logIn("anna").orElseThrow());
        store.fail("anna");
        store.lock("anna", NOW);
        store.setPassword("anna", "other");
        assertEquals(new LogIn("anna", Set.of(Role.APPLICANT), true, "other", 0, null), store.logIn("anna").orElseThrow());
    }

    @Test
    public void contactsAreNotReadableInTheTable() {
        JdbcAccountStore store = store();
        store.insert(anna(), MARKS, "hash");
        byte[] stored = database.first("select document from account", row -> row.getBytes(1)).orElseThrow();
        assertFalse(new String(stored, StandardCharsets.UTF_8).contains("13800000001"));
    }
}
