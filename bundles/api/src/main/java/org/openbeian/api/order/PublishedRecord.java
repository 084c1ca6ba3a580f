package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;

/**
 * A filing as the authority published it (BASJ).
 *
 * @param organizerNumber the organizer's filing number
 * @param organizerRecordId the authority's id of the organizer
 * @param services the services in the order of the submission
 * @param publishedAt date of the decision
 */
public record PublishedRecord(String organizerNumber, long organizerRecordId, List<PublishedService> services,
        Instant publishedAt) {

    /**
     * A published service.
     *
     * @param index position of the service in the application, from 0
     * @param number the service's filing number
     * @param recordId the authority's id of the service
     * @param accessRecordIds the authority's ids of its accesses at this provider
     */
    public record PublishedService(int index, String number, long recordId, List<Long> accessRecordIds) {
    }
}
