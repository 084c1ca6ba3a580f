package org.openbeian.security.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.http.OutgoingHttp.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks tokens of one provider. A token counts when the provider signed it with an asymmetric key of its present key set, for the
 * audience, and it has not expired; an unknown key makes the set be fetched anew, at most every few seconds. Thread-safe.
 */
final class OidcTokens {

    private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);
    private static final int LARGEST_KEY_SET = 100_000;

    private final String issuer;
    private final JWKSource<SecurityContext> keys;

    OidcTokens(String issuer, String jwksUri, OutgoingHttp http, long fetchMillis) {
        this.issuer = issuer;
        try {
            keys = JWKSourceBuilder.<SecurityContext>create(URI.create(jwksUri).toURL(), address -> fetch(http, address))
                    .rateLimited(fetchMillis).build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("jwks.uri is not an address", e);
        }
    }

    private static Resource fetch(OutgoingHttp http, URL address) throws IOException {
        try {
            Answer answer = http.call(OutgoingHttp.Request.get(address.toURI(), LARGEST_KEY_SET));
            if (answer.status() != 200) {
                throw new IOException("status " + answer.status());
            }
            return new Resource(new String(answer.body(), StandardCharsets.UTF_8), "application/json");
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** The claims of a good token for an audience; empty for every other token. */
    Optional<JWTClaimsSet> claims(String token, String audience) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(audience,
                new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")));
        try {
            return Optional.of(processor.process(token, null));
        } catch (ParseException | BadJOSEException e) {
            LOG.debug("A token is refused: {}", e.getMessage());
            return Optional.empty();
        } catch (JOSEException e) {
            LOG.warn("The keys of the provider {} cannot be had, so no token is accepted: {}", issuer, e.getMessage());
            return Optional.empty();
        }
    }
}
