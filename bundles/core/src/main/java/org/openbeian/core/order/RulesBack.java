package org.openbeian.core.order;

import java.time.Clock;
import java.time.Instant;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBookListener;
import org.openbeian.api.store.DurableTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the waiting orders looked at whenever another rule book is in force, and at start. It does not look itself, since what
 * looks needs the rule books, which in turn tell this listener.
 */
@Component(service = RuleBookListener.class, immediate = true)
public final class RulesBack implements RuleBookListener {

    private static final Logger LOG = LoggerFactory.getLogger(RulesBack.class);

    private final DurableTasks tasks;
    private final Clock clock;
    private final Ids ids = new Ids();

    /** Created by Declarative Services. */
    @Activate
    public RulesBack(@Reference DurableTasks tasks, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
        wake();
    }

    @Override
    public void changed(RuleBook now) {
        wake();
    }

    /** A key of its own each time: a task that runs just now may have looked at the rules before the change. */
    private void wake() {
        try {
            Instant now = clock.instant();
            tasks.ensure(RulesBackTask.NAME, ids.next(now), now);
        } catch (RuntimeException e) {
            LOG.warn("Waiting orders are looked at later, since a task could not be stored: {}", e.toString());
        }
    }
}
