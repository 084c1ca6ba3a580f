package org.openbeian.store.jdbc;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.account.ApiKeys.Key;
import org.openbeian.api.account.ExternalLogIns.Identity;
import org.openbeian.api.store.CredentialStore.StoredSession;

public class CredentialStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    private JdbcCredentialStore store() {
        return new JdbcCredentialStore(database, new Samples.FakePersonalData());
    }

    @Test
    public void sessionsEndOneByOneOrAllTogether() {
        JdbcCredentialStore store = store();
        StoredSession anna = new StoredSession("anna", NOW, NOW.plusSeconds(9));
        store.addSession("d1", anna);
        store.addSession("d2", anna);
        store.addSession("d3", new StoredSession("bob", NOW, NOW.plusSeconds(9)));
        assertEquals(Optional.of(anna), store.session("d1"));
        store.touchSession("d1", NOW.plusSeconds(5));
        assertEquals(NOW.plusSeconds(5), store.session("d1").orElseThrow().usedAt());
        store.removeSession("d2");
        assertEquals(Optional.empty(), store.session("d2"));
        store.removeSessions("anna");
        assertEquals(Optional.empty(), store.session("d1"));
        assertTrue(store.session("d3").isPresent());
        assertEquals(0, store.trim(NOW, 9));
        assertEquals(1, store.trim(NOW.plusSeconds(10), 9));
    }

    @Test
    public void aKeysSecretIsProtectedAndItsOwnerRevokesIt() {
        JdbcCredentialStore store = store();
        Key key = new Key("k1", "anna", "billing", NOW, NOW.plusSeconds(60), null);
        byte[] secret = "the-secret".getBytes(StandardCharsets.UTF_8);
        store.addKey(key, secret);
        store.addKey(new Key("k2", "anna", "newer", NOW.plusSeconds(1), null, null), secret);
        assertEquals(Optional.of(key), store.key("k1"));
        assertArrayEquals(secret, store.secret("k1").orElseThrow());
        assertFalse(new String(database.first("select secret from api_key", row -> row.getBytes(1)).orElseThrow(),
            StandardCharsets.UTF_8).contains("the-secret"));
        assertEquals(List.of("k2", "k1"), store.keys("anna").stream().map(Key::id).toList());
        assertFalse("another's", store.revokeKey("bob", "k1", NOW));
        assertTrue(store.revokeKey("anna", "k1", NOW));
        assertFalse("twice", store.revokeKey("anna", "k1", NOW));
        assertEquals(NOW, store.key("k1").orElseThrow().revokedAt());
    }

    @Test
    public void aNonceIsTakenOncePerKey() {
        JdbcCredentialStore store = store();
        assertTrue(store.takeNonce("k1", "n1", NOW));
        assertFalse(store.takeNonce("k1", "n1", NOW));
        assertTrue(store.takeNonce("k2", "n1", NOW));
        assertEquals(2, store.trim(NOW.plusSeconds(1), 9));
        assertTrue(store.takeNonce("k1", "n1", NOW));
    }

    @Test
    public void anIdentityBelongsToOneAccount() {
        JdbcCredentialStore store = store();
        Identity identity = new Identity("https://issuer", "sub-1", "anna", NOW);
        assertTrue(store.addIdentity(identity));
        assertFalse(store.addIdentity(new Identity("https://issuer", "sub-1", "bob", NOW)));
        assertEquals(Optional.of(identity), store.identity("https://issuer", "sub-1"));
        assertEquals(List.of(identity), store.identities("anna"));
        assertFalse(store.removeIdentity("bob", "https://issuer", "sub-1"));
        assertTrue(store.removeIdentity("anna", "https://issuer", "sub-1"));
        assertEquals(Optional.empty(), store.identity("https://issuer", "sub-1"));
    }
}
