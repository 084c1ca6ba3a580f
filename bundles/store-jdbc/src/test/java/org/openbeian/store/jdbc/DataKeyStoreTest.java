package org.openbeian.store.jdbc;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.key.WrappedKey;
import org.openbeian.api.store.DataKeyStore.DataKey;

public class DataKeyStoreTest extends OnBothDatabases {

    private JdbcDataKeyStore keys;

    @Before
    public void open() {
        keys = new JdbcDataKeyStore(database);
    }

    @Test
    public void aScopeKeepsItsFirstKey() {
        assertEquals(Optional.empty(), keys.find("o1"));
        assertEquals("a", keys.add(key("a", "o1", "m1")).id());
        assertEquals("a", keys.add(key("b", "o1", "m1")).id());
        DataKey found = anotherNode().find("o1").orElseThrow();
        assertEquals("a o1 m1", found.id() + " " + found.scope() + " " + found.wrapped().masterId());
        assertArrayEquals(new byte[] {1, 2, 3}, found.wrapped().bytes());
    }

    @Test
    public void ofManyKeysThoseHoldThatWereThere() {
        keys.add(key("a", "o1", "m1"));
        Map<String, DataKey> hold = database.call(() -> keys.add(List.of(key("b", "o1", "m1"), key("c", "o2", "m1"))));
        assertEquals("a c", hold.get("o1").id() + " " + hold.get("o2").id());
        Map<String, DataKey> found = anotherNode().find(List.of("o1", "o2", "o3"));
        assertEquals(Set.of("o1", "o2"), found.keySet());
        assertEquals("a c", found.get("o1").id() + " " + found.get("o2").id());
        assertEquals(Set.of("o4"), database.call(() -> keys.add(List.of(key("d", "o4", "m1")))).keySet());
        assertEquals(Map.of(), keys.find(List.of()));
    }

    @Test
    public void ofTwoWhoMakeAKeyAtOnceBothGetTheSame() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<String> second = database.call(() -> {
                assertEquals("a", keys.add(key("a", "o1", "m1")).id());
                return other.submit(() -> database.call(() -> keys.add(key("b", "o1", "m1")).id()));
            });
            assertEquals("a", second.get(20, TimeUnit.SECONDS));
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    public void aKeyOfARolledBackTransactionIsForgotten() {
        assertThrows(IllegalArgumentException.class, () -> database.call(() -> {
            keys.add(key("a", "o1", "m1"));
            assertEquals("its own transaction sees it", "a", keys.find("o1").orElseThrow().id());
            throw new IllegalArgumentException("something else failed");
        }));
        assertEquals(Optional.empty(), keys.find("o1"));
    }

    @Test
    public void aDestroyedKeyIsNotFoundAgain() {
        keys.add(key("a", "o1", "m1"));
        assertThrows(IllegalArgumentException.class, () -> database.call(() -> {
            assertEquals(Optional.of("a"), keys.destroy("o1"));
            throw new IllegalArgumentException("something else failed");
        }));
        assertTrue("the destruction was rolled back", keys.find("o1").isPresent());
        assertEquals(Optional.of("a"), keys.destroy("o1"));
        assertEquals(Optional.empty(), keys.find("o1"));
        assertEquals(Optional.empty(), keys.destroy("o1"));
        assertEquals("the scope may begin anew", "b", keys.add(key("b", "o1", "m1")).id());
    }

    @Test
    public void aReaderWhoWasSlowDoesNotBringADestroyedKeyBack() {
        anotherNode().add(key("a", "o1", "m1"));
        database.call(() -> {
            assertTrue("read, and to be remembered at the end of this transaction", keys.find("o1").isPresent());
            ExecutorService destroyer = Executors.newSingleThreadExecutor();
            try {
                return destroyer.submit(() -> keys.destroy("o1")).get(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError(e);
            } finally {
                destroyer.shutdownNow();
            }
        });
        assertEquals(Optional.empty(), keys.find("o1"));
    }

    @Test
    public void knownKeysCostNoQuestion() {
        keys.add(key("a", "o1", "m1"));
        database.update("delete from data_key");
        assertTrue("remembered", keys.find("o1").isPresent());
    }

    @Test
    public void keysOfAnOldMasterAreFoundAndRewrapped() {
        keys.add(key("a", "o1", "m1"));
        keys.add(key("b", "o2", "m1"));
        keys.add(key("c", "o3", "m2"));
        assertEquals(Map.of("m1", 2L, "m2", 1L), keys.countByMaster());
        List<DataKey> old = keys.notUnder("m2", 1);
        assertEquals(1, old.size());
        assertTrue(keys.rewrap(key(old.get(0).id(), old.get(0).scope(), "m2")));
        assertEquals(Map.of("m1", 1L, "m2", 2L), keys.countByMaster());
        assertFalse("destroyed meanwhile", keys.rewrap(key("x", "o9", "m2")));
    }

    private JdbcDataKeyStore anotherNode() {
        return new JdbcDataKeyStore(new Database(database.pool(), database.dialect(), () -> false));
    }

    private static DataKey key(String id, String scope, String master) {
        return new DataKey(id, scope, new WrappedKey(master, new byte[] {1, 2, 3}));
    }
}
