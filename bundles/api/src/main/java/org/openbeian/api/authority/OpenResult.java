package org.openbeian.api.authority;

import java.time.Instant;

/**
 * A result file that came and was neither applied nor dismissed; what it said is not known.
 *
 * @param authorityId the authority
 * @param name its name
 * @param reason why it could not be applied, or null when that was not found out yet
 * @param receivedAt when it came last
 */
public record OpenResult(String authorityId, String name, String reason, Instant receivedAt) {
}
