package org.openbeian.api.model;

import java.util.List;

/**
 * A resource at this provider on which a service runs (接入): A-28.
 *
 * @param resourceKind id of the resource type plugin, such as {@code cvm}
 * @param resourceId id of the resource in the operator's inventory, such as an instance id
 * @param ips public addresses of the resource that serve this service; empty means all of its addresses
 */
public record Access(String resourceKind, String resourceId, List<String> ips) {

    /** Copies the list; null becomes empty. */
    public Access {
        ips = Lists.copy(ips);
    }
}
