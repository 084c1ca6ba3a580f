package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.account.Account;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore.Marks;

public class FirstStartTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MemoryAccounts store = new MemoryAccounts();
    private final Passwords passwords = new Passwords(64, 1);

    private void start(boolean demo) {
        new FirstStart(store, store, passwords, demo, etc());
    }

    @Test
    public void anEmptyStoreGetsAnAdministrator() throws Exception {
        start(false);
        assertEquals(Set.of("admin"), store.accounts.keySet());
        assertEquals(Set.of(Role.ADMIN), store.accounts.get("admin").roles());
        String password = shown().getProperty("admin");
        assertEquals(20, password.length());
        assertTrue(passwords.matches(password.toCharArray(), store.logIns.get("admin").passwordHash()));
    }

    @Test
    public void theDemonstrationGetsOneAccountPerRole() throws Exception {
        start(true);
        assertEquals(Set.of("admin", "operator", "specialist", "applicant"), store.accounts.keySet());
        assertEquals(Set.of(Role.APPLICANT), store.accounts.get("applicant").roles());
        assertEquals("all differ", 4, Set.copyOf(shown().values()).size());
    }

    @Test
    public void onlyTheServersUserMayReadThePasswords() throws Exception {
        start(false);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    public void anotherServerGetsAnotherPassword() throws Exception {
        start(false);
        Path other = folder.newFolder().toPath();
        new FirstStart(new MemoryAccounts(), store, passwords, false, other);
        assertNotEquals(Files.readString(file()), Files.readString(other.resolve(FirstStart.FILE)));
    }

    @Test
    public void aStoreWithAccountsStaysAsItIs() {
        store.insert(new Account("karl", 1, Set.of(Role.ADMIN), null, true, null, null, Instant.EPOCH, null), Marks.NONE, null);
        start(true);
        assertEquals(Set.of("karl"), store.accounts.keySet());
        assertFalse(Files.exists(file()));
    }

    @Test
    public void anInterruptedFirstStartIsCompleted() throws Exception {
        store.failAt = "specialist";
        assertThrows(IllegalStateException.class, () -> start(true));
        assertFalse(Files.exists(file()));
        store.failAt = null;
        start(true);
        for (String name : store.accounts.keySet()) {
            assertTrue(name, passwords.matches(shown().getProperty(name).toCharArray(),
                    store.logIns.get(name).passwordHash()));
        }
    }

    @Test
    public void passwordsThatAnotherServerDidNotTakeAreNotShown() {
        store.takenMeanwhile = true;
        start(false);
        assertFalse(Files.exists(file()));
        assertFalse(Files.exists(etc().resolve(FirstStart.FILE + ".unfinished")));
    }

    private Properties shown() throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file())) {
            properties.load(reader);
        }
        return properties;
    }

    private Path etc() {
        return folder.getRoot().toPath();
    }

    private Path file() {
        return etc().resolve(FirstStart.FILE);
    }
}
