package org.openbeian.security.crypt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.Transactions;

/** The store and the audit around keys. */
final class Fakes implements Transactions, DurableTasks, AuditLog {

    static final Actor OLGA = new Actor("olga", Set.of(Role.OPERATOR), "shell");

    final List<String> audit = new ArrayList<>();
    final List<String> scheduled = new ArrayList<>();

    @Override
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    @Override
    public void schedule(String task, String key, Instant at) {
        scheduled.add(task);
    }

    @Override
    public void ensure(String task, String key, Instant at) {
        scheduled.add(task);
    }

    @Override
    public void cancel(String task, String key) {
        scheduled.remove(task);
    }

    @Override
    public void record(Actor actor, String action, String objectKind, String objectId, String reason, Map<String, String> details) {
        audit.add(actor.account() + " " + action + " " + objectKind + " " + objectId + (reason == null ? "" : " " + reason));
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        return List.of();
    }

    @Override
    public AuditProof export(long fromNo, Consumer<AuditEntry> out) {
        return null;
    }

    @Override
    public boolean confirms(AuditProof noted) {
        return false;
    }
}
