package org.openbeian.api.authority;

import java.util.List;

/**
 * What a submission rests on, as the register knows it.
 *
 * @param organizerNumber filing number of the organizer
 * @param organizerRecordId the authority's id of it, 0 when it is not known here
 * @param services the services that the submission is about, in the order of its application
 * @param password the filing password, or null when none was given; never logged
 */
public record FiledRecord(String organizerNumber, long organizerRecordId, List<FiledService> services, String password) {

    /** Copies the list. */
    public FiledRecord {
        services = List.copyOf(services);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "FiledRecord[" + organizerNumber + "]";
    }

    /**
     * A filed service.
     *
     * @param number its filing number
     * @param recordId the authority's id, 0 when it is not known here
     * @param accessRecordIds the authority's ids of its accesses at this provider
     */
    public record FiledService(String number, long recordId, List<Long> accessRecordIds) {

        /** Copies the list. */
        public FiledService {
            accessRecordIds = List.copyOf(accessRecordIds);
        }
    }
}
