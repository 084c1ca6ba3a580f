package org.openbeian.regulator.gateway.payload;

/**
 * {@code Fjxx}: a picture that goes with a filing.
 *
 * @param format {@code Fjwjgs}, 1 for JPEG
 * @param purpose {@code Fjyt}
 * @param content the picture; not copied
 * @param ownerType {@code Ssdxlx}: {@link #SUBJECT} or {@link #SITE}
 * @param ownerId {@code Ssdxbs}: our id of that subject or site
 * @param remark {@code Bz}, or null
 */
public record Attachment(long format, long purpose, byte[] content, long ownerType, long ownerId, String remark) {
    /** Format number of a JPEG picture. */
    public static final long JPEG = 1;
    /** The attachment belongs to the subject. */
    public static final long SUBJECT = 1;
    /** The attachment belongs to a site. */
    public static final long SITE = 2;
    /** Purpose of the verification form (真实性核验单), the one attachment that may be larger. */
    public static final long VERIFICATION_FORM = 1;
    /** Largest picture, in bytes. */
    public static final int MAX_BYTES = 100 * 1024;
    /** Largest verification form, in bytes. */
    public static final int MAX_FORM_BYTES = 150 * 1024;

    /** Largest content for a purpose, in bytes. */
    public static int maxBytes(long purpose) {
        return purpose == VERIFICATION_FORM ? MAX_FORM_BYTES : MAX_BYTES;
    }

    /** Leaves the picture out. */
    @Override
    public String toString() {
        return "Attachment[purpose=" + purpose + ", owner=" + ownerType + "/" + ownerId + ", bytes=" + content.length + "]";
    }
}
