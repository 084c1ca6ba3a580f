package org.openbeian.security.crypt;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.key.WrappedKey;

public class FileKeyVaultTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final byte[] key = DataCipher.newKey();
    private Path file;
    private KeyVault vault;

    @Before
    public void firstStart() {
        file = folder.getRoot().toPath().resolve("openbeian.vault");
        vault = again();
    }

    private KeyVault again() {
        return new FileKeyVault(file, new CryptSettings());
    }

    @Test
    public void theFirstStartMakesAFileThatOnlyItsOwnerReads() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        vault.putSecret("smtp", "päss=word # 密码");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(Optional.of("päss=word # 密码"), again().secret("smtp"));
        assertEquals(vault.currentMaster(), again().currentMaster());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals("no draft stays behind", List.of(file), files.toList());
        }
    }

    @Test
    public void aKeyIsUnwrappedByTheMasterKeyAndContextItWasWrappedWith() {
        WrappedKey wrapped = vault.wrap(key, "order-1");
        assertArrayEquals(key, again().unwrap(wrapped, "order-1"));
        assertThrows(IllegalStateException.class, () -> vault.unwrap(wrapped, "order-2"));
        assertThrows(IllegalStateException.class, () -> vault.unwrap(new WrappedKey("m-other", wrapped.bytes()), "order-1"));
        assertFalse("nothing of a key is shown", wrapped.toString().contains("@"));
    }

    @Test
    public void aNewMasterKeyWrapsAndTheOldOneUnwrapsUntilItIsRemoved() {
        WrappedKey wrapped = vault.wrap(key, "o");
        String old = vault.currentMaster();
        String fresh = vault.addMaster();
        assertNotEquals(old, fresh);
        assertEquals(Set.of(old, fresh), again().masters());
        assertEquals(fresh, vault.wrap(key, "o").masterId());
        assertArrayEquals(key, vault.unwrap(wrapped, "o"));
        assertThrows(IllegalArgumentException.class, () -> vault.removeMaster(fresh));
        vault.removeMaster(old);
        assertThrows(IllegalStateException.class, () -> again().unwrap(wrapped, "o"));
    }

    @Test
    public void anotherNodesChangeOfTheFileIsSeen() {
        KeyVault other = again();
        WrappedKey wrapped = other.addMaster().isEmpty() ? null : other.wrap(key, "o");
        assertArrayEquals(key, vault.unwrap(wrapped, "o"));
        other.putSecret("b", "2");
        vault.putSecret("a", "1");
        assertEquals(List.of("a", "b"), again().secretNames());
        assertTrue(vault.removeSecret("b"));
        assertFalse(vault.removeSecret("b"));
        assertEquals(Optional.empty(), other.secret("b"));
    }

    @Test
    public void aConfigurationValueMayNameASecret() {
        vault.putSecret("smtp", "hidden");
        assertEquals("hidden", vault.resolve("secret:smtp", true));
        assertEquals("plain", vault.resolve("plain", false));
        assertEquals(null, vault.resolve(null, true));
        assertEquals("", vault.resolve("", true));
        String problem = assertThrows(IllegalStateException.class, () -> vault.resolve("secret:other", true)).getMessage();
        assertTrue(problem, problem.contains("beian:secret-set other"));
        assertThrows("not in production", IllegalArgumentException.class, () -> vault.resolve("plain", true));
    }

    @Test
    public void badNamesAndValuesAreRefused() {
        for (String name : List.of("", "A", "1a", "a b", "a/b", "a".repeat(81))) {
            assertThrows(name, IllegalArgumentException.class, () -> vault.putSecret(name, "v"));
        }
        assertThrows(IllegalArgumentException.class, () -> vault.putSecret("a", ""));
        assertThrows(IllegalArgumentException.class, () -> vault.putSecret("a", "x".repeat(10_001)));
        assertEquals(List.of(), vault.secretNames());
    }

    @Test
    public void aDamagedFileIsRefusedAndNotReplaced() throws IOException {
        for (String content : List.of("", "master.current = ***", "master.current = bS0x")) {
            Files.writeString(file, content);
            assertThrows(content, IllegalStateException.class, this::again);
            assertEquals(content, Files.readString(file));
        }
    }

    @Test
    public void whatOneVaultExportsAnotherTakesIn() {
        vault.putSecret("smtp", "hidden");
        WrappedKey wrapped = vault.wrap(key, "o");
        KeyVault other = new FileKeyVault(folder.getRoot().toPath().resolve("other"), new CryptSettings());
        String others = other.currentMaster();
        other.importAll(vault.exportAll());
        assertEquals(vault.currentMaster(), other.currentMaster());
        assertEquals("its own key stays", Set.of(others, vault.currentMaster()), other.masters());
        assertArrayEquals(key, other.unwrap(wrapped, "o"));
        assertEquals(Optional.of("hidden"), other.secret("smtp"));
        assertThrows(IllegalStateException.class, () -> other.importAll("secret.a = YQ==".getBytes(StandardCharsets.UTF_8)));
    }
}
