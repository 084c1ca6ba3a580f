package org.openbeian.authority.simulator;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.authority.simulator.control.Scenario;

/**
 * What the authorities have written down about uploads and filings. Every method is one transaction; writing is one at a
 * time. Thread-safe.
 */
final class Ledger {
    private static final String OPEN_SUBJECT = "SELECT round, decided, outcome FROM filing WHERE isp_id = ? AND subject_id = ? ORDER BY id";

    private final Database database;
    private final Agenda agenda;

    Ledger(Database database, Agenda agenda) {
        this.database = database;
        this.agenda = agenda;
        database.list("SELECT sms_at, answer_at, release_at FROM filing WHERE NOT decided", row -> {
            for (int column = 1; column <= 3; column++) {
                long millis = row.getLong(column);
                if (!row.wasNull()) {
                    agenda.add(Instant.ofEpochMilli(millis));
                }
            }
            return null;
        });
    }

    /**
     * Counters of an account.
     *
     * @param sequence number of the last upload, 0 for none
     * @param hash hash of its file, or null
     */
    record Account(long sequence, String hash) {
    }

    /**
     * A submission with what the checks of its content found.
     *
     * @param filing the submission
     * @param scenario how people will treat it
     * @param errors errors of its content
     */
    record Checked(Submitted filing, Scenario scenario, List<DataChecks.DataError> errors) {
    }

    Account account(long ispId) {
        List<Account> rows = database.list("SELECT sequence, file_hash FROM account WHERE isp_id = ?",
            row -> new Account(row.getLong(1), row.getString(2)), ispId);
        return rows.isEmpty() ? new Account(0, null) : rows.get(0);
    }

    /**
     * Something for the tray.
     *
     * @param kind element or kind of answer
     * @param xml the element
     */
    record Result(String kind, String xml) {
    }

    /**
     * Takes an upload: when this returns it is on disk.
     *
     * @return false if the number is not the next one any more
     */
    synchronized boolean accept(long ispId, long sequence, String hash, List<Checked> filings, List<Result> others, Instant now) {
        List<Plan> plans = new ArrayList<>();
        boolean taken = database.transaction(connection -> {
            if (!count(connection, ispId, sequence, hash)) {
                return false;
            }
            for (Checked checked : filings) {
                plans.add(take(connection, ispId, sequence, checked, now));
            }
            for (Result other : others) {
                result(connection, ispId, other.kind(), other.xml());
            }
            return true;
        });
        for (Plan plan : plans) {
            agenda.add(plan.sms());
            agenda.add(plan.answer());
            agenda.add(plan.release());
        }
        return taken;
    }

    /** What would be found wrong with filings, in their order. */
    List<String> rehearse(List<Checked> filings) {
        return database.transaction(connection -> {
            List<DataChecks.DataError> errors = new ArrayList<>();
            for (Checked checked : filings) {
                errors.addAll(checked.errors());
                Clashes.check(connection, checked.filing(), Records.find(connection, checked.filing()).orElse(null), errors);
            }
            return errors.stream().map(error -> error.code() + " " + error.text()).toList();
        });
    }

    private static boolean count(Connection connection, long ispId, long sequence, String hash) throws SQLException {
        if (sequence == 1 && Database.query(connection, "SELECT 1 FROM account WHERE isp_id = ?", row -> 1, ispId).isEmpty()) {
            return Database.update(connection, "INSERT INTO account (isp_id, sequence, file_hash, next_file) VALUES (?, 1, ?, 1)",
                ispId, hash) == 1;
        }
        return Database.update(connection, "UPDATE account SET sequence = ?, file_hash = ? WHERE isp_id = ? AND sequence = ?", sequence,
            hash, ispId, sequence - 1) == 1;
    }

    private Plan take(Connection connection, long ispId, long sequence, Checked checked, Instant now) throws SQLException {
        Submitted filing = checked.filing();
        long subjectId = filing.submissionId();
        Records.Current record = Records.find(connection, filing).orElse(null);
        List<DataChecks.DataError> errors = new ArrayList<>(checked.errors());
        int round = round(connection, ispId, subjectId, filing, errors);
        Clashes.check(connection, filing, record, errors);
        Plan plan = Plan.of(now, checked.scenario(), errors, filing.kind() == Submitted.Kind.CANCEL_ACCESS);
        String published = plan.outcome() == Plan.Outcome.DATA_ERROR ? null
            : Records.after(filing, record, ispId, () -> recordId(connection));
        String domains = String.join(" ", record == null || filing.kind() == Submitted.Kind.NEW_SITES ? filing.domains()
            : Submitted.domains(record.concerned(filing)));
        long id = Database.insert(connection, "INSERT INTO filing (isp_id, sequence, subject_id, round, organizer, document, domains,"
            + " accepted_at, sms_at, answer_at, wrong_codes, decide_at, release_at, review_days, outcome, decided, opinion, errors,"
            + " published, kind, base, named) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, FALSE, ?, ?, ?, ?, ?, ?)", ispId,
            sequence, subjectId, round, record == null || filing.organizer() != null ? filing.organizer() : record.organizer(),
            filing.document(), domains, now.toEpochMilli(), millis(plan.sms()), millis(plan.answer()), millis(plan.decide()),
            millis(plan.release()), checked.scenario().reviewDays(), plan.outcome().name(), plan.opinion(),
            plan.errors().isEmpty() ? null : ResultXml.processed(plan.errors(), filing.kind().operation(), filing.named()), published,
            filing.kind().name(), record == null ? null : record.number(), filing.decided());
        if (errors.isEmpty()) {
            claim(connection, id, filing);
        }
        return plan;
    }

