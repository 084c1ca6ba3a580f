package org.openbeian.store.jdbc;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.Backups.Backup;

public class BackupsTest extends OnBothDatabases {

    private static final Actor ADAM = new Actor("adam", Set.of(Role.ADMIN), "shell");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> imported = new ArrayList<>();
    private Set<String> masters = Set.of("m");
    private final KeyVault vault = (KeyVault) Proxy.newProxyInstance(KeyVault.class.getClassLoader(), new Class<?>[] {KeyVault.class},
        (proxy, method, arguments) -> switch (method.getName()) {
            case "exportAll" -> new byte[] {42};
            case "importAll" -> imported.add("" + ((byte[]) arguments[0])[0]) ? null : null;
            case "masters" -> masters;
            default -> throw new AssertionError(method);
        });
    private JdbcBackups backups;
    private Path directory;

    @Before
    public void open() {
        backups = new JdbcBackups(() -> database, () -> "1", Runnable::run, vault);
        directory = folder.getRoot().toPath().resolve("backup");
    }

    private void createOrder(String id) {
        database.call(() -> {
            Samples.KeyedPersonalData personalData = new Samples.KeyedPersonalData(new JdbcDataKeyStore(database));
            Order order = Samples.draft(id);
            new JdbcOrderStore(database, personalData).insert(order, Samples.entry(order, 1, OrderEvent.CREATED));
            new JdbcBlobStore(database, personalData).put("picture-" + id, id, id.getBytes(StandardCharsets.UTF_8));
            return null;
        });
    }

    private JdbcOrderStore orders() {
        return new JdbcOrderStore(database, new Samples.KeyedPersonalData(new JdbcDataKeyStore(database)));
    }

    private void becomeFresh() {
        database = TestDatabases.fresh(Dialect.valueOf(product));
    }

    @Test
    public void whatWasBackedUpComesBack() {
        createOrder("o1");
        createOrder("o2");
        JdbcSettingsStore settings = new JdbcSettingsStore(database);
        settings.put("zeichen", "表\n\"quoted\"\\");
        long submission = orders().nextSubmissionNo();
        Order before = orders().load("o1").orElseThrow();
        List<HistoryEntry> history = orders().history("o1", 0);
        Backup made = backups.create(directory, false);
        assertEquals(2L, (long) made.rows().get("filing_order"));
        assertEquals(made, backups.check(directory));
        assertFalse("no keys unless asked for", Files.exists(directory.resolve("openbeian.vault")));
        becomeFresh();
        new JdbcSettingsStore(database).put("of the fresh server", "x");
        backups.restore(ADAM, directory);
        assertEquals(before, orders().load("o1").orElseThrow());
        assertEquals(history, orders().history("o1", 0));
        assertEquals("表\n\"quoted\"\\", new JdbcSettingsStore(database).get("zeichen").orElseThrow());
        assertTrue("what the fresh server had is gone", new JdbcSettingsStore(database).get("of the fresh server").isEmpty());
        assertArrayEquals(new byte[] {'o', '1'},
            new JdbcBlobStore(database, new Samples.KeyedPersonalData(new JdbcDataKeyStore(database))).get("picture-o1", "o1"));
        assertTrue("numbers are not given twice", orders().nextSubmissionNo() > submission);
        orders().addVerdict("o1", 1, Samples.verdict(1));
        assertEquals("adam backup.restore", database.first("select account, action from audit_entry",
            row -> row.getString(1) + " " + row.getString(2)).orElseThrow());
        assertEquals(List.of(), imported);
    }

    @Test
    public void itIsTheStateOfOneMomentWhileOrdersComeAndPicturesGo() throws Exception {
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService writers = Executors.newFixedThreadPool(3);
        List<Future<Integer>> writing = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            String name = "w" + writer + "-";
            writing.add(writers.submit(() -> {
                int made = 0;
                while (go.get()) {
                    createOrder(name + made++);
                    if (made % 3 == 0) {
                        String gone = name + (made - 3);
                        database.call(() -> {
                            new Contents(database).remove(List.of("picture-" + gone));
                            return database.update("delete from order_event where order_id = ?", gone);
                        });
                    }
                }
                return made;
            }));
        }
        Await.until("orders come", () -> database.first("select count(*) from filing_order", row -> row.getLong(1) > 60).orElse(false));
        Backup made = backups.create(directory, false);
        go.set(false);
        for (Future<Integer> one : writing) {
            one.get(60, TimeUnit.SECONDS);
        }
        writers.shutdown();
        becomeFresh();
        backups.restore(ADAM, directory);
        assertTrue(made.rows().get("filing_order") > 60);
        JdbcBlobStore blobs = new JdbcBlobStore(database, new Samples.KeyedPersonalData(new JdbcDataKeyStore(database)));
        orders().list(new OrderQuery(null, null, null, false, null, 100_000)).forEach(order -> assertEquals(order.id(),
            orders().history(order.id(), 0).size(), blobs.get("picture-" + order.id(), order.id()) == null ? 0 : 1));
    }

    @Test
    public void keysGoAlongWhenAskedFor() {
        createOrder("o1");
        assertTrue(backups.create(directory, true).withKeys());
        becomeFresh();
        backups.restore(ADAM, directory);
        assertEquals(List.of("42"), imported);
    }

    @Test
    public void aBackupThatDoesNotFitIsRefusedAndNothingChanges() {
        createOrder("o1");
        backups.create(directory, false);
        refused("holds orders", directory);
        becomeFresh();
        masters = Set.of("other");
        refused("lacks the master keys [m]", directory);
        masters = Set.of("m");
        JdbcBackups newer = new JdbcBackups(() -> database, () -> "2", Runnable::run, vault);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> newer.restore(ADAM, directory)).getMessage().contains("schema 1"));
        Dialect other = database.dialect() == Dialect.H2 ? Dialect.POSTGRESQL : Dialect.H2;
        JdbcBackups elsewhere = new JdbcBackups(() -> TestDatabases.fresh(other), () -> "1", Runnable::run, vault);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> elsewhere.restore(ADAM, directory)).getMessage()
            .contains("was made on " + database.dialect()));
        assertEquals(Map.of(), orders().counts());
    }

    @Test
    public void damageIsFound() throws IOException {
        createOrder("o1");
        backups.create(directory, false);
        assertThrows("not into a used directory", IllegalArgumentException.class, () -> backups.create(directory, false));
        becomeFresh();
        Path table = directory.resolve("database/filing_order.jsonl.gz");
        byte[] good = Files.readAllBytes(table);
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 1;
        Files.write(table, bad);
        refused("database/filing_order.jsonl.gz is missing or was changed", directory);
        Files.delete(table);
        refused("database/filing_order.jsonl.gz is missing or was changed", directory);
        Files.write(table, good);
        Files.write(directory.resolve("files/more"), good);
        refused("files/more does not belong to it", directory);
        Files.delete(directory.resolve("files/more"));
        Files.writeString(directory.resolve("checksums.sha256"), "");
        refused("checksums.sha256 was changed", directory);
        Files.delete(directory.resolve("backup.json"));
        refused("no finished backup", directory);
    }

    private void refused(String why, Path from) {
        String message = assertThrows(IllegalArgumentException.class, () -> backups.restore(ADAM, from)).getMessage();
        assertTrue(message, message.contains(why));
    }
}
