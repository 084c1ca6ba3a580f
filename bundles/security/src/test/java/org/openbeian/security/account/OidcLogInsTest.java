package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.openbeian.security.account.TokenIssuer.claims;
import static org.openbeian.security.account.TokenIssuer.signed;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.ExternalLogIns.Begun;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore.Marks;
import org.openbeian.testkit.Requirement;

/** With an issuer that signs real tokens and publishes its keys over HTTP. */
public class OidcLogInsTest {

    private static final String ISSUER = TokenIssuer.ISSUER;
    private static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), "192.0.2.9");

    private final MemoryCredentials store = new MemoryCredentials();
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final RecordedAudit audit = new RecordedAudit();
    private TokenIssuer provider;
    private OidcLogIns logIns;

    @Before
    public void startProvider() throws Exception {
        provider = new TokenIssuer();
        accounts.insert(new Account("anna", 1, Set.of(Role.APPLICANT), null, true, null, null, Instant.EPOCH, null), Marks.NONE,
                null);
        logIns = logIns(provider.settings());
    }

    private OidcLogIns logIns(OidcSettings settings) {
        return new OidcLogIns(store, accounts, new OneAccount(), accounts, audit, provider, value -> value, settings, 1);
    }

    @After
    public void stopProvider() {
        provider.close();
    }

    private String token(JWTClaimsSet claims) {
        return provider.token(claims);
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
        ECKey forged = TokenIssuer.ec("k1");
        refused("signed by another key of the same name",
                signed(new ECDSASigner(forged), JWSAlgorithm.ES256, "k1", claims().build()));
        byte[] publicKey = provider.published.getBytes(StandardCharsets.UTF_8);
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
        provider.roll("k2");
        assertEquals(Optional.of(ANNA), logIns.bearer(token(claims().build()), "192.0.2.1"));
        refused("its key is gone", old);
    }

    @Test
    public void whileTheProviderIsAwayNoNewKeyIsTrusted() throws Exception {
        logIns.link(ANNA, token(claims().build()));
        provider.close();
        provider.roll("k3");
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
    public void withoutAProviderNoTokenCounts() {
        OidcLogIns none = logIns(provider.settings("issuer", ""));
        assertEquals(Optional.empty(), none.bearer(token(claims().build()), "192.0.2.1"));
        assertEquals("no-provider", assertThrows(Refusal.class, none::begin).code());
        assertThrows(IllegalArgumentException.class, () -> logIns(provider.settings("jwks_uri", "nowhere")));
    }

    private OidcLogIns browsers() {
        return logIns(provider.settings("client_id", "beian", "client_secret", "a b", "authorization_uri",
                "https://login.example.com/auth?kc=1", "token_uri", provider.address("/token"), "redirect_uri",
                "https://beian.example.com/api/v1/session/oidc/callback"));
    }

    /** The provider's side: notes what the browser was sent with, and gives tokens for its code alone. */
    private Map<String, String> asked(Begun begun, UnaryOperator<JWTClaimsSet.Builder> change) {
        Map<String, String> query = TokenIssuer.form(begun.address().getRawQuery());
        provider.exchange = form -> {
            String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(form.get("code_verifier")));
            boolean good = challenge.equals(query.get("code_challenge")) && "good".equals(form.get("code"))
                    && form.get("redirect_uri").equals(query.get("redirect_uri"))
                    && "authorization_code".equals(form.get("grant_type"));
            return good ? token(change.apply(claims().audience("beian").claim("nonce", query.get("nonce"))).build()) : null;
        };
        return query;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Requirement("T-02")
    public void aBrowserLogsInWithACodeThatOnlyItCanUse() {
        OidcLogIns browsers = browsers();
        Begun begun = browsers.begin();
        Map<String, String> query = asked(begun, claims -> claims);
        assertEquals(List.of("code", "beian", "openid", "S256", "1"),
                TokenIssuer.values(query, "response_type", "client_id", "scope", "code_challenge_method", "kc"));
        assertEquals("not linked", Optional.empty(), browsers.finish(begun.secret(), query.get("state"), "good", "192.0.2.1"));
        logIns.link(ADMIN, "anna", ISSUER, "sub-1");
        assertEquals(Optional.of(ANNA), browsers.finish(begun.secret(), query.get("state"), "good", "192.0.2.1"));
        assertEquals("our name and password, encoded as RFC 6749 says", "Basic " + Base64.getEncoder().encodeToString(
                "beian:a+b".getBytes(StandardCharsets.UTF_8)), provider.authorization);
        assertNotEquals("each log-in has its own", begun.secret(), browsers.begin().secret());
        Begun other = browsers.begin();
        assertEquals("the answer of another browser's log-in", Optional.empty(),
                browsers.finish(other.secret(), query.get("state"), "good", "192.0.2.1"));
        assertEquals("a code that was got for another", Optional.empty(), browsers.finish(other.secret(),
                TokenIssuer.form(other.address().getRawQuery()).get("state"), "good", "192.0.2.1"));
        assertEquals("a bad code", Optional.empty(), browsers.finish(begun.secret(), query.get("state"), "bad", "192.0.2.1"));
        assertEquals("no secret", Optional.empty(), browsers.finish("", query.get("state"), "good", "192.0.2.1"));
    }

    @Test
    public void aTokenForAnotherLogInOrAnotherClientIsRefused() {
        OidcLogIns browsers = browsers();
        logIns.link(ADMIN, "anna", ISSUER, "sub-1");
        Begun begun = browsers.begin();
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = Map.of("nonce", claims -> claims.claim("nonce", "x"),
                "no nonce", claims -> claims.claim("nonce", null), "audience", claims -> claims.audience("other"),
                "issuer", claims -> claims.issuer("https://evil.example.com"), "party", claims -> claims.audience(List.of("beian", "x")),
                "expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300))));
        wrong.forEach((what, change) -> assertEquals(what, Optional.empty(),
                browsers.finish(begun.secret(), asked(begun, change).get("state"), "good", "192.0.2.1")));
        String state = asked(begun, claims -> claims.audience(List.of("beian", "x")).claim("azp", "beian")).get("state");
        assertEquals("made for us", Optional.of(ANNA), browsers.finish(begun.secret(), state, "good", "192.0.2.1"));
        refused("an id token is no bearer token", token(claims().audience("beian").build()));
        provider.close();
        assertEquals("away", Optional.empty(), browsers.finish(begun.secret(), state, "good", "192.0.2.1"));
    }

    @Test
    public void aClientWithoutASecretNamesItself() {
        OidcLogIns browsers = logIns(provider.settings("client_id", "beian", "authorization_uri", "https://login.example.com/auth",
                "token_uri", provider.address("/token"), "redirect_uri", "https://beian.example.com/cb"));
        logIns.link(ADMIN, "anna", ISSUER, "sub-1");
        Begun begun = browsers.begin();
        String state = asked(begun, claims -> claims).get("state");
        Function<Map<String, String>, String> good = provider.exchange;
        provider.exchange = form -> "beian".equals(form.get("client_id")) ? good.apply(form) : null;
        assertEquals(Optional.of(ANNA), browsers.finish(begun.secret(), state, "good", "192.0.2.1"));
        assertNull(provider.authorization);
        assertThrows(IllegalArgumentException.class, () -> logIns(provider.settings("client_id", "beian")));
    }
}
