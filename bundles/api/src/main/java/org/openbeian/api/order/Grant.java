package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;

/**
 * What the authority granted (T-48).
 *
 * @param organizerNumber the organizer's filing number, such as 粤ICP备2026000001号
 * @param serviceNumbers the services' numbers in the order of the application, such as 粤ICP备2026000001号-1
 * @param grantedAt date of the authority's decision
 */
public record Grant(String organizerNumber, List<String> serviceNumbers, Instant grantedAt) {

    /** Copies the list. */
    public Grant {
        serviceNumbers = List.copyOf(serviceNumbers);
    }
}
