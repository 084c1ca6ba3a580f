package org.openbeian.api.report;

import java.util.List;

/**
 * A field of a report.
 *
 * @param name the ministry's name of it
 * @param required whether it must be there
 * @param many whether it is a list
 * @param type what it holds
 * @param min shortest text in characters, or smallest number; 0 for a group or a picture
 * @param max longest text or largest number; for a picture the most bytes; 0 for a group, {@link Long#MAX_VALUE} for no limit
 * @param oneOf whether exactly one of a group's fields is to be given
 * @param fields the fields of a group; otherwise empty
 */
public record ReportField(String name, boolean required, boolean many, Type type, long min, long max, boolean oneOf,
        List<ReportField> fields) {

    /** What a field holds. */
    public enum Type {
        /** A text. */
        TEXT,
        /** A day, such as 2026-11-22. */
        DAY,
        /** A whole number. */
        NUMBER,
        /** An IP address of version 4, as {@code 192.0.2.1} or as a number. */
        ADDRESS,
        /** A picture in Base64; one that is no JPEG or too large is converted. */
        PICTURE,
        /** Fields of its own. */
        GROUP
    }

    /** Copies the list. */
    public ReportField {
        fields = List.copyOf(fields);
    }
}
