package org.openbeian.security.crypt;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.security.PersonalData.Clear;

public class EncryptedPersonalDataTest {

    private static final byte[] CLEAR = "张小明 440301199001011234".getBytes(StandardCharsets.UTF_8);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MemoryKeys keys = new MemoryKeys();
    private KeyVault vault;
    private PersonalData data;

    @Before
    public void open() throws IOException {
        vault = new FileKeyVault(folder.getRoot().toPath().resolve("vault"), new CryptSettings());
        data = again();
    }

    private PersonalData again() {
        return new EncryptedPersonalData(keys, vault, new CryptSettings(), new ClearKeys());
    }

    @Test
    public void dataComesBackAndIsNotReadableInBetween() {
        byte[] stored = data.protect("order-1", CLEAR);
        assertFalse(new String(stored, StandardCharsets.UTF_8).contains("张小明"));
        assertArrayEquals(CLEAR, data.reveal("order-1", stored));
        assertArrayEquals("after a restart", CLEAR, again().reveal("order-1", stored));
        assertArrayEquals(new byte[0], data.reveal("order-1", data.protect("order-1", new byte[0])));
        assertFalse("never twice the same", Arrays.equals(stored, data.protect("order-1", CLEAR)));
    }

    @Test
    public void eachScopeHasAKeyOfItsOwn() {
        byte[] stored = data.protect("order-1", CLEAR);
        data.protect("order-1", CLEAR);
        data.protect("order-2", CLEAR);
        assertEquals(2, keys.keys.size());
        assertNotEquals(keys.keys.get("order-1").id(), keys.keys.get("order-2").id());
        assertThrows(IllegalStateException.class, () -> data.reveal("order-2", stored));
        keys.keys.put("order-3", new MemoryKeys.DataKey(keys.keys.get("order-1").id(), "order-3",
            keys.keys.get("order-1").wrapped()));
        assertThrows("a key is bound to its scope", IllegalStateException.class, () -> again().reveal("order-3", stored));
    }

    @Test
    public void manyAreProtectedAsEachWouldBe() {
        byte[] before = data.protect("order-1", CLEAR);
        List<byte[]> stored = again().protect(List.of(new Clear("order-2", CLEAR), new Clear("order-1", new byte[] {1}),
            new Clear("order-3", new byte[0]), new Clear("order-2", CLEAR)));
        assertEquals("a key for each scope", 3, keys.keys.size());
        assertArrayEquals(CLEAR, data.reveal("order-2", stored.get(0)));
        assertArrayEquals(new byte[] {1}, data.reveal("order-1", stored.get(1)));
        assertArrayEquals(new byte[0], data.reveal("order-3", stored.get(2)));
        assertArrayEquals(CLEAR, again().reveal("order-2", stored.get(3)));
        assertFalse(Arrays.equals(stored.get(0), stored.get(3)));
        assertFalse(new String(stored.get(0), StandardCharsets.UTF_8).contains("张小明"));
        assertThrows(IllegalStateException.class, () -> data.reveal("order-1", stored.get(0)));
        assertArrayEquals(CLEAR, data.reveal("order-1", before));
        assertEquals(List.of(), data.protect(List.of()));
    }

    @Test
    public void aChangedBitIsNoticed() {
        byte[] stored = data.protect("order-1", CLEAR);
        for (int at = 0; at < stored.length; at++) {
            byte[] changed = stored.clone();
            changed[at] ^= 1;
            assertThrows("byte " + at, IllegalStateException.class, () -> data.reveal("order-1", changed));
        }
        assertThrows(IllegalStateException.class, () -> data.reveal("order-1", Arrays.copyOf(stored, 20)));
        assertThrows("plain data is not taken for encrypted", IllegalStateException.class,
            () -> data.reveal("order-1", new byte[] {0, 1, 2}));
    }

    @Test
    public void withoutItsKeyDataIsGoneAndNewDataGetsAnotherKey() {
        byte[] before = data.protect("account:alice", CLEAR);
        keys.destroy("account:alice");
        assertThrows(DataErased.class, () -> data.reveal("account:alice", before));
        byte[] after = data.protect("account:alice", CLEAR);
        assertArrayEquals(CLEAR, data.reveal("account:alice", after));
        assertThrows(DataErased.class, () -> data.reveal("account:alice", before));
    }

    @Test
    public void aVaultOfAnotherDatabaseIsRefused() throws IOException {
        data.protect("order-1", CLEAR);
        KeyVault other = new FileKeyVault(folder.getRoot().toPath().resolve("other"), new CryptSettings());
        String refusal = assertThrows(IllegalStateException.class,
            () -> new EncryptedPersonalData(keys, other, new CryptSettings(), new ClearKeys())).getMessage();
        assertTrue(refusal, refusal.contains(vault.currentMaster()));
    }
}
