package org.openbeian.regulator.gateway;

/**
 * {@code Fjyt}: what an attachment is for. The regulator's own numbers come with its code tables and are not public; these
 * are the numbers of our code table.
 */
enum AttachmentPurpose {
    VERIFICATION_FORM(1, true),
    ORGANIZER_CERTIFICATE(2, false),
    ORGANIZER_PRINCIPAL_CERTIFICATE(3, false),
    SERVICE_PRINCIPAL_CERTIFICATE(4, true),
    VERIFICATION_PHOTO(5, true),
    COMMITMENT(7, false),
    DOMAIN_CERTIFICATE(8, true),
    OTHER(9, false),
    /** Other material of a service. */
    OTHER_OF_SERVICE(9, true);

    private final int code;
    private final boolean ofSite;

    AttachmentPurpose(int code, boolean ofSite) {
        this.code = code;
        this.ofSite = ofSite;
    }

    /** The purpose of a material by its type and what it proves. */
    static AttachmentPurpose of(String type, String subject) {
        boolean ofService = subject.startsWith("/services/");
        if (type.contains("verification-form")) {
            return VERIFICATION_FORM;
        }
        if (type.contains("photo") || type.contains("video")) {
            return ofService ? VERIFICATION_PHOTO : OTHER;
        }
        if (type.contains("commitment")) {
            return COMMITMENT;
        }
        if (type.contains("domain")) {
            return ofService ? DOMAIN_CERTIFICATE : OTHER;
        }
        if (subject.endsWith("/principal")) {
            return ofService ? SERVICE_PRINCIPAL_CERTIFICATE : ORGANIZER_PRINCIPAL_CERTIFICATE;
        }
        return "/organizer".equals(subject) && type.contains("certificate") ? ORGANIZER_CERTIFICATE
            : ofService ? OTHER_OF_SERVICE : OTHER;
    }

    int code() {
        return code;
    }

    boolean ofSite() {
        return ofSite;
    }
}
