package org.openbeian.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.audit.ChainReport;
import org.openbeian.api.audit.ChainVerifier;
import org.openbeian.api.security.Actor;

/** An audit in memory; the queries are remembered. */
final class FakeAudit implements AuditLog, ChainVerifier {

    static final Instant AT = Instant.parse("2026-11-21T02:03:04Z");

    final List<AuditEntry> entries = new ArrayList<>();
    final List<AuditQuery> queries = new ArrayList<>();

    @Override
    public synchronized void record(Actor actor, String action, String kind, String id, String reason, Map<String, String> details) {
        long no = entries.size() + 1L;
        entries.add(new AuditEntry(no, AT, actor.account(), actor.address(), action, kind, id, reason, details, "p", "h" + no));
    }

    @Override
    public synchronized List<AuditEntry> list(AuditQuery query) {
        queries.add(query);
        List<AuditEntry> found = new ArrayList<>(entries);
        found.removeIf(entry -> query.before() > 0 && entry.no() >= query.before());
        found.sort((a, b) -> Long.compare(b.no(), a.no()));
        return found.subList(0, Math.min(query.limit(), found.size()));
    }

    @Override
    public synchronized AuditProof export(long fromNo, Consumer<AuditEntry> out) {
        entries.stream().filter(entry -> entry.no() >= fromNo).forEach(out);
        return entries.isEmpty() ? null : new AuditProof(entries.size(), "h" + entries.size());
    }

    @Override
    public synchronized boolean confirms(AuditProof noted) {
        return noted.no() <= entries.size();
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public synchronized ChainReport verify(Consumer<ChainReport> progress) {
        return new ChainReport(1, entries.size(), entries.isEmpty() ? List.of("audit: entry 1 is missing") : List.of());
    }
}
