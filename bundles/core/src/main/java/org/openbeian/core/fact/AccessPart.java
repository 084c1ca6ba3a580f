package org.openbeian.core.fact;

import java.util.List;
import org.openbeian.api.model.Access;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.FilingCase;

/** An access and what the inventory knows of its resource; null when it knows nothing. */
record AccessPart(Access access, ResourceFacts resource) {

    static AccessPart of(Access access, FilingCase filing) {
        for (ResourceFacts facts : filing.resources()) {
            if (facts.id().equals(access.resourceId()) && facts.kind().equals(access.resourceKind())) {
                return new AccessPart(access, facts);
            }
        }
        return new AccessPart(access, null);
    }

    List<String> ips() {
        return access.ips().isEmpty() && resource != null ? resource.ips() : access.ips();
    }
}
