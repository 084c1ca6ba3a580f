package org.openbeian.security.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;

/** An issuer that signs real tokens, publishes its keys and exchanges codes over HTTP; and the way to it. */
final class TokenIssuer implements AutoCloseable, OutgoingHttp {

    static final String ISSUER = "https://login.example.com/realms/cloud";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final HttpClient http = HttpClient.newHttpClient();
    volatile ECKey key;
    volatile String published;
    /** What an exchange is answered with: an id token, or null for 400. */
    volatile Function<Map<String, String>, String> exchange = form -> null;
    volatile String authorization;

    TokenIssuer() throws IOException, JOSEException {
        roll("k1");
        server.createContext("/jwks", each -> answer(each, 200, published));
        server.createContext("/token", each -> {
            authorization = each.getRequestHeaders().getFirst("Authorization");
            String token = exchange.apply(form(new String(each.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            answer(each, token == null ? 400 : 200, token == null ? "{\"error\":\"invalid_grant\"}"
                    : "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
        });
        server.start();
    }

    /** A new key in place of the old one. */
    void roll(String id) throws JOSEException {
        key = ec(id);
        published = new JWKSet(key.toPublicJWK()).toString();
    }

    static ECKey ec(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    static Map<String, String> form(String encoded) {
        Map<String, String> form = new HashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void answer(HttpExchange each, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        each.sendResponseHeaders(status, body.length);
        each.getResponseBody().write(body);
        each.close();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER).subject("sub-1").audience("openbeian")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    static String signed(JWSSigner signer, JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    String token(JWTClaimsSet claims) {
        try {
            return signed(new ECDSASigner(key), JWSAlgorithm.ES256, key.getKeyID(), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Settings of this issuer, with what is given as pairs of method and value. */
    OidcSettings settings(String... pairs) {
        Map<String, Object> values = new HashMap<>(Map.of("issuer", ISSUER, "audience", "openbeian", "jwks_uri", address("/jwks")));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return (OidcSettings) Proxy.newProxyInstance(OidcSettings.class.getClassLoader(), new Class<?>[] {OidcSettings.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    @Override
    public Answer call(Request request) throws OutgoingFailure {
        try {
            HttpRequest.Builder sent = HttpRequest.newBuilder(request.address()).method(request.method(),
                    request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()));
            request.headers().forEach(sent::header);
            HttpResponse<byte[]> answer = http.send(sent.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), request.address(), Map.of(), answer.body());
        } catch (IOException e) {
            throw new OutgoingFailure(OutgoingFailure.Why.UNREACHABLE, "away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutgoingFailure(OutgoingFailure.Why.NO_ANSWER, "interrupted", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Parts of a query or form that must be there. */
    static List<String> values(Map<String, String> form, String... names) {
        return java.util.Arrays.stream(names).map(form::get).toList();
    }
}
