package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportPart;
import org.openbeian.api.report.ReportSummary;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.ReportStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports and drafts, each protected by a key of its own, which is destroyed with it. */
@Component
public final class JdbcReportStore implements ReportStore {

    private static final String SELECT = "select id, scope, authority_id, kind, case_id, state, file_sequence, document, created_by,"
        + " created_at, changed_at, parts, parts_open from authority_report";

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcReportStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    /** What is protected of a report. */
    record Document(Map<String, Object> content, List<Report.Answer> answers) {
    }

    /** A draft as it is stored. */
    record Draft(Map<String, Object> content) {
    }

    @Override
    public Report insert(Report fresh) {
        return database.call(() -> {
            String scope = "report:" + UUID.randomUUID();
            database.update("insert into authority_report (scope, authority_id, kind, case_id, state, file_sequence, document, created_by,"
                + " created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", scope, fresh.authorityId(), fresh.kind().name(),
                fresh.caseId(), fresh.state().name(), fresh.file(), document(scope, fresh), fresh.by(), fresh.createdAt(),
                fresh.changedAt());
            return database.first(SELECT + " where scope = ?", this::report, scope).orElseThrow();
        });
    }

    @Override
    public void update(Report next) {
        database.call(() -> {
            String scope = database.first("select scope from authority_report where id = ?", row -> row.getString(1), next.number())
                .orElseThrow(() -> new IllegalStateException("report " + next.number() + " is gone"));
            return database.update("update authority_report set state = ?, file_sequence = ?, document = ?, changed_at = ?, error = ?,"
                + " answers = ? where id = ?", next.state().name(), next.file(), document(scope, next), next.changedAt(), next.error(),
                next.answers().size(), next.number());
        });
    }

    private byte[] document(String scope, Report report) {
        return personalData.protect(scope, Documents.bytes(new Document(report.content(), report.answers())));
    }

    @Override
    public Optional<Report> find(long number) {
        return database.first(SELECT + " where id = ?", this::report, number);
    }

    @Override
    public void name(long number, Collection<String> names) {
        database.batch("insert into authority_report_name (report_id, name) values (?, ?)", names.stream().distinct()
            .map(name -> new Object[] {number, name}).toList());
    }

    @Override
    public void divide(long number, Collection<ReportPart> parts) {
        database.batch("insert into authority_report_part (report_id, name, place, is_open) values (?, ?, ?, true)", parts.stream()
            .map(part -> new Object[] {number, part.name(), part.place()}).toList());
        if (parts.size() > 1) {
            database.update("update authority_report set parts = ?, parts_open = ? where id = ?", parts.size(), parts.size(), number);
        }
    }

    @Override
    public Optional<Settled> settle(long number, String part) {
        return database.call(() -> {
            int settled = database.update("update authority_report_part set is_open = false where report_id = ? and name = ? and is_open",
                number, part);
            database.update("update authority_report set parts_open = parts_open - ? where id = ?", settled, number);
            return database.first("select place, parts_open from authority_report_part join authority_report on id = report_id"
                + " where report_id = ? and name = ?", row -> new Settled(row.getString(1), row.getInt(2)), number, part);
        });
    }

    @Override
    public Optional<Report> lock(long number) {
        return database.first(SELECT + " where id = ? for update", this::report, number);
    }

    @Override
    public List<Report> inFile(String authorityId, long sequence) {
        return database.query(SELECT + " where authority_id = ? and file_sequence = ? order by id for update", this::report, authorityId,
            sequence);
    }

    @Override
    public int count(String authorityId, long sequence) {
        return database.first("select count(*) from authority_report where authority_id = ? and file_sequence = ?", row -> row.getInt(1),
            authorityId, sequence).orElseThrow();
    }

