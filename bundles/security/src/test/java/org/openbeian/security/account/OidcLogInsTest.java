package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore.Marks;
import org.openbeian.testkit.Requirement;

/** With an issuer that signs real tokens and publishes its keys over HTTP. */
public class OidcLogInsTest {

    private static final String ISSUER = "https://login.example.com/realms/cloud";
    private static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), "192.0.2.9");

    private final MemoryCredentials store = new MemoryCredentials();
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final RecordedAudit audit = new RecordedAudit();
    private HttpServer provider;
    private ECKey key;
    private volatile String published;
    private OidcLogIns logIns;

    @Before
    public void startProvider() throws Exception {
        key = ec("k1");
        published = new JWKSet(key.toPublicJWK()).toString();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/jwks", exchange -> {
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        accounts.insert(new Account("anna", 1, Set.of(Role.APPLICANT), null, true, null, null, Instant.EPOCH, null), Marks.NONE,
                null);
        logIns = new OidcLogIns(store, accounts, new OneAccount(), accounts, audit, ISSUER, "openbeian",
                "http://127.0.0.1:" + provider.getAddress().getPort() + "/jwks", 1);
    }

    @After
    public void stopProvider() {
        provider.stop(0);
    }

    private static ECKey ec(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER).subject("sub-1").audience("openbeian")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    private static String signed(JWSSigner signer, JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private String token(JWTClaimsSet claims) throws JOSEException {
        return signed(new ECDSASigner(key), JWSAlgorithm.ES256, key.getKeyID(), claims);
    }

    private void refused(String why, String token) {
        assertEquals(why, Optional.empty(), logIns.bearer(token, "192.0.2.1"));
    }

    @Test
    @Requirement("T-02")
    public void aLinkedIdentityLogsIn() throws Exception {
        refused("not linked", token(claims().build()));
        logIns.link(ANNA, token(claims().build()));
        assertEquals(Optional.of(ANNA), logIns.bearer(token(claims().build()), "192.0.2.1"));
        assertEquals("sub-1", logIns.list(ANNA).get(0).subject());
        refused("somebody else's", token(claims().subject("sub-2").build()));
        logIns.unlink(ANNA, ISSUER, "sub-1");
        refused("unlinked", token(claims().build()));
        assertEquals(List.of("anna identity.link anna {issuer=" + ISSUER + "}", "anna identity.unlink anna {issuer=" + ISSUER + "}"),
                audit.entries);
    }

    @Test
    public void everyOtherTokenIsRefused() throws Exception {
        logIns.link(ANNA, token(claims().build()));
        Instant past = Instant.now().minus(Duration.ofMinutes(5));
        refused("expired", token(claims().expirationTime(Date.from(past)).build()));
        refused("without end", token(claims().expirationTime(null).build()));
        refused("not yet good", token(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(300))).build()));
        refused("for another", token(claims().audience("billing").build()));
        refused("for nobody", token(claims().audience((String) null).build()));
        refused("of another issuer", token(claims().issuer("https://evil.example.com").build()));
        refused("of nobody", token(claims().subject(null).build()));
        refused("unsigned", new PlainJWT(claims().build()).serialize());
        ECKey forged = ec("k1");
        refused("signed by another key of the same name",
                signed(new ECDSASigner(forged), JWSAlgorithm.ES256, "k1", claims().build()));
        byte[] publicKey = published.getBytes(StandardCharsets.UTF_8);
        refused("signed with the public key as a secret",
                signed(new MACSigner(publicKey), JWSAlgorithm.HS256, "k1", claims().build()));
        refused("of no form", "a.b.c");
        refused("empty", "");
        assertEquals("token-refused", assertThrows(Refusal.class, () -> logIns.link(ANNA, "a.b.c")).code());
    }

    @Test
    public void keysRollOverAndOldOnesEnd() throws Exception {
        logIns.link(ANNA, token(claims().build()));
        String old = token(claims().build());
        key = ec("k2");
        published = new JWKSet(key.toPublicJWK()).toString();
        assertEquals(Optional.of(ANNA), logIns.bearer(token(claims().build()), "192.0.2.1"));
        refused("its key is gone", old);
    }

    @Test
    public void whileTheProviderIsAwayNoNewKeyIsTrusted() throws Exception {
        logIns.link(ANNA, token(claims().build()));
        provider.stop(0);
        key = ec("k3");
        refused("its key cannot be fetched", token(claims().build()));
    }

    @Test
    public void anIdentityBelongsToOneAccountAndAnAdministratorLinksForOthers() throws Exception {
        assertEquals("not-permitted",
                assertThrows(Refusal.class, () -> logIns.link(ANNA, "anna", ISSUER, "sub-9")).code());
        logIns.link(ADMIN, "anna", ISSUER, "sub-9");
        assertEquals(Optional.of(ANNA), logIns.bearer(token(claims().subject("sub-9").build()), "192.0.2.1"));
        assertEquals("identity-taken", assertThrows(Refusal.class,
                () -> logIns.link(ANNA, token(claims().subject("sub-9").build()))).code());
        assertEquals("not-permitted", assertThrows(Refusal.class,
                () -> logIns.list(new Actor("mallory", Set.of(Role.APPLICANT), "192.0.2.66"), "anna")).code());
        assertEquals("sub-9", logIns.list(ADMIN, "anna").get(0).subject());
        logIns.unlink(ADMIN, "anna", ISSUER, "sub-9");
        assertEquals(List.of(), logIns.list(ADMIN, "anna"));
        assertEquals("account-not-found", assertThrows(Refusal.class, () -> logIns.link(ADMIN, "nobody", ISSUER, "x")).code());
        assertEquals("identity-invalid", assertThrows(Refusal.class, () -> logIns.link(ADMIN, "anna", " ", "x")).code());
    }

    @Test
    public void withoutAProviderNoTokenCountsAndKeysComeOverTlsOnly() throws Exception {
        OidcLogIns none = new OidcLogIns(store, accounts, new OneAccount(), accounts, audit, "", "openbeian", "", 1);
        assertEquals(Optional.empty(), none.bearer(token(claims().build()), "192.0.2.1"));
        assertThrows(IllegalArgumentException.class, () -> new OidcLogIns(store, accounts, new OneAccount(), accounts, audit, ISSUER,
                "openbeian", "http://login.example.com/jwks", 1));
    }
}
