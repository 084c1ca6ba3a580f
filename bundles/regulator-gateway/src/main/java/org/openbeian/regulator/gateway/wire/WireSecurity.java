package org.openbeian.regulator.gateway.wire;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random value, password hash and file hash of a call. Stateless and thread-safe. */
public final class WireSecurity {
    /** The character set of every document of the interface. */
    public static final Charset GBK = Charset.forName("GBK");
    /** Shortest random value that the other side accepts. */
    public static final int RANDOM_LENGTH = 20;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private WireSecurity() {
    }

    /** A fresh value of {@value #RANDOM_LENGTH} letters and digits; never use one twice. */
    public static String randomValue() {
        StringBuilder value = new StringBuilder(RANDOM_LENGTH);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            value.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return value.toString();
    }

    /**
     * The proof that the caller knows the password.
     *
     * @param password as the administration issued it; Chinese characters count as GBK
     * @param randomValue the value sent beside it
     * @return Base64 of the MD5 of password and random value
     */
    public static String passwordHash(String password, String randomValue) {
        return Base64.getEncoder().encodeToString(md5().digest((password + randomValue).getBytes(GBK)));
    }

    /** Base64 of the MD5 of a compressed, unencrypted file. */
    public static String fileHash(byte[] compressed) {
        return Base64.getEncoder().encodeToString(md5().digest(compressed));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
