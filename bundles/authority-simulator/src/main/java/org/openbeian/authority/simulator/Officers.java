package org.openbeian.authority.simulator;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Decides filings whose time has come and allots their numbers. Thread-safe. */
final class Officers {
    private static final int BATCH = 500;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
        .withZone(ZoneId.of("Asia/Shanghai"));

    private final Database database;
    private final Agenda agenda;
    private final Clock clock;

    Officers(Database database, Agenda agenda, Clock clock) {
        this.database = database;
        this.agenda = agenda;
        this.clock = clock;
    }

    private record Due(long id, long ispId, Submitted.Kind kind, long named, String base, Plan.Outcome outcome, Instant decide,
        String opinion, String errors, String published) {
    }

    /** Decides everything that is due; afterwards the results can be fetched. */
    synchronized void work() {
        Instant now = clock.instant();
        int done;
        do {
            done = database.transaction(connection -> decide(connection, now));
        } while (done == BATCH);
        agenda.passed(now);
    }

    private static int decide(Connection connection, Instant now) throws SQLException {
        List<Due> due = Database.query(connection, "SELECT id, isp_id, kind, COALESCE(named, subject_id), base, outcome, decide_at,"
            + " opinion, errors, published FROM filing WHERE NOT decided AND release_at <= ? ORDER BY release_at, id LIMIT " + BATCH,
            row -> new Due(row.getLong(1), row.getLong(2), Submitted.Kind.valueOf(row.getString(3)), row.getLong(4), row.getString(5),
                Plan.Outcome.valueOf(row.getString(6)), Instant.ofEpochMilli(row.getLong(7)), row.getString(8), row.getString(9),
                row.getString(10)), now.toEpochMilli());
        for (Due filing : due) {
            decide(connection, filing);
        }
        return due.size();
    }

    private static void decide(Connection connection, Due filing) throws SQLException {
        String date = DATE.format(filing.decide());
        boolean pass = filing.outcome() == Plan.Outcome.PASS;
        if (filing.outcome() == Plan.Outcome.DATA_ERROR) {
            Ledger.result(connection, filing.ispId(), "JG", filing.errors());
        } else {
            Ledger.result(connection, filing.ispId(), "SH",
                ResultXml.decided(pass, filing.opinion(), date, filing.kind().operation(), filing.named()));
        }
        String number = pass ? pass(connection, filing, date) : null;
        Database.update(connection, "UPDATE filing SET decided = TRUE, number = ?, decided_no = NEXT VALUE FOR decision WHERE id = ?",
            number, filing.id());
        if (number == null) {
            Database.update(connection, "DELETE FROM claim WHERE filing = ?", filing.id());
        }
    }

    /** Publishes what passed, and says under which number. */
    private static String pass(Connection connection, Due filing, String date) throws SQLException {
        String number = filing.base() == null ? number(connection, filing) : filing.base();
        if (filing.kind().cancels()) {
            long category = filing.kind() == Submitted.Kind.CANCEL_SUBJECT ? 0 : filing.kind() == Submitted.Kind.CANCEL_SITE ? 1 : 2;
            Ledger.result(connection, filing.ispId(), "ZXSJ", ResultXml.cancelled(category, filing.named()));
            Ledger.release(connection, number, filing.published());
            return number;
        }
        String record = ResultXml.publish(filing.published(), number, date);
        int next = record.contains(ResultXml.SITE_NUMBER) ? serial(connection, number) : 0;
        for (int i = 1; record.contains(ResultXml.SITE_NUMBER); i++) {
            record = record.replace(ResultXml.SITE_NUMBER + i + ";", number + "-" + next);
            next = record.contains(ResultXml.SITE_NUMBER) ? serial(connection, number) : next;
        }
        if (filing.kind() == Submitted.Kind.FIRST) {
            for (int i = record.split("<Wz_xx>", -1).length - 1; i > 0; i--) {
                serial(connection, number);
            }
        }
        Ledger.result(connection, filing.ispId(), "BASJ", record);
        Database.update(connection, "UPDATE filing SET published = ? WHERE id = ?", record, filing.id());
        Ledger.release(connection, number, record);
        return number;
    }

    /** The next number of a count that never repeats, whatever is cancelled. */
    private static int serial(Connection connection, String name) throws SQLException {
        if (Database.update(connection, "UPDATE serial SET last = last + 1 WHERE name = ?", name) == 0) {
            Database.update(connection, "INSERT INTO serial (name, last) VALUES (?, 1)", name);
        }
        return Database.query(connection, "SELECT last FROM serial WHERE name = ?", row -> row.getInt(1), name).get(0);
    }

    private static String number(Connection connection, Due filing) throws SQLException {
        Province province = province(filing);
        int year = filing.decide().atZone(ZoneId.of("Asia/Shanghai")).getYear();
        int last = serial(connection, province.id() + "-" + year);
        return String.format(Locale.ROOT, "%sICP备%d%06d号", province.prefix(), year, last);
    }

    /** The organizer's province reviews and gives the number, whatever account reported it. */
    private static Province province(Due filing) {
        int at = filing.published().indexOf("<Shengid>") + "<Shengid>".length();
        return Province.ALL.get(filing.published().substring(at, at + 6));
    }
}