    /** A second acceptance of what is under way or has passed stays in its round and is an error; after a refusal a round begins. */
    private static int round(Connection connection, long ispId, long subjectId, Submitted filing,
        List<DataChecks.DataError> errors) throws SQLException {
        record Earlier(int round, boolean failed) {
        }
        List<Earlier> earlier = Database.query(connection, OPEN_SUBJECT, row -> new Earlier(row.getInt(1),
            row.getBoolean(2) && !Plan.Outcome.PASS.name().equals(row.getString(3))), ispId, subjectId);
        if (earlier.isEmpty()) {
            return 1;
        }
        int last = earlier.get(earlier.size() - 1).round();
        boolean failed = earlier.stream().filter(one -> one.round() == last).allMatch(Earlier::failed);
        if (!failed) {
            errors.add(Clashes.repeated(filing.kind()));
        }
        return failed ? last + 1 : last;
    }

    /**
     * Frees what a record does not hold any more.
     *
     * @param published the record as it is now, or null when it is cancelled as a whole
     */
    static void release(Connection connection, String number, String published) throws SQLException {
        List<String> claims = Database.query(connection, "SELECT c.name FROM claim c JOIN filing f ON f.id = c.filing"
            + " WHERE f.number = ? OR f.base = ?", row -> row.getString(1), number, number);
        List<String> domains = published == null ? List.of() : Submitted.siteDomains(Records.read(published).all("Wz_xx"));
        for (String claim : claims) {
            boolean held = published != null && (claim.startsWith("subject:") || domains.contains(claim.substring("domain:".length())));
            if (!held) {
                Database.update(connection, "DELETE FROM claim WHERE name = ?", claim);
            }
        }
    }

    static boolean claimed(Connection connection, String name) throws SQLException {
        return !Database.query(connection, "SELECT 1 FROM claim WHERE name = ?", row -> 1, name).isEmpty();
    }

    private static void claim(Connection connection, long id, Submitted filing) throws SQLException {
        if (filing.kind() == Submitted.Kind.FIRST) {
            Database.update(connection, "INSERT INTO claim (name, filing) VALUES (?, ?)", "subject:" + filing.document(), id);
        }
        if (filing.kind() == Submitted.Kind.CHANGE) {
            return;
        }
        for (var site : filing.sites().stream().filter(one -> !Submitted.isApp(one)).toList()) {
            for (var domain : site.all("Ym_xx")) {
                Database.update(connection, "MERGE INTO claim (name, filing, site_name) KEY (name) VALUES (?, ?, ?)",
                    "domain:" + domain.at("Ym").text(), id, site.text("Wzmc"));
            }
        }
    }

    private static long recordId(Connection connection) {
        try {
            return Database.query(connection, "SELECT NEXT VALUE FOR record_id", row -> row.getLong(1)).get(0);
        } catch (SQLException e) {
            throw new IllegalStateException("the simulator's database gives no record id: " + e.getMessage(), e);
        }
    }

    /** Puts something into the tray that nobody asked for; the account may not have sent anything yet. */
    static void tell(Connection connection, long ispId, String kind, String xml) throws SQLException {
        if (Database.query(connection, "SELECT 1 FROM account WHERE isp_id = ?", row -> 1, ispId).isEmpty()) {
            Database.update(connection, "INSERT INTO account (isp_id, sequence, file_hash, next_file) VALUES (?, 0, NULL, 1)", ispId);
        }
        result(connection, ispId, kind, xml);
    }

    static void result(Connection connection, long ispId, String kind, String xml) throws SQLException {
        Database.update(connection, "INSERT INTO result (isp_id, kind, xml) VALUES (?, ?, ?)", ispId, kind, xml);
    }

    /** What is known of a domain ({@code domain:…}) or of a subject's document ({@code subject:type:number}). */
    Optional<Claim> claim(String name) {
        return database.list("SELECT c.site_name, f.number FROM claim c JOIN filing f ON f.id = c.filing WHERE c.name = ?"
            + " AND f.number IS NOT NULL", row -> new Claim(row.getString(1), row.getString(2)), name).stream().findFirst();
    }

    /** Whether an organizer's number was granted here. */
    boolean isGranted(String number) {
        return !database.list("SELECT 1 FROM filing WHERE number = ?", row -> 1, number).isEmpty();
    }

    /**
     * Something filed.
     *
     * @param siteName name of the site, or null for a subject
     * @param number the organizer's number
     */
    record Claim(String siteName, String number) {
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
