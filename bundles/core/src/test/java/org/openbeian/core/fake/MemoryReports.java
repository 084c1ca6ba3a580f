package org.openbeian.core.fake;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.store.ReportStore;

/** Reports in memory. */
public final class MemoryReports implements ReportStore, MemoryTransactions.Undoable {

    private final MemoryTransactions transactions;
    private TreeMap<Long, Report> rows = new TreeMap<>();
    private Map<String, Map<String, Object>> drafts = new HashMap<>();

    /** Joins the transactions. */
    public MemoryReports(MemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public Runnable checkpoint() {
        TreeMap<Long, Report> oldRows = new TreeMap<>(rows);
        Map<String, Map<String, Object>> oldDrafts = new HashMap<>(drafts);
        return () -> {
            rows = oldRows;
            drafts = oldDrafts;
        };
    }

    @Override
    public Report insert(Report fresh) {
        transactions.check();
        long number = rows.isEmpty() ? 1 : rows.lastKey() + 1;
        Report stored = new Report(number, fresh.authorityId(), fresh.kind(), fresh.caseId(), fresh.state(), fresh.content(),
            fresh.answers(), fresh.by(), fresh.createdAt(), fresh.changedAt(), fresh.file());
        rows.put(number, stored);
        return stored;
    }

    @Override
    public void update(Report next) {
        transactions.check();
        rows.replace(next.number(), next);
    }

    @Override
    public Optional<Report> find(long number) {
        return Optional.ofNullable(rows.get(number));
    }

    @Override
    public List<Report> inFile(String authorityId, long sequence) {
        return rows.values().stream().filter(one -> one.authorityId().equals(authorityId) && one.file() == sequence).toList();
    }

    @Override
    public List<Report> list(String authorityId, long before, int limit) {
        return newest().filter(one -> authorityId == null || one.authorityId().equals(authorityId))
            .filter(one -> before == 0 || one.number() < before)
            .limit(limit).toList();
    }

    @Override
    public List<Report> sent(String authorityId, ReportKind kind, int limit) {
        return newest().filter(one -> one.authorityId().equals(authorityId) && one.kind() == kind && one.state() == Report.State.SENT)
            .limit(limit).toList();
    }

    private Stream<Report> newest() {
        return rows.values().stream().sorted(Comparator.comparing(Report::number).reversed());
    }

    @Override
    public void keepDraft(String caseId, Map<String, Object> draft, Instant at) {
        transactions.check();
        drafts.put(caseId, draft);
    }

    @Override
    public Optional<Map<String, Object>> draft(String caseId) {
        return Optional.ofNullable(drafts.get(caseId));
    }

    @Override
    public int trim(Instant before, int limit) {
        throw new UnsupportedOperationException();
    }
}
