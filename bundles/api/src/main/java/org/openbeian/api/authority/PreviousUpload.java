package org.openbeian.api.authority;

/**
 * The upload that an authority took last.
 *
 * @param sequence its number, 0 when there was none
 * @param digest Base64 MD5 of its compressed, unencrypted bytes; null when there was none
 */
public record PreviousUpload(long sequence, String digest) {
}
