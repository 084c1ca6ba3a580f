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
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.store.ContactCodeStore.Code;
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

    @Test
    public void aCodeHasItsTriesAndItsTimeAndItsAddressIsProtected() {
        JdbcContactCodeStore codes = new JdbcContactCodeStore(database, new Samples.FakePersonalData());
        Code first = new Code("c1", "anna", "", AddressKind.EMAIL, "anna@example.com", "m1", "h1", NOW, NOW.plusSeconds(600), 0);
        codes.add(first);
        assertEquals(Optional.of(first), codes.last("anna", "", AddressKind.EMAIL));
        assertEquals(Optional.empty(), codes.last("anna", "", AddressKind.MOBILE));
        assertEquals(Optional.empty(), codes.last("bob", "", AddressKind.EMAIL));
        assertFalse(new String(database.first("select document from contact_code", row -> row.getBytes(1)).orElseThrow(),
            StandardCharsets.UTF_8).contains("anna@"));
        codes.add(new Code("c2", "anna", "", AddressKind.EMAIL, "b@example.com", "m2", "h2", NOW.plusSeconds(60),
            NOW.plusSeconds(660), 0));
        codes.add(new Code("c3", "bob", "", AddressKind.EMAIL, "b@example.com", "m2", "h3", NOW.plusSeconds(60), NOW.plusSeconds(660), 0));
        assertEquals("c2", codes.last("anna", "", AddressKind.EMAIL).orElseThrow().id());
        assertEquals("another purpose", Optional.empty(), codes.last("anna", "order-1", AddressKind.EMAIL));
        assertEquals("by account", 2, codes.sent("anna", "m9", NOW.minusSeconds(1)));
        assertEquals("by address", 2, codes.sent("zoe", "m2", NOW));
        assertEquals(0, codes.sent("zoe", "m2", NOW.plusSeconds(60)));
        assertTrue(codes.tryOnce("c2", 2, NOW));
        assertTrue(codes.tryOnce("c2", 2, NOW));
        assertFalse("no more tries", codes.tryOnce("c2", 2, NOW));
        assertEquals(2, codes.last("anna", "", AddressKind.EMAIL).orElseThrow().tries());
        assertFalse("too late", codes.tryOnce("c3", 9, NOW.plusSeconds(660)));
        assertTrue(codes.end("c3", NOW));
        assertFalse("once", codes.end("c3", NOW));
        assertFalse("ended", codes.tryOnce("c3", 9, NOW));
        codes.remove("c2");
        assertEquals(1, codes.trim(NOW.plusSeconds(60)));
        assertEquals("c3", codes.last("bob", "", AddressKind.EMAIL).orElseThrow().id());
    }
}
