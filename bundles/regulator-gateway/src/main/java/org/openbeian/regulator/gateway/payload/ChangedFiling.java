package org.openbeian.regulator.gateway.payload;

import java.util.List;

/**
 * One record of {@code BGBA}: a filed subject and sites as they shall be from now on.
 *
 * @param subjectRecordId {@code Ztid}, the authority's id of the subject
 * @param subjectNumber {@code Baxh} of the subject
 * @param subject the subject; its own id is not sent
 * @param sites at least one site
 * @param attachments pictures, may be empty
 * @param password {@code ICPmm}, or null
 */
public record ChangedFiling(long subjectRecordId, String subjectNumber, SubjectRecord subject, List<ChangedSite> sites,
    List<Attachment> attachments, String password) implements UploadRecord {

    /** Copies the lists. */
    public ChangedFiling {
        sites = List.copyOf(sites);
        attachments = List.copyOf(attachments);
    }

    @Override
    public long pictureBytes() {
        return Attachment.bytes(attachments);
    }

    @Override
    public boolean isExtended() {
        return subject.extension() != null || sites.stream().anyMatch(changed -> changed.site().extension() != null);
    }

    /**
     * A changed site.
     *
     * @param recordId {@code Wzid}, the authority's id
     * @param number {@code Baxh} of the site
     * @param site the site; the ids of site and accesses are not sent, those of domains and addresses are new ones of ours
     * @param accessIds {@code Jrid}, the authority's ids of the accesses in their order
     */
    public record ChangedSite(long recordId, String number, SiteRecord site, List<Long> accessIds) {

        /** Copies the list. */
        public ChangedSite {
            accessIds = List.copyOf(accessIds);
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "ChangedFiling[" + subjectNumber + "]";
    }
}
