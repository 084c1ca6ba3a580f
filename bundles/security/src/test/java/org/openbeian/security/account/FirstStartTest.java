package org.openbeian.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FirstStartTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeEngine users = new FakeEngine();

    @Test
    public void anEmptyRealmGetsOneAccountPerRole() throws Exception {
        new FirstStart(users, null, null, etc());
        assertEquals(Set.of("admin", "operator", "specialist", "applicant"), users.passwords.keySet());
        Properties shown = shown();
        assertEquals(users.passwords, shown);
        assertEquals("all differ", 4, Set.copyOf(users.passwords.values()).size());
        users.passwords.values().forEach(password -> assertEquals(20, password.length()));
        assertTrue(users.roles.get("admin").contains("admin"));
        assertEquals("[applicant]", users.roles.get("applicant").toString());
    }

    @Test
    public void onlyTheServersUserMayReadThePasswords() throws Exception {
        new FirstStart(users, null, null, etc());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    public void anotherServerGetsOtherPasswords() throws Exception {
        new FirstStart(users, null, null, etc());
        FakeEngine others = new FakeEngine();
        new FirstStart(others, null, null, folder.newFolder().toPath());
        assertNotEquals(users.passwords, others.passwords);
    }

    @Test
    public void aRealmWithUsersStaysAsItIs() {
        users.addUser("karl", "secret");
        new FirstStart(users, null, null, etc());
        assertEquals(Set.of("karl"), users.passwords.keySet());
        assertFalse(Files.exists(file()));
    }

    @Test
    public void anInterruptedFirstStartIsCompleted() throws Exception {
        users.failAt = "specialist";
        assertThrows(IllegalStateException.class, () -> new FirstStart(users, null, null, etc()));
        assertFalse(Files.exists(file()));
        users.failAt = null;
        new FirstStart(users, null, null, etc());
        assertEquals(users.passwords, shown());
    }

    @Test
    public void theUsersFileIsReplacedAtOnceAndNeverSeenHalfWritten() throws Exception {
        Path file = Files.writeString(folder.newFile("users.properties").toPath(), "# users");
        FakeEngine draft = new FakeEngine();
        new FirstStart(users, file, written -> {
            assertNotEquals(file, written);
            try {
                assertEquals("# users", Files.readString(written));
                Files.writeString(written, "all accounts");
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return draft;
        }, etc());
        assertEquals("all accounts", Files.readString(file));
        assertEquals(draft.passwords, shown());
        assertTrue("nothing is written past the draft", users.passwords.isEmpty());
    }

    @Test
    public void aDeletedAccountDoesNotComeBack() {
        new FirstStart(users, null, null, etc());
        users.passwords.remove("applicant");
        new FirstStart(users, null, null, etc());
        assertFalse(users.passwords.containsKey("applicant"));
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
