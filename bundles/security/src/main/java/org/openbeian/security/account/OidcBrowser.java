package org.openbeian.security.account;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openbeian.api.account.ExternalLogIns.Begun;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.http.OutgoingHttp.Answer;
import org.openbeian.api.http.OutgoingHttp.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log-in of browsers by authorization code (OpenID Connect Core 3.1) with PKCE (RFC 7636). State, nonce and PKCE's verifier are
 * digests of one random secret that the browser keeps in a cookie: nothing is kept here, so any node ends what another began,
 * and an answer of the provider is of no use in another browser. Thread-safe.
 */
final class OidcBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(OidcBrowser.class);
    private static final int SECRET_LENGTH = 43;
    private static final int LONGEST = 4_000;
    private static final int LARGEST_ANSWER = 100_000;

    private final OidcSettings settings;
    private final OidcTokens tokens;
    private final OutgoingHttp http;
    private final UnaryOperator<String> secrets;

    /**
     * For a provider.
     *
     * @param secrets what a configured secret stands for
     * @throws IllegalArgumentException naming an address that is none
     */
    OidcBrowser(OidcSettings settings, OidcTokens tokens, OutgoingHttp http, UnaryOperator<String> secrets) {
        this.settings = settings;
        this.tokens = tokens;
        this.http = http;
        this.secrets = secrets;
        address("authorization.uri", settings.authorization_uri());
        address("token.uri", settings.token_uri());
        address("redirect.uri", settings.redirect_uri());
        password();
    }

    private static void address(String property, String value) {
        if (URI.create(value).getHost() == null) {
            throw new IllegalArgumentException(property + " is not an address");
        }
    }

    Begun begin() {
        String secret = Secrets.random(SECRET_LENGTH);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.client_id());
        query.put("redirect_uri", settings.redirect_uri());
        query.put("scope", "openid");
        query.put("state", derived("state", secret));
        query.put("nonce", derived("nonce", secret));
        query.put("code_challenge", challenge(derived("verifier", secret)));
        query.put("code_challenge_method", "S256");
        String page = settings.authorization_uri();
        return new Begun(URI.create(page + (page.indexOf('?') < 0 ? "?" : "&") + form(query)), secret);
    }

    /** Whom the provider vouches for; empty when anything is not good. */
    Optional<String> finish(String secret, String state, String code) {
        if (secret.length() != SECRET_LENGTH || code.isEmpty() || code.length() > LONGEST || !MessageDigest.isEqual(
                derived("state", secret).getBytes(StandardCharsets.US_ASCII), state.getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return idToken(secret, code).flatMap(token -> tokens.claims(token, settings.client_id()))
                .filter(claims -> isOurs(claims, secret)).map(JWTClaimsSet::getSubject);
    }

    private boolean isOurs(JWTClaimsSet claims, String secret) {
        List<String> audience = claims.getAudience();
        boolean forUs = audience.size() == 1 || settings.client_id().equals(claims.getClaim("azp"));
        return forUs && derived("nonce", secret).equals(claims.getClaim("nonce"));
    }

    private Optional<String> idToken(String secret, String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.redirect_uri());
        form.put("code_verifier", derived("verifier", secret));
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept",
                "application/json"));
        password().ifPresentOrElse(password -> headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                (encoded(settings.client_id()) + ":" + encoded(password)).getBytes(StandardCharsets.UTF_8))),
                () -> form.put("client_id", settings.client_id()));
        try {
            Answer answer = http.call(new Request("POST", URI.create(settings.token_uri()), headers,
                    form(form).getBytes(StandardCharsets.UTF_8), null, LARGEST_ANSWER, 0));
            if (answer.status() != 200) {
                LOG.warn("The provider {} exchanges a code with status {}", settings.issuer(), answer.status());
                return Optional.empty();
            }
            return Optional.ofNullable(JSONObjectUtils.getString(
                    JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8)), "id_token"));
        } catch (OutgoingFailure | ParseException e) {
            LOG.warn("The provider {} exchanges no code: {}", settings.issuer(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Empty without one; a secret that the vault lacks may still come, and the provider refuses us until then. */
    private Optional<String> password() {
        try {
            return Optional.ofNullable(secrets.apply(settings.client_secret())).filter(one -> !one.isEmpty());
        } catch (IllegalStateException e) {
            LOG.warn("Log-in at {}: {}", settings.issuer(), e.getMessage());
            return Optional.empty();
        }
    }

    private static String derived(String what, String secret) {
        return Secrets.digest(what + ":" + secret);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream().map(one -> one.getKey() + "=" + encoded(one.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
