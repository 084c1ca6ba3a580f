package org.openbeian.security.crypt;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.store.ErasureStore;

public class KeyErasuresTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MemoryKeys keys = new MemoryKeys();
    private final Fakes around = new Fakes();
    private final Rows rows = new Rows();
    private final ClearKeys clearKeys = new ClearKeys();
    private final KeyErasures erasures = new KeyErasures(around, rows, keys, clearKeys, around);
    private EncryptedPersonalData data;
    private byte[] stored;

    /** o1 is at its end, o2 is open; both are alice's. */
    private static final class Rows implements ErasureStore {

        private final List<ErasureCertificate> certificates = new ArrayList<>();
        private List<String> open = List.of("o2");

        @Override
        public Belongings belongings(ErasureKind kind, String id) {
            return switch (id) {
                case "o1" -> new Belongings(List.of("o1"), List.of("o1"), List.of());
                case "alice" -> new Belongings(List.of("account:alice", "o1", "o2"), List.of("o1", "o2"), open);
                default -> new Belongings(List.of(), List.of(), List.of());
            };
        }

        @Override
        public Map<String, Long> strip(ErasureKind kind, String id, Belongings belongings) {
            return Map.of("pictures", 2L);
        }

        @Override
        public void add(ErasureCertificate certificate) {
            certificates.add(certificate);
        }

        @Override
        public Optional<ErasureCertificate> find(String certificateId) {
            return certificates.stream().filter(one -> one.id().equals(certificateId)).findFirst();
        }

        @Override
        public List<ErasureCertificate> list(int limit) {
            return certificates;
        }
    }

    @Before
    public void open() {
        Path vault = folder.getRoot().toPath().resolve("vault");
        data = new EncryptedPersonalData(keys, new FileKeyVault(vault, new CryptSettings()), new CryptSettings(), clearKeys);
        stored = data.protect("o1", new byte[] {1});
        data.protect("o2", new byte[] {2});
        data.protect("account:alice", new byte[] {3});
    }

    @Test
    public void theKeyIsGoneAndACertificateSaysSo() {
        String key = keys.keys.get("o1").id();
        assertEquals(List.of("o1"), erasures.plan(ErasureKind.ORDER, "o1"));
        ErasureCertificate certificate = erasures.erase(Fakes.OLGA, ErasureKind.ORDER, "o1", "asked for by letter");
        assertThrows(DataErased.class, () -> data.reveal("o1", stored));
        assertEquals("not even in memory", null, clearKeys.find(key));
        assertEquals(Map.of("o1", key), certificate.keys());
        assertEquals(Map.of("pictures", 2L), certificate.removed());
        assertEquals("olga asked for by letter", certificate.account() + " " + certificate.reason());
        assertEquals(64, certificate.hash().length());
        assertEquals(Optional.of(certificate), erasures.find(certificate.id()));
        assertEquals(List.of("olga data.erase order o1 asked for by letter"), around.audit);
        assertEquals("other data is untouched", Set.of("o2", "account:alice"), keys.keys.keySet());
    }

    @Test
    public void nothingIsErasedWhileAnOrderIsOpen() {
        Refusal refusal = assertThrows(Refusal.class, () -> erasures.erase(Fakes.OLGA, ErasureKind.ACCOUNT, "alice", "r"));
        assertEquals(Refusal.Kind.WRONG_STATE, refusal.kind());
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("o2"));
        assertEquals(3, keys.keys.size());
        assertEquals(List.of(), around.audit);
        rows.open = List.of();
        assertEquals(3, erasures.erase(Fakes.OLGA, ErasureKind.ACCOUNT, "alice", "r").keys().size());
        assertEquals(Map.of(), keys.keys);
    }

    @Test
    public void whatIsUnknownOrErasedAlreadyIsRefused() {
        assertEquals(Refusal.Kind.NOT_FOUND,
            assertThrows(Refusal.class, () -> erasures.erase(Fakes.OLGA, ErasureKind.ORDER, "o9", "r")).kind());
        assertEquals(Refusal.Kind.INVALID,
            assertThrows(Refusal.class, () -> erasures.erase(Fakes.OLGA, ErasureKind.ORDER, "o1", " ")).kind());
        ErasureCertificate first = erasures.erase(Fakes.OLGA, ErasureKind.ORDER, "o1", "r");
        assertEquals("nothing-to-erase",
            assertThrows(Refusal.class, () -> erasures.erase(Fakes.OLGA, ErasureKind.ORDER, "o1", "r")).code());
        rows.open = List.of();
        assertNotEquals(first.hash(), erasures.erase(Fakes.OLGA, ErasureKind.ACCOUNT, "alice", "r").hash());
    }
}
