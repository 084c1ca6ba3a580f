package org.openbeian.regulator.gateway.payload;

import java.util.List;

/**
 * One record of {@code XZWZ}: further sites of a filed subject.
 *
 * @param subjectNumber {@code Ztbah}, filing number of the subject
 * @param sites at least one site
 * @param attachments pictures, may be empty
 * @param password {@code ICPmm}, or null
 */
public record NewSites(String subjectNumber, List<SiteRecord> sites, List<Attachment> attachments, String password)
    implements UploadRecord {

    /** Copies the lists. */
    public NewSites {
        sites = List.copyOf(sites);
        attachments = List.copyOf(attachments);
    }

    @Override
    public long pictureBytes() {
        return Attachment.bytes(attachments);
    }

    @Override
    public boolean isExtended() {
        return sites.stream().anyMatch(site -> site.extension() != null);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NewSites[" + subjectNumber + "]";
    }
}
