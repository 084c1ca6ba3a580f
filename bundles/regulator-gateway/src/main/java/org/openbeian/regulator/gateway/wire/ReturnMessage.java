package org.openbeian.regulator.gateway.wire;

import java.util.List;

/**
 * The {@code return} document of one call.
 *
 * @param code {@code msg_code}
 * @param message {@code msg}, trimmed; empty if absent
 * @param missingSequences numbers to send first, with code 14; else empty
 * @param file the file of a download or of the previous upload, or null
 * @param status answer to a status query, or null
 * @param verified answer to a password check (true: right), or null
 */
public record ReturnMessage(int code, String message, List<Long> missingSequences, ReturnedFile file, FilingStatus status,
    Boolean verified) {

    /**
     * A file that the other side hands out.
     *
     * @param name its name, by which it is acknowledged
     * @param sequence number of the previous upload; null for a download
     * @param content the file as it was sent
     */
    public record ReturnedFile(String name, Long sequence, EncodedFile content) {
    }

    /**
     * Whether something is filed.
     *
     * @param conditionType {@code Cxtjlx}, 0 for a domain, else a certificate type
     * @param condition what was asked for
     * @param serviceName name of the site, or null
     * @param organizerNumber number of the organizer, or null
     * @param serviceNumber number of the site, or null
     * @param filed true if it is filed
     */
    public record FilingStatus(int conditionType, String condition, String serviceName, String organizerNumber, String serviceNumber,
        boolean filed) {
    }

    /** Copies the list. */
    public ReturnMessage {
        message = message == null ? "" : message;
        missingSequences = List.copyOf(missingSequences);
    }

    /** An answer that consists of a code and a text. */
    public static ReturnMessage of(int code, String message) {
        return new ReturnMessage(code, message, List.of(), null, null, null);
    }

    /** An answer that hands out a file. */
    public static ReturnMessage withFile(int code, String message, ReturnedFile file) {
        return new ReturnMessage(code, message, List.of(), file, null, null);
    }
}
