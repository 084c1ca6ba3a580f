package org.openbeian.itests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenID Connect provider on this machine, with real keys and signatures. Everybody who asks it is one person. */
final class TokenIssuer implements AutoCloseable {

    static final String CLIENT = "beian";
    static final String SECRET = "client-secret-of-a-test";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE = 32;

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final KeyPair keys;
    private final String person;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    TokenIssuer(String person) throws IOException, GeneralSecurityException {
        this.person = person;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        String set = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"k\",\"x\":\"" + coordinate(key.getW().getAffineX())
                + "\",\"y\":\"" + coordinate(key.getW().getAffineY()) + "\"}]}";
        server.createContext("/keys", each -> answer(each, 200, set));
        server.createContext("/token", this::exchange);
        server.start();
    }

    /** The provider's address; its tokens state it as their issuer. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The person logs in at the provider's page: where the browser is sent back to. */
    URI logIn(URI page) {
        Map<String, String> asked = form(page.getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, asked);
        return URI.create(asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    private void exchange(HttpExchange each) throws IOException {
        Map<String, String> form = form(new String(each.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String client = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.get("code"));
        try {
            boolean good = asked != null && client.equals(each.getRequestHeaders().getFirst("Authorization")) && BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(form.get("code_verifier").getBytes(StandardCharsets.US_ASCII)))
                    .equals(asked.get("code_challenge"));
            answer(each, good ? 200 : 400, good ? "{\"id_token\":\"" + token(CLIENT, asked.get("nonce")) + "\"}" : "{}");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** A token of the person for an audience. */
    String token(String audience, String nonce) throws GeneralSecurityException {
        String claims = "{\"iss\":\"" + address() + "\",\"sub\":\"" + person + "\",\"aud\":\"" + audience + "\",\"exp\":"
                + Instant.now().plusSeconds(300).getEpochSecond() + ",\"nonce\":\"" + nonce + "\"}";
        String signed = BASE64.encodeToString("{\"alg\":\"ES256\",\"kid\":\"k\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + BASE64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return BASE64.encodeToString(fixed);
    }

    private static void answer(HttpExchange each, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        each.sendResponseHeaders(status, body.length);
        each.getResponseBody().write(body);
        each.close();
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> form = new HashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
