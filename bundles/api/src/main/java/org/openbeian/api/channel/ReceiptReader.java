package org.openbeian.api.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads receipts that a provider pushes to {@code POST /api/v1/receipts/{channel}/{token}}. The channel's plugin registers this
 * service. Called from any thread, with whatever somebody sent; an {@link IllegalArgumentException} says that it is none of the
 * provider's.
 */
@ConsumerType
public interface ReceiptReader {

    /** Id of the channel. */
    String channel();

    /**
     * Reads receipts and hands each on.
     *
     * @param token the end of the address; the one that the operator gave to the provider must be in it
     * @param body what was sent, at most a few megabytes
     * @param receipts takes them
     * @return what the provider wants to hear, JSON; empty when the token is wrong
     */
    Optional<String> read(String token, byte[] body, Receipts receipts);

    /**
     * Whether a token is the one that the operator gave to the provider; compared in constant time. An empty one never is.
     *
     * @param expected as configured
     * @param given the end of the address
     */
    static boolean isToken(String expected, String given) {
        return !expected.isEmpty()
            && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
