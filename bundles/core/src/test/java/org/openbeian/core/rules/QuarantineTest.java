package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Who is quarantined after the process ended in the middle of calls. */
public class QuarantineTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path directory;
    private Path note;

    @Before
    public void findPlaces() {
        directory = folder.getRoot().toPath().resolve("plugins");
        note = folder.getRoot().toPath().resolve("out-of-memory");
    }

    @Test
    public void afterOutOfMemoryThoseBeingCalledAreQuarantinedAndStaySo() throws IOException {
        Quarantine before = Quarantine.open(directory, note);
        before.slot("idle/1");
        CallLedger.Slot over = before.slot("over/1");
        over.enter();
        over.leave();
        before.slot("greedy/1").enter();
        Files.createFile(note);
        Quarantine after = Quarantine.open(directory, note);
        assertNotNull(after.reason("greedy/1"));
        assertNull(after.reason("over/1"));
        assertNull(after.reason("idle/1"));
        assertNull("a new version is another plugin", after.reason("greedy/2"));
        assertFalse(Files.exists(note));
        assertNotNull(Quarantine.open(directory, note).reason("greedy/1"));
        after.release("greedy/1");
        assertNull(Quarantine.open(directory, note).reason("greedy/1"));
    }

    @Test
    public void afterAnotherEndNobodyIsQuarantined() {
        Quarantine.open(directory, note).slot("innocent/1").enter();
        assertNull(Quarantine.open(directory, note).reason("innocent/1"));
    }

    @Test
    public void aDamagedFileDoesNotStopTheStart() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("quarantine.properties"), "x=\\uzzzz");
        Files.writeString(directory.resolve("calls"), "nonsense");
        assertNull(Quarantine.open(directory, note).reason("x"));
    }

    @Test
    public void slotsAreUsedAgain() {
        Quarantine quarantine = Quarantine.inMemory();
        for (int i = 0; i < 1_000; i++) {
            CallLedger.Slot slot = quarantine.slot("plugin/" + i);
            slot.enter();
            slot.free();
            slot.leave();
        }
        CallLedger ledger = CallLedger.inMemory();
        for (int i = 0; i < 200; i++) {
            ledger.slot("plugin/" + i).enter();
        }
        assertEquals(128, ledger.interrupted().size());
    }
}
