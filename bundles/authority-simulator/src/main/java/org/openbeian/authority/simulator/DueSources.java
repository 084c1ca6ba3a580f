package org.openbeian.authority.simulator;

import java.util.List;
import org.openbeian.api.time.DueSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The parts of the server that know of planned work, as they come and go. */
@Component(service = DueSources.class)
public final class DueSources {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<DueSource> sources;

    /** Those that are there now. */
    List<DueSource> all() {
        List<DueSource> now = sources;
        return now == null ? List.of() : now;
    }
}
