package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;

/**
 * A filing as the authority published it (BASJ).
 *
 * @param organizerNumber the organizer's filing number
 * @param organizerRecordId the authority's id of the organizer
 * @param organizerName name of the organizer, or null when it was not said
 * @param services the services
 * @param publishedAt date of the decision
 * @param changedAt when the authority changed the organizer last by its own word ({@code Zjxgsj}), a midnight in China for a day of
 *        which it does not say the time; or null when it is not known
 */
public record PublishedRecord(String organizerNumber, long organizerRecordId, String organizerName, List<PublishedService> services,
        Instant publishedAt, Instant changedAt) {

    /** A record that does not say when it was changed last. */
    public PublishedRecord(String organizerNumber, long organizerRecordId, String organizerName, List<PublishedService> services,
            Instant publishedAt) {
        this(organizerNumber, organizerRecordId, organizerName, services, publishedAt, null);
    }

    /** A record that does not say the organizer's name. */
    public PublishedRecord(String organizerNumber, long organizerRecordId, List<PublishedService> services, Instant publishedAt) {
        this(organizerNumber, organizerRecordId, null, services, publishedAt);
    }

    /** Leaves the name out, which may be that of a person. */
    @Override
    public String toString() {
        return "PublishedRecord[" + organizerNumber + ", services=" + services.size() + "]";
    }

    /**
     * A published service.
     *
     * @param submissionNo our submission that brought it, 0 when it is that of the record or when somebody else filed it
     * @param index position of the service in that submission's application, from 0; -1 when it is not ours
     * @param number the service's filing number
     * @param recordId the authority's id of the service
     * @param name its name, or null when it was not said
     * @param domains its domains; empty when they were not said
     * @param accesses its accesses
     * @param changedAt when the authority changed it last by its own word, as of the organizer; or null when it is not known
     */
    public record PublishedService(long submissionNo, int index, String number, long recordId, String name, List<String> domains,
            List<PublishedAccess> accesses, Instant changedAt) {

        /** Copies the lists. */
        public PublishedService {
            domains = List.copyOf(domains);
            accesses = List.copyOf(accesses);
        }

        /** A service of which is not said when it was changed last. */
        public PublishedService(long submissionNo, int index, String number, long recordId, String name, List<String> domains,
                List<PublishedAccess> accesses) {
            this(submissionNo, index, number, recordId, name, domains, accesses, null);
        }

        /** A service of which no more than numbers and ids at this provider were said. */
        public PublishedService(int index, String number, long recordId, List<Long> accessRecordIds) {
            this(0, index, number, recordId, null, List.of(),
                accessRecordIds.stream().map(id -> new PublishedAccess(id, true, 0)).toList());
        }
    }

    /**
     * A published access.
     *
     * @param recordId the authority's id of it
     * @param here whether it is at this provider
     * @param submissionNo our submission that brought it, or 0
     */
    public record PublishedAccess(long recordId, boolean here, long submissionNo) {
    }
}
