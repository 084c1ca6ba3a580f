package org.openbeian.regulator.gateway.wire;

/**
 * A file as a call carries it.
 *
 * @param content Base64 of the compressed and, if so agreed, encrypted file
 * @param hash Base64 MD5 over the compressed, unencrypted bytes; equal hashes mean equal files
 * @param encryptAlgorithm 0 none, 1 AES
 * @param hashAlgorithm 0 MD5, the only one of V3.0
 * @param compressionFormat 0 ZIP, the only one of V3.0
 */
public record EncodedFile(String content, String hash, int encryptAlgorithm, int hashAlgorithm, int compressionFormat) {

    /** Names sizes only: the content holds personal data. */
    @Override
    public String toString() {
        return "EncodedFile[hash=" + hash + ", characters=" + content.length() + ", encryptAlgorithm=" + encryptAlgorithm + "]";
    }
}
