package org.openbeian.api.authority;

import java.util.List;
import java.util.Map;

/**
 * An upload file, or the reasons why filings cannot be put into one.
 *
 * @param file the compressed, unencrypted file; null when {@code problems} is not empty
 * @param digest Base64 MD5 of {@code file} as the regulator defines it; null without file
 * @param problems per submission number what cannot be expressed; empty when all is well
 * @param notSent per submission number what of its application the interface agreed with the authority has no element for, so that it was
 *     entered but is not in the file, as JSON pointers; empty when all is
 */
public record PreparedUpload(byte[] file, String digest, Map<Long, List<String>> problems, Map<Long, List<String>> notSent) {

    /** Where nothing is left out. */
    public PreparedUpload(byte[] file, String digest, Map<Long, List<String>> problems) {
        this(file, digest, problems, Map.of());
    }
}
