package org.openbeian.regulator.gateway.payload;

/**
 * {@code Fjxx}: a picture that goes with a filing.
 *
 * @param format {@code Fjwjgs}, 1 for JPEG
 * @param purpose {@code Fjyt}
 * @param content the picture; not copied
 * @param ownerType {@code Ssdxlx}: {@link #SUBJECT} or {@link #SITE}
 * @param ownerId {@code Ssdxbs}: our id of that new subject or site, 0 when it is named by its number
 * @param ownerNumber filing number of that subject or site, or null when it is named by our id
 * @param remark {@code Bz}, or null
 */
public record Attachment(long format, long purpose, byte[] content, long ownerType, long ownerId,
    String ownerNumber, String remark) {
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

    /** A picture of something that is filed for the first time. */
    public Attachment(long format, long purpose, byte[] content, long ownerType, long ownerId, String remark) {
        this(format, purpose, content, ownerType, ownerId, null, remark);
    }

    static long bytes(java.util.List<Attachment> attachments) {
        return attachments.stream().mapToLong(one -> one.content() == null ? 0 : one.content().length).sum();
    }

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
