package org.openbeian.api.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tencent Cloud's signature TC3-HMAC-SHA256 of a POST to the root of a service, as its documentation of API 3.0 has it; for every
 * plugin that talks to that cloud. Thread-safe.
 */
public final class Tc3 {

    private static final String ALGORITHM = "TC3-HMAC-SHA256";

    private Tc3() {
    }

    /**
     * The value of the header Authorization.
     *
     * @param id id of the access key
     * @param key its secret
     * @param service such as {@code sms}
     * @param headers what is signed, by name in lower case; at least content-type and host
     * @param body what is sent
     * @param at the time in X-TC-Timestamp
     */
    public static String authorization(String id, String key, String service, SortedMap<String, String> headers, byte[] body, Instant at) {
        String names = String.join(";", headers.keySet());
        String lines = headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue().strip().toLowerCase(Locale.ROOT) + "\n").collect(Collectors.joining());
        String request = "POST\n/\n\n" + lines + "\n" + names + "\n" + hash(body);
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        String scope = day + "/" + service + "/tc3_request";
        String toSign = ALGORITHM + "\n" + at.getEpochSecond() + "\n" + scope + "\n" + hash(request.getBytes(StandardCharsets.UTF_8));
        byte[] dayKey = mac(("TC3" + key).getBytes(StandardCharsets.UTF_8), day.toString());
        byte[] signingKey = mac(mac(dayKey, service), "tc3_request");
        return ALGORITHM + " Credential=" + id + "/" + scope + ", SignedHeaders=" + names + ", Signature="
            + HexFormat.of().formatHex(mac(signingKey, toSign));
    }

    private static String hash(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not to be had from this Java", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had from this Java", e);
        }
    }
}
