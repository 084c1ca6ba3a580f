package org.openbeian.api.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hash of one entry of a chain: SHA-256 over its components, each written as its length in UTF-8 bytes, a colon and its
 * text, null as a hyphen, so that no two different entries read the same. Not thread-safe.
 */
public final class ChainHash {

    /** What stands for the hash before the first entry. */
    public static final String START = "0".repeat(64);

    private final StringBuilder text = new StringBuilder(400);

    /** Adds a component: its text, or the name of a constant; null is a component too. */
    public ChainHash add(Object part) {
        if (part == null) {
            text.append('-');
        } else {
            String value = part instanceof Enum<?> constant ? constant.name() : part.toString();
            text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
        }
        return this;
    }

    /** Adds names and values, sorted by name. */
    public ChainHash addAll(Map<String, String> parts) {
        new TreeMap<>(parts).forEach((name, value) -> add(name).add(value));
        return this;
    }

    /** The hash of what was added, 64 lower-case hexadecimal digits. */
    public String hex() {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
