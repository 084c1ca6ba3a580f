package org.openbeian.channel.sms.aliyun;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Alibaba Cloud's signature ACS3-HMAC-SHA256 of a POST without a body to the root of a service, as its documentation has it. */
final class Acs3 {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private Acs3() {
    }

    /** The parameters as they stand in the address, sorted and encoded. */
    static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream().map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
            .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    /**
     * The value of the header Authorization.
     *
     * @param id id of the access key
     * @param key its secret
     * @param query what {@link #query} made
     * @param headers what is signed, by name in lower case: host and all that begins with x-acs-
     */
    static String authorization(String id, String key, String query, SortedMap<String, String> headers) {
        String names = String.join(";", headers.keySet());
        String lines = headers.entrySet().stream().map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
            .collect(Collectors.joining());
        String request = "POST\n/\n" + query + "\n" + lines + "\n" + names + "\n" + headers.get("x-acs-content-sha256");
        return ALGORITHM + " Credential=" + id + ",SignedHeaders=" + names + ",Signature="
            + mac(key, ALGORITHM + "\n" + hash(request.getBytes(StandardCharsets.UTF_8)));
    }

    static String hash(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not to be had from this Java", e);
        }
    }

    private static String mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had from this Java", e);
        }
    }
}
