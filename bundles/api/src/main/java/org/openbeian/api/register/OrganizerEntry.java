package org.openbeian.api.register;

import java.time.Instant;

/**
 * A granted organizer in the register (备案库).
 *
 * @param number filing number of the organizer
 * @param provinceId province code
 * @param name name of the organizer; stored protected when it is a natural person
 * @param recordId the authority's id
 * @param orderId order that brought it
 * @param grantedAt date of the authority's decision
 */
public record OrganizerEntry(String number, String provinceId, String name, long recordId, String orderId,
        Instant grantedAt) {
}
