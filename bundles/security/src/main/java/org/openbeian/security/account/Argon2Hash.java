package org.openbeian.security.account;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password's hash by Argon2id, version 1.3, with the parameters that it was made with (RFC 9106); written in the form that
 * the reference implementation writes. The memory that a computation takes is free when it ends.
 */
record Argon2Hash(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    /** Hashes a secret; the hash has {@code length} bytes. */
    static Argon2Hash of(byte[] secret, int memoryKib, int passes, int lanes, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib).withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        byte[] hash = new byte[length];
        generator.generateBytes(secret, hash);
        return new Argon2Hash(memoryKib, passes, lanes, salt, hash);
    }

    /** Reads what {@link #text} wrote; an {@link IllegalArgumentException} when it is something else. */
    static Argon2Hash parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a stored password hash is not one of Argon2id");
        }
        return new Argon2Hash(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)),
                Base64.getDecoder().decode(parts.group(4)), Base64.getDecoder().decode(parts.group(5)));
    }

    /** Whether it is the hash of this secret; takes the same time whichever byte differs. */
    boolean isOf(byte[] secret) {
        return MessageDigest.isEqual(hash, of(secret, memoryKib, passes, lanes, salt, hash.length).hash);
    }

    String text() {
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=" + lanes + "$" + ENCODER.encodeToString(salt) + "$"
                + ENCODER.encodeToString(hash);
    }
}
