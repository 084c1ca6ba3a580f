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

    private record Due(long id, long ispId, long subjectId, Plan.Outcome outcome, Instant decide, String opinion, String errors,
        String published) {
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
        List<Due> due = Database.query(connection, "SELECT id, isp_id, subject_id, outcome, decide_at, opinion, errors, published"
            + " FROM filing WHERE NOT decided AND release_at <= ? ORDER BY release_at, id LIMIT " + BATCH,
            row -> new Due(row.getLong(1), row.getLong(2), row.getLong(3), Plan.Outcome.valueOf(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)), row.getString(6), row.getString(7), row.getString(8)), now.toEpochMilli());
        for (Due filing : due) {
            decide(connection, filing);
        }
        return due.size();
    }

    private static void decide(Connection connection, Due filing) throws SQLException {
        String date = DATE.format(filing.decide());
        String number = null;
        switch (filing.outcome()) {
            case DATA_ERROR -> Ledger.result(connection, filing.ispId(), "JG", filing.errors());
            case PASS -> {
                number = number(connection, filing);
                Ledger.result(connection, filing.ispId(), "SH",
                    ResultXml.decided(true, filing.opinion(), date, filing.subjectId()));
                Ledger.result(connection, filing.ispId(), "BASJ", ResultXml.publish(filing.published(), number, date));
            }
            case REFUSE, SMS_EXPIRED, SMS_WRONG -> Ledger.result(connection, filing.ispId(), "SH",
                ResultXml.decided(false, filing.opinion(), date, filing.subjectId()));
        }
        Database.update(connection, "UPDATE filing SET decided = TRUE, number = ? WHERE id = ?", number, filing.id());
        if (number == null) {
            Database.update(connection, "DELETE FROM claim WHERE filing = ?", filing.id());
        }
    }

    private static String number(Connection connection, Due filing) throws SQLException {
        Province province = province(filing);
        int year = filing.decide().atZone(ZoneId.of("Asia/Shanghai")).getYear();
        String serial = province.id() + "-" + year;
        if (Database.update(connection, "UPDATE serial SET last = last + 1 WHERE name = ?", serial) == 0) {
            Database.update(connection, "INSERT INTO serial (name, last) VALUES (?, 1)", serial);
        }
        long last = Database.query(connection, "SELECT last FROM serial WHERE name = ?", row -> row.getLong(1), serial).get(0);
        return String.format(Locale.ROOT, "%sICP备%d%06d号", province.prefix(), year, last);
    }

    /** The account's province; filings taken by the ministry get their number in the province of the organizer. */
    private static Province province(Due filing) {
        String account = Long.toString(filing.ispId()).substring(0, 6);
        Province province = Province.ALL.get(account);
        if (province != null) {
            return province;
        }
        int at = filing.published().indexOf("<Shengid>") + "<Shengid>".length();
        return Province.ALL.get(filing.published().substring(at, at + 6));
    }
}
