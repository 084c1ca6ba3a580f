package org.openbeian.store.jdbc;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.store.StoreUnavailable;

/** Large contents beside the embedded database. What both databases promise is in {@link SmallStoresTest}. */
public class ContentsTest {

    private static final byte[] BYTES = new byte[70_000];

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private JdbcConnectionPool pool;
    private Path files;
    private Database database;
    private Contents contents;

    @Before
    public void open() {
        new Random(7).nextBytes(BYTES);
        pool = TestDatabases.pool(TestDatabases.h2(temporary.getRoot().toPath()));
        Schema.migrate(pool, Dialect.H2);
        files = temporary.getRoot().toPath().resolve("files");
        database = new Database(pool, Dialect.H2, () -> true, new ContentFolder(files));
        contents = new Contents(database);
    }

    @After
    public void close() {
        pool.dispose();
    }

    @Test
    public void aContentIsAFileFromBeforeItsCommitToAfterItsRemoval() throws IOException {
        database.call(() -> {
            contents.put("a", "order", BYTES);
            assertEquals(List.of("a"), names());
            return null;
        });
        assertArrayEquals(BYTES, contents.get("a", "order"));
        database.call(() -> {
            contents.remove(List.of("a"));
            assertEquals("another transaction may still read it", List.of("a"), names());
            return null;
        });
        assertEquals(List.of(), names());
        assertNull(contents.get("a", "order"));
    }

    @Test
    public void whatATransactionLeftThatCameToNothingIsTrimmed() throws IOException {
        contents.put("kept", "order", BYTES);
        assertThrows(IllegalArgumentException.class, () -> database.call(() -> {
            contents.put("lost", "order", BYTES);
            throw new IllegalArgumentException();
        }));
        assertNull(contents.get("lost", "order"));
        Path half = files.resolve(String.format(Locale.ROOT, "%02x", "half".hashCode() & 0xFF)).resolve("half.part");
        Files.createDirectories(half.getParent());
        Files.write(half, BYTES);
        assertEquals("too young", 0, contents.trim(Instant.now().minusSeconds(3600), 1));
        for (String name : names()) {
            Files.setLastModifiedTime(find(name), FileTime.from(Instant.now().minusSeconds(7200)));
        }
        contents.put("new", "order", BYTES);
        assertEquals(2, contents.trim(Instant.now().minusSeconds(3600), 1));
        assertEquals(List.of("kept", "new"), names());
        assertArrayEquals(BYTES, contents.get("kept", "order"));
    }

    @Test
    public void aFileThatIsMissingOrCutIsNoticed() throws IOException {
        contents.put("a", "order", BYTES);
        Files.write(find("a"), new byte[5]);
        assertThrows(IllegalStateException.class, () -> contents.get("a", "order"));
        Files.delete(find("a"));
        assertThrows(IllegalStateException.class, () -> contents.get("a", "order"));
    }

    @Test
    public void aDiskThatTakesNothingIsAnOutageAndLeavesNoRow() throws IOException {
        Files.write(files, new byte[0]);
        assertThrows(StoreUnavailable.class, () -> contents.put("a", "order", BYTES));
        assertEquals(Long.valueOf(0), database.first("select count(*) from blob_file", row -> row.getLong(1)).orElseThrow());
    }

    @Test
    public void anIdCannotLeadOutOfTheFolder() {
        assertThrows(IllegalArgumentException.class, () -> contents.put("../a", "order", BYTES));
        assertThrows(IllegalArgumentException.class, () -> contents.put(".", "order", BYTES));
    }

    private List<String> names() {
        try (Stream<Path> found = Files.walk(files)) {
            return found.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> found = Files.walk(files)) {
            return found.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
