package org.openbeian.security.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.security.Actor;

/** Remembers what was recorded, as {@code account action object details}. */
final class RecordedAudit implements AuditLog {

    final List<String> entries = new ArrayList<>();

    @Override
    public void record(Actor actor, String action, String objectKind, String objectId, String reason,
            Map<String, String> details) {
        entries.add(actor.account() + " " + action + " " + objectId + " " + new java.util.TreeMap<>(details));
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
