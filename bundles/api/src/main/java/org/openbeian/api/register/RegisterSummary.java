package org.openbeian.api.register;

import java.time.Instant;
import java.util.List;

/**
 * One organizer in a list.
 *
 * @param number filing number
 * @param provinceId province code
 * @param name name, masked unless it is known to be a unit's; null when it was erased
 * @param state how it stands
 * @param since since when it stands so
 * @param grantedAt date of the authority's decision
 * @param services its services, by number
 */
public record RegisterSummary(String number, String provinceId, String name, OrganizerState state, Instant since, Instant grantedAt,
        List<Service> services) {

    /**
     * One of its services.
     *
     * @param number filing number
     * @param state how it stands
     * @param domains its domains in lower-case A-form; an APP may have none
     */
    public record Service(String number, ServiceState state, List<String> domains) {
    }
}
