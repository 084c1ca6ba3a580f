package org.openbeian.regulator.gateway.payload;

import java.util.List;

/**
 * One record of {@code XZBA}: a subject that files for the first time, with its sites.
 *
 * @param subject the subject
 * @param sites at least one site
 * @param attachments pictures, may be empty
 */
public record NewFiling(SubjectRecord subject, List<SiteRecord> sites, List<Attachment> attachments) implements UploadRecord {

    /** Copies the lists. */
    public NewFiling {
        sites = List.copyOf(sites);
        attachments = List.copyOf(attachments);
    }

    @Override
    public long pictureBytes() {
        return Attachment.bytes(attachments);
    }

    @Override
    public boolean isExtended() {
        return subject.extension() != null || sites.stream().anyMatch(site -> site.extension() != null);
    }
}