    @Override
    public List<ReportSummary> list(String authorityId, long before, int limit) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select id, authority_id, kind, case_id, state, error, answers, created_by, created_at,"
            + " changed_at, file_sequence, parts, parts_open from authority_report where 1 = 1");
        if (authorityId != null) {
            sql.append(" and authority_id = ?");
            parameters.add(authorityId);
        }
        if (before > 0) {
            sql.append(" and id < ?");
            parameters.add(before);
        }
        parameters.add(limit);
        return database.query(sql.append(" order by id desc limit ?").toString(), JdbcReportStore::summary, parameters.toArray());
    }

    @Override
    public List<Long> underWay(String authorityId, Collection<ReportKind> kinds, String name, String part, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(authorityId));
        StringBuilder sql = new StringBuilder("select id from authority_report where authority_id = ? and file_sequence <> 0 and ")
            .append(among(kinds, parameters));
        if (part == null) {
            sql.append(" and state in ('SENT', 'QUEUED')");
        } else {
            sql.append(" and (state in ('SENT', 'QUEUED') or state = 'FAILED' and parts_open < parts) and (id in (select report_id from"
                + " authority_report_part where name = ? and is_open) or not exists (select 1 from authority_report_part where"
                + " report_id = authority_report.id))");
            parameters.add(part);
        }
        if (name != null) {
            sql.append(" and id in (select report_id from authority_report_name where name = ?)");
            parameters.add(name);
        }
        parameters.add(limit);
        return database.query(sql.append(" order by id desc limit ?").toString(), row -> row.getLong(1), parameters.toArray());
    }

    @Override
    public List<String> awaited(Collection<ReportKind> kinds, Instant since) {
        List<Object> parameters = new ArrayList<>(List.of(since));
        return database.query("select distinct authority_id from authority_report where state = 'SENT' and changed_at >= ? and "
            + among(kinds, parameters) + " order by authority_id", row -> row.getString(1), parameters.toArray());
    }

    private static String among(Collection<ReportKind> kinds, List<Object> parameters) {
        kinds.forEach(kind -> parameters.add(kind.name()));
        return "kind in (" + String.join(", ", Collections.nCopies(kinds.size(), "?")) + ")";
    }

    @Override
    public boolean isAnswered(String caseId) {
        return database.first("select id from authority_report where case_id = ? and state in ('QUEUED', 'SENT', 'DONE') limit 1",
            row -> row.getLong(1), caseId).isPresent();
    }

    @Override
    public void keepDraft(String caseId, Map<String, Object> draft, Instant at) {
        byte[] document = personalData.protect(scope(caseId), Documents.bytes(new Draft(draft)));
        database.call(() -> database.insertUnlessThere("insert into report_draft (case_id, document, kept_at) values (?, ?, ?)", caseId,
            document, at) ? 1
            : database.update("update report_draft set document = ?, kept_at = ? where case_id = ?", document, at, caseId));
    }

    @Override
    public Optional<Map<String, Object>> draft(String caseId) {
        return draft(caseId, "");
    }

    @Override
    public Optional<Map<String, Object>> lockDraft(String caseId) {
        return draft(caseId, " for update");
    }

    private Optional<Map<String, Object>> draft(String caseId, String lock) {
        return database.first("select document from report_draft where case_id = ?" + lock, row -> Documents.read(
            personalData.reveal(scope(caseId), row.getBytes(1)), Draft.class).content(), caseId);
    }

    @Override
    public void dropDraft(String caseId) {
        database.call(() -> {
            int dropped = database.update("delete from report_draft where case_id = ?", caseId);
            JdbcDataKeyStore.destroyAll(database, dropped == 0 ? List.of() : List.of(scope(caseId)));
            return dropped;
        });
    }

    @Override
    public int trim(Instant before, int limit) {
        return database.call(() -> {
            List<String> scopes = new ArrayList<>(database.query("select scope from authority_report where changed_at < ? and state <>"
                + " 'QUEUED' order by id limit ?", row -> row.getString(1), before, limit));
            database.batch("delete from authority_report where scope = ?", scopes.stream().map(one -> new Object[] {one}).toList());
            List<String> cases = database.query("select case_id from report_draft where kept_at < ? order by case_id limit ?",
                row -> row.getString(1), before, limit);
            database.batch("delete from report_draft where case_id = ?", cases.stream().map(one -> new Object[] {one}).toList());
            cases.forEach(one -> scopes.add(scope(one)));
            JdbcDataKeyStore.destroyAll(database, scopes);
            return scopes.size();
        });
    }

    private static String scope(String caseId) {
        return "report-draft:" + caseId;
    }

    private static ReportSummary summary(ResultSet row) throws SQLException {
        return new ReportSummary(row.getLong("id"), row.getString("authority_id"), ReportKind.valueOf(row.getString("kind")),
            row.getString("case_id"), Report.State.valueOf(row.getString("state")), row.getString("error"), row.getInt("answers"),
            row.getString("created_by"), Rows.instant(row, "created_at"), Rows.instant(row, "changed_at"), row.getLong("file_sequence"),
            row.getInt("parts"), row.getInt("parts_open"));
    }

    private Report report(ResultSet row) throws SQLException {
        Document document = Documents.read(personalData.reveal(row.getString("scope"), row.getBytes("document")), Document.class);
        return new Report(row.getLong("id"), row.getString("authority_id"), ReportKind.valueOf(row.getString("kind")),
            row.getString("case_id"), Report.State.valueOf(row.getString("state")), document.content(),
            document.answers() == null ? List.of() : document.answers(), row.getString("created_by"), Rows.instant(row, "created_at"),
            Rows.instant(row, "changed_at"), row.getLong("file_sequence"), row.getInt("parts"), row.getInt("parts_open"));
    }
}
