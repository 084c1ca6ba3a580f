package org.openbeian.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.security.Actor;

/** Remembers what was recorded, as text; refuses everything when told so. */
public final class MemoryAudit implements AuditLog {

    /** One line an entry: account, action, object, reason, details. */
    public final List<String> lines = new ArrayList<>();
    /** Whether it breaks down. */
    public boolean broken;

    @Override
    public void record(Actor actor, String action, String kind, String id, String reason, Map<String, String> details) {
        if (broken) {
            throw new IllegalStateException("no audit");
        }
        lines.add(actor.account() + " " + action + " " + kind + "/" + id + " " + reason + " " + details);
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditProof export(long fromNo, Consumer<AuditEntry> out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean confirms(AuditProof noted) {
        throw new UnsupportedOperationException();
    }
}
