package org.openbeian.security.crypt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Authenticated encryption. The number of the algorithm stands before everything that it encrypted, then the nonce, then the
 * encrypted bytes with their tag, so that what one algorithm wrote is read while another is configured. Thread-safe.
 */
enum DataCipher {
    /** AES with keys of 256 bits in Galois/counter mode, by the Java platform, which uses the processor's instructions. */
    AES_256_GCM(1) {

        @Override
        int run(int mode, byte[] key, byte[] nonce, byte[] context, byte[] in, int from, byte[] out, int at)
                throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance(AES, PLATFORM);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(in, from, in.length - from, out, at);
        }
    },
    /** SM4 in Galois/counter mode, by Bouncy Castle, which comes with the shell's SSH server; with a key made of the data key. */
    SM4_GCM(2) {

        @Override
        int run(int mode, byte[] key, byte[] nonce, byte[] context, byte[] in, int from, byte[] out, int at)
                throws GeneralSecurityException {
            Mac half = Mac.getInstance("HmacSHA256");
            half.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] own = Arrays.copyOf(half.doFinal(name().getBytes(StandardCharsets.US_ASCII)), 16);
            try {
                return Sm4.run(mode == Cipher.ENCRYPT_MODE, own, new Sm4.Place(nonce, context), in, from, out, at);
            } catch (LinkageError e) {
                throw new GeneralSecurityException("SM4 needs Bouncy Castle, which comes with the feature ssh", e);
            }
        }
    };

    /** Bytes of every key. */
    static final int KEY = 32;

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final String AES = "AES/GCM/NoPadding";
    /** Found once: a search through all providers takes as long as the encryption of a short text. */
    private static final Provider PLATFORM = platform();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte number;

    DataCipher(int number) {
        this.number = (byte) number;
    }

    abstract int run(int mode, byte[] key, byte[] nonce, byte[] context, byte[] in, int from, byte[] out, int at)
            throws GeneralSecurityException;

    private static Provider platform() {
        try {
            return Cipher.getInstance(AES).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /** A new random key. */
    static byte[] newKey() {
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        return key;
    }

    /**
     * Encrypts.
     *
     * @param key 32 bytes
     * @param context must be given again to decrypt
     * @param clear what to encrypt
     * @param free how many bytes at the beginning of the result are left to the caller
     */
    byte[] encrypt(byte[] key, byte[] context, byte[] clear, int free) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] out = new byte[free + 1 + NONCE + clear.length + TAG];
        out[free] = number;
        System.arraycopy(nonce, 0, out, free + 1, NONCE);
        try {
            run(Cipher.ENCRYPT_MODE, key, nonce, context, clear, 0, out, free + 1 + NONCE);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(this + " is not to be had here: " + e.getMessage(), e);
        }
    }

    /**
     * Decrypts what any of the algorithms encrypted.
     *
     * @param from how many bytes at the beginning to pass over
     * @throws IllegalStateException when the bytes were changed, or key or context are others
     */
    static byte[] decrypt(byte[] key, byte[] context, byte[] stored, int from) {
        int start = from + 1 + NONCE;
        if (stored.length < start + TAG) {
            throw new IllegalStateException("encrypted data is cut off");
        }
        DataCipher cipher = Arrays.stream(values()).filter(one -> one.number == stored[from]).findFirst()
            .orElseThrow(() -> new IllegalStateException("encrypted data names the unknown algorithm " + stored[from]));
        byte[] out = new byte[stored.length - start - TAG];
        try {
            cipher.run(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(stored, from + 1, start), context, stored, start, out, 0);
            return out;
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("encrypted data was changed, or belongs to another key or place", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encrypted data cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether this server can encrypt so. */
    boolean isAvailable() {
        try {
            encrypt(newKey(), new byte[0], new byte[0], 0);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
