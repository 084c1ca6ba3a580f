package org.openbeian.regulator.gateway.payload;

import java.util.List;

/**
 * One record of {@code XZJR}: a further access of a filed site.
 *
 * @param siteNumber {@code Wzbah}, filing number of the site
 * @param access the access
 * @param attachments pictures, may be empty
 * @param password {@code ICPmm}
 */
public record NewAccess(String siteNumber, SiteRecord.AccessRecord access, List<Attachment> attachments, String password)
    implements UploadRecord {

    /** Copies the list. */
    public NewAccess {
        attachments = List.copyOf(attachments);
    }

    @Override
    public long pictureBytes() {
        return Attachment.bytes(attachments);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NewAccess[" + siteNumber + "]";
    }
}
