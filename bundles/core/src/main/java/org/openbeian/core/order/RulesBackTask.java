package org.openbeian.core.order;

import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.store.DurableTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at the waiting orders after a change of rules. */
@Component(service = DurableTask.class)
public final class RulesBackTask implements DurableTask {

    static final String NAME = "rules-back";

    private final WaitingOrders waiting;

    /** Created by Declarative Services. */
    @Activate
    public RulesBackTask(@Reference WaitingOrders waiting) {
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean machine() {
        return true;
    }

    @Override
    public Optional<Instant> run(String key) {
        waiting.resumeAll();
        return Optional.empty();
    }
}
