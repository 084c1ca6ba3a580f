package org.openbeian.api.register;

import org.openbeian.api.model.Access;

/**
 * One access of a service in the register.
 *
 * @param recordId the authority's id of it
 * @param here whether it is at this provider; otherwise at another one
 * @param access the resource at this provider, or null when it is not known
 */
public record AccessEntry(long recordId, boolean here, Access access) {
}
