package org.openbeian.api.authority;

/**
 * A result file as it came from the authority.
 *
 * @param name its name
 * @param content its bytes, still compressed, already decrypted
 * @param digest Base64 MD5 that the authority gave
 * @param more whether more files wait
 */
public record ResultFile(String name, byte[] content, String digest, boolean more) {
}
