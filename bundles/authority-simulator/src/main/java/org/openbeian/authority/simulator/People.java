package org.openbeian.authority.simulator;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Virtual persons and officers who act when somebody makes them. Thread-safe. */
final class People {
    private final Database database;
    private final Agenda agenda;
    private final Clock clock;

    People(Database database, Agenda agenda, Clock clock) {
        this.database = database;
        this.agenda = agenda;
        this.clock = clock;
    }

    private record Waiting(int wrong, int reviewDays) {
    }

    void enterCode(long filingId, boolean right) {
        Instant now = clock.instant();
        Instant release = database.transaction(connection -> {
            List<Waiting> rows = Database.query(connection, "SELECT wrong_codes, review_days FROM filing WHERE id = ? AND NOT decided"
                + " AND sms_at <= ? AND (answer_at IS NULL OR answer_at > ?)", row -> new Waiting(row.getInt(1), row.getInt(2)), filingId,
                now.toEpochMilli(), now.toEpochMilli());
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("filing " + filingId + " does not wait for a code");
            }
            return right ? answered(connection, filingId, now, rows.get(0)) : wrong(connection, filingId, now, rows.get(0));
        });
        agenda.add(release);
    }

    private static Instant answered(Connection connection, long filingId, Instant now, Waiting waiting) throws SQLException {
        Instant decide = Plan.workingDaysLater(now, waiting.reviewDays());
        Database.update(connection, "UPDATE filing SET answer_at = ?, decide_at = ?, release_at = ?, outcome = CASE WHEN outcome = 'REFUSE'"
            + " THEN 'REFUSE' ELSE 'PASS' END, opinion = CASE WHEN outcome IN ('REFUSE', 'PASS') THEN opinion ELSE '审核通过' END"
            + " WHERE id = ?", now.toEpochMilli(), decide.toEpochMilli(), decide.toEpochMilli(), filingId);
        return decide;
    }

    private static Instant wrong(Connection connection, long filingId, Instant now, Waiting waiting) throws SQLException {
        int wrong = waiting.wrong() + 1;
        Database.update(connection, "UPDATE filing SET wrong_codes = ? WHERE id = ?", wrong, filingId);
        if (wrong < Plan.MOST_WRONG_CODES) {
            return null;
        }
        Database.update(connection, "UPDATE filing SET outcome = ?, opinion = ?, answer_at = NULL, decide_at = ?, release_at = ?"
            + " WHERE id = ?", Plan.Outcome.SMS_WRONG.name(), Plan.WRONG_OPINION, now.toEpochMilli(), now.toEpochMilli(), filingId);
        return now;
    }

    void decide(long filingId, boolean pass, String opinion) {
        Instant now = clock.instant();
        Plan.Outcome outcome = pass ? Plan.Outcome.PASS : Plan.Outcome.REFUSE;
        int changed = database.transaction(connection -> Database.update(connection, "UPDATE filing SET outcome = ?, opinion = ?,"
            + " answer_at = COALESCE(answer_at, ?), decide_at = ?, release_at = ? WHERE id = ? AND NOT decided AND published IS NOT NULL",
            outcome.name(), opinion == null ? (pass ? "审核通过" : "审核不通过") : opinion, now.toEpochMilli(), now.toEpochMilli(),
            now.toEpochMilli(), filingId));
        if (changed == 0) {
            throw new IllegalArgumentException("filing " + filingId + " is not open");
        }
        agenda.add(now);
    }
}
