package org.openbeian.regulator.gateway.payload;

import java.util.List;

/**
 * A document ready for compression, or the reasons why there is none.
 *
 * @param bytes GBK bytes of {@code UploadData}; null if there are violations; not copied
 * @param pictureBytes how many of the bytes are pictures in Base64
 * @param violations everything that is wrong, in document order; empty if all is well
 */
public record UploadDocument(byte[] bytes, long pictureBytes, List<Violation> violations) {

    /** Copies the list. */
    public UploadDocument {
        violations = List.copyOf(violations);
    }

    /** Whether deflating is worth its CPU: pictures in Base64 hardly shrink. */
    public boolean worthDeflating() {
        return bytes != null && pictureBytes * 2 < bytes.length;
    }

    /** Names sizes only. */
    @Override
    public String toString() {
        return "UploadDocument[bytes=" + (bytes == null ? 0 : bytes.length) + ", violations=" + violations.size() + "]";
    }
}
