package org.openbeian.security.crypt;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.key.KeyRotation.Status;
import org.openbeian.api.key.KeyVault;

public class MasterKeyRotationTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MemoryKeys keys = new MemoryKeys();
    private final Fakes around = new Fakes();
    private KeyVault vault;
    private String first;

    @Before
    public void open() {
        vault = new FileKeyVault(folder.getRoot().toPath().resolve("vault"), new CryptSettings());
        first = vault.currentMaster();
    }

    private MasterKeyRotation rotation() {
        return new MasterKeyRotation(vault, keys, around, around, around, Clock.systemUTC());
    }

    private EncryptedPersonalData data() {
        return new EncryptedPersonalData(keys, vault, new CryptSettings(), new ClearKeys());
    }

    @Test
    public void allKeysComeUnderTheNewMasterAndDataStaysReadable() {
        byte[] stored = data().protect("o0", new byte[] {7});
        for (int i = 1; i < 450; i++) {
            data().protect("o" + i, new byte[] {1});
        }
        MasterKeyRotation rotation = rotation();
        assertEquals("nothing to do", List.of(), around.scheduled);
        Status begun = rotation.rotate(Fakes.OLGA);
        assertEquals(450, begun.remaining());
        assertEquals(List.of("key-rotation"), around.scheduled);
        assertEquals(List.of("olga key.rotate master-key " + vault.currentMaster()), around.audit);
        assertArrayEquals("in between", new byte[] {7}, data().reveal("o0", stored));
        assertEquals(Optional.empty(), rotation.run("all"));
        assertEquals(Map.of(first, 0L, vault.currentMaster(), 450L), rotation.status().keys());
        assertEquals(0, rotation.status().remaining());
        rotation.retire(Fakes.OLGA, first);
        assertArrayEquals("without the old master", new byte[] {7}, data().reveal("o0", stored));
    }

    @Test
    public void aRestartGoesOn() {
        data().protect("o1", new byte[] {1});
        rotation().rotate(Fakes.OLGA);
        around.scheduled.clear();
        rotation();
        assertEquals(List.of("key-rotation"), around.scheduled);
    }

    @Test
    public void onlyAMasterThatWrapsNothingIsRetired() {
        data().protect("o1", new byte[] {1});
        MasterKeyRotation rotation = rotation();
        assertThrows("current", IllegalArgumentException.class, () -> rotation.retire(Fakes.OLGA, first));
        rotation.rotate(Fakes.OLGA);
        assertThrows("in use", IllegalArgumentException.class, () -> rotation.retire(Fakes.OLGA, first));
        assertThrows("unknown", IllegalArgumentException.class, () -> rotation.retire(Fakes.OLGA, "m-0"));
        rotation.run("all");
        rotation.retire(Fakes.OLGA, first);
        assertEquals(Map.of(vault.currentMaster(), 1L), rotation.status().keys());
        assertEquals("olga key.retire master-key " + first, around.audit.get(1));
    }
}
