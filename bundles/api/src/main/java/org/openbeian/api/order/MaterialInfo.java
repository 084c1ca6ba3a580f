package org.openbeian.api.order;

import java.time.Instant;

/**
 * An uploaded material (材料) without its bytes.
 *
 * @param id id of the material, unique in the server
 * @param type material type, such as {@code unit-certificate} or {@code id-card-portrait}; defined by the rule bundles
 * @param subject JSON pointer to what it proves, such as {@code /organizer} or {@code /services/0/principal}
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param size size in bytes
 * @param width width in pixels
 * @param height height in pixels
 * @param sha256 digest of the bytes, lower-case hexadecimal
 * @param uploadedAt when it arrived
 * @param form version of the letter or form that was printed for it before it was uploaded; null when none was
 */
public record MaterialInfo(String id, String type, String subject, String mediaType, long size, int width, int height,
        String sha256, Instant uploadedAt, String form) {

    /** A material for which nothing was printed. */
    public MaterialInfo(String id, String type, String subject, String mediaType, long size, int width, int height, String sha256,
            Instant uploadedAt) {
        this(id, type, subject, mediaType, size, width, height, sha256, uploadedAt, null);
    }
}
