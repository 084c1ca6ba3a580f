package org.openbeian.regulator.gateway.payload;

/**
 * One record of {@code ZXBA}.
 *
 * @param category {@code Zxlb}: {@link #SUBJECT}, {@link #SITE} or {@link #ACCESS}
 * @param recordId {@code Jlid}, the authority's id
 * @param reason {@code Zxly}
 * @param remark {@code Zxlybz}, or null
 * @param password {@code ICPmm}, or null
 */
public record Cancellation(long category, long recordId, long reason, String remark, String password) implements UploadRecord {
    /** The subject with all of its sites. */
    public static final long SUBJECT = 0;
    /** One site. */
    public static final long SITE = 1;
    /** One access. */
    public static final long ACCESS = 2;

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Cancellation[" + category + "/" + recordId + "]";
    }
}
