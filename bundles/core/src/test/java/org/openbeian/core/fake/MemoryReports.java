package org.openbeian.core.fake;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportPart;
import org.openbeian.api.report.ReportSummary;
import org.openbeian.api.store.ReportStore;

/** Reports in memory; one that is changed must have been locked in the same transaction. */
public final class MemoryReports implements ReportStore, MemoryTransactions.Undoable {

    private final MemoryTransactions transactions;
    private TreeMap<Long, Report> rows = new TreeMap<>();
    private Map<String, Map<String, Object>> drafts = new HashMap<>();
    private final Map<Long, List<String>> names = new HashMap<>();
    private Map<Long, Map<String, String>> parts = new HashMap<>();
    private Map<Long, Set<String>> settled = new HashMap<>();
    private final Set<Long> locked = new HashSet<>();
    /** Number of the report whose content cannot be read. */
    public long unreadable;

    /** Joins the transactions. */
    public MemoryReports(MemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public Runnable checkpoint() {
        locked.clear();
        TreeMap<Long, Report> oldRows = new TreeMap<>(rows);
        Map<String, Map<String, Object>> oldDrafts = new HashMap<>(drafts);
        Map<Long, Map<String, String>> oldParts = new HashMap<>(parts);
        Map<Long, Set<String>> oldSettled = new HashMap<>(settled);
        return () -> {
            rows = oldRows;
            drafts = oldDrafts;
            parts = oldParts;
            settled = oldSettled;
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
        if (!locked.contains(next.number())) {
            throw new IllegalStateException("report " + next.number() + " is changed without a lock");
        }
        rows.computeIfPresent(next.number(), (number, old) -> next.of(old.parts(), old.open()));
    }

    @Override
    public Optional<Report> find(long number) {
        if (number == unreadable) {
            throw new IllegalStateException("the key is gone");
        }
        return Optional.ofNullable(rows.get(number));
    }

    @Override
    public void name(long number, Collection<String> called) {
        transactions.check();
        names.put(number, List.copyOf(called));
    }

    @Override
    public void divide(long number, Collection<ReportPart> into) {
        transactions.check();
        parts.put(number, into.stream().collect(Collectors.toMap(ReportPart::name, ReportPart::place)));
        if (into.size() > 1) {
            rows.computeIfPresent(number, (key, report) -> report.of(into.size(), into.size()));
        }
    }

    @Override
    public Optional<Settled> settle(long number, String part) {
        transactions.check();
        Map<String, String> all = parts.getOrDefault(number, Map.of());
        if (!all.containsKey(part)) {
            return Optional.empty();
        }
        Set<String> done = new HashSet<>(settled.getOrDefault(number, Set.of()));
        done.add(part);
        settled.put(number, done);
        rows.computeIfPresent(number, (key, report) -> report.of(all.size(), all.size() - done.size()));
        return Optional.of(new Settled(all.get(part), all.size() - done.size()));
    }

    @Override
    public Optional<Report> lock(long number) {
        transactions.check();
        locked.add(number);
        return find(number);
    }

    @Override
    public List<Report> inFile(String authorityId, long sequence) {
        transactions.check();
        List<Report> in = rows.values().stream().filter(one -> one.authorityId().equals(authorityId) && one.file() == sequence).toList();
        in.forEach(one -> locked.add(one.number()));
        return in;
    }

    @Override
    public int count(String authorityId, long sequence) {
        return (int) rows.values().stream().filter(one -> one.authorityId().equals(authorityId) && one.file() == sequence).count();
    }

    @Override
    public List<ReportSummary> list(String authorityId, long before, int limit) {
        return newest().filter(one -> authorityId == null || one.authorityId().equals(authorityId))
            .filter(one -> before == 0 || one.number() < before)
            .limit(limit).map(one -> new ReportSummary(one.number(), one.authorityId(), one.kind(), one.caseId(), one.state(), one.error(),
                one.answers().size(), one.by(), one.createdAt(), one.changedAt(), one.file(), one.parts(), one.open())).toList();
    }

    @Override
    public List<Long> underWay(String authorityId, Collection<ReportKind> kinds, String name, String part, int limit) {
        return newest().filter(one -> one.authorityId().equals(authorityId) && kinds.contains(one.kind()) && one.file() != 0)
            .filter(one -> Set.of(Report.State.SENT, Report.State.QUEUED).contains(one.state())
                || part != null && one.state() == Report.State.FAILED && one.open() < one.parts())
            .map(Report::number).filter(number -> name == null || names.getOrDefault(number, List.of()).contains(name))
            .filter(number -> part == null || isOpen(number, part)).limit(limit).toList();
    }

    private boolean isOpen(long number, String part) {
        Set<String> known = parts.getOrDefault(number, Map.of()).keySet();
        return known.isEmpty() || known.contains(part) && !settled.getOrDefault(number, Set.of()).contains(part);
    }

    @Override
    public List<String> awaited(Collection<ReportKind> kinds, Instant since) {
        return newest().filter(one -> kinds.contains(one.kind()) && one.state() == Report.State.SENT && !one.changedAt().isBefore(since))
            .map(Report::authorityId).distinct().toList();
    }

    @Override
    public boolean isAnswered(String caseId) {
        return rows.values().stream().anyMatch(one -> caseId.equals(one.caseId()) && Set.of(Report.State.QUEUED, Report.State.SENT,
            Report.State.DONE).contains(one.state()));
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
    public Optional<Map<String, Object>> lockDraft(String caseId) {
        transactions.check();
        return draft(caseId);
    }

    @Override
    public void dropDraft(String caseId) {
        transactions.check();
        drafts.remove(caseId);
    }

    @Override
    public int trim(Instant before, int limit) {
        throw new UnsupportedOperationException();
    }
}
