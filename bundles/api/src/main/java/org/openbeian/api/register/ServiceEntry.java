package org.openbeian.api.register;

import java.time.Instant;
import java.util.List;

/**
 * A granted internet service in the register.
 *
 * @param number filing number of the service
 * @param organizerNumber filing number of its organizer
 * @param name name of the service
 * @param domains its domains in lower-case A-form
 * @param recordId the authority's id
 * @param orderId order that brought it
 * @param grantedAt date of the authority's decision
 */
public record ServiceEntry(String number, String organizerNumber, String name, List<String> domains, long recordId,
        String orderId, Instant grantedAt) {

    /** Copies the list. */
    public ServiceEntry {
        domains = List.copyOf(domains);
    }
}
