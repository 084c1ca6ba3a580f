package org.openbeian.regulator.gateway.wire;

/** The {@code msg_code} values of the interface that this software acts upon; others are handled by their {@link #groupOf group}. */
public final class ReturnCode {
    public static final int OK = 0;
    public static final int NOTHING_MORE = 1;
    public static final int NO_DATA = 2;
    public static final int MORE_WAITING = 3;
    public static final int USER_WRONG = 4;
    public static final int PASSWORD_WRONG = 5;
    public static final int DECRYPTION_FAILED = 6;
    public static final int HASH_MISMATCH = 7;
    public static final int DECOMPRESSION_FAILED = 8;
    public static final int ENCRYPTION_UNKNOWN = 9;
    public static final int HASH_UNKNOWN = 10;
    public static final int COMPRESSION_UNKNOWN = 11;
    public static final int AUTHENTICATION_REFUSED = 12;
    public static final int WRONG_PROVINCE = 13;
    public static final int SEQUENCE_GAP = 14;
    public static final int TOO_MANY_FILES = 15;
    public static final int RANDOM_TOO_SHORT = 16;
    public static final int ONE_FILE_REQUIRED = 17;
    public static final int FILE_TOO_LARGE = 18;
    public static final int NO_REPORTING_RIGHT = 19;
    public static final int OUTSIDE_HOURS = 20;
    public static final int FILE_NAME_MISSING = 21;
    public static final int PASSWORD_TRIES_EXCEEDED = 22;
    public static final int UPLOAD_MAINTENANCE = 901;
    public static final int DOWNLOAD_MAINTENANCE = 902;
    public static final int OTHER = 999;

    /** What the caller has to do about a code. */
    public enum Group {
        /** The call did what it should. */
        OK,
        /** Authentication or permission: stop the channel and tell a person, never loop. */
        STOP,
        /** The file is at fault: repair it and send it again under the same number. */
        REPAIR,
        /** A number was skipped: send the missing ones first. */
        SEQUENCE,
        /** Busy, closed or under maintenance: the same call later. */
        LATER,
        /** A code that the document does not explain: try again, then tell a person. */
        OTHER
    }

    private ReturnCode() {
    }

    /**
     * Groups a code by what has to be done.
     *
     * @param code any {@code msg_code}, also one that no document names
     * @return the group, never null
     */
    public static Group groupOf(int code) {
        return switch (code) {
            case OK, NOTHING_MORE, NO_DATA, MORE_WAITING -> Group.OK;
            case USER_WRONG, PASSWORD_WRONG, AUTHENTICATION_REFUSED, WRONG_PROVINCE, RANDOM_TOO_SHORT, NO_REPORTING_RIGHT -> Group.STOP;
            case SEQUENCE_GAP -> Group.SEQUENCE;
            case TOO_MANY_FILES, OUTSIDE_HOURS, PASSWORD_TRIES_EXCEEDED, UPLOAD_MAINTENANCE, DOWNLOAD_MAINTENANCE -> Group.LATER;
            case DECRYPTION_FAILED, HASH_MISMATCH, DECOMPRESSION_FAILED, ENCRYPTION_UNKNOWN, HASH_UNKNOWN, COMPRESSION_UNKNOWN,
                ONE_FILE_REQUIRED, FILE_TOO_LARGE, FILE_NAME_MISSING -> Group.REPAIR;
            default -> Group.OTHER;
        };
    }
}
