package org.openbeian.core.order;

import java.util.Map;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionCase.Status;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.CorrectionStore;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.core.message.Times;

/**
 * Opens and settles cases that the provider found itself, and tells of them (filing flow, section 6). Every method joins the caller's
 * transaction. Thread-safe.
 */
final class FoundCases {

    private static final String CORRECTION = "correction";

    private final CorrectionStore store;
    private final DurableTasks tasks;
    private final Notices notices;
    private final AuditLog audit;

    FoundCases(CorrectionStore store, DurableTasks tasks, Notices notices, AuditLog audit) {
        this.store = store;
        this.tasks = tasks;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * Stores a new case, watches its time, and tells of it.
     *
     * @param key tells it from other open cases
     * @param details what the audit log is told of it
     */
    void open(Actor actor, CorrectionCase fresh, String key, Map<String, String> details) {
        store.insert(fresh, key);
        tasks.schedule(CorrectionBook.TASK, fresh.id(), fresh.due());
        audit.record(actor, "correction.open", CORRECTION, fresh.id(), fresh.text(), details);
        tell(notices, "inspection-found", fresh);
    }

    /** Closes a case by the server itself; false, without any effect, when somebody changed it meanwhile. */
    boolean settle(CorrectionCase open, String conclusion) {
        boolean closed = store.update(open.with(Status.CLOSED, Actor.SYSTEM.account(), conclusion));
        if (closed) {
            tasks.cancel(CorrectionBook.TASK, open.id());
            audit.record(Actor.SYSTEM, "correction.settle", CORRECTION, open.id(), conclusion, Map.of("kind", open.kind().name()));
            tell(notices, "inspection-settled", open);
        }
        return closed;
    }

    /** Tells whose case it is, where that is known. */
    static void tell(Notices notices, String message, CorrectionCase about) {
        if (about.account() != null) {
            String domain = about.domains().isEmpty() ? String.valueOf(about.organizerNumber()) : about.domains().get(0);
            notices.tell(new Notices.Notice(message, about.account(), null, message + ":" + about.id(), Map.of("case", about.id(), "domain",
                domain, "until", Times.day(about.due()))).with("problem", about.kind().text()));
        }
    }
}
