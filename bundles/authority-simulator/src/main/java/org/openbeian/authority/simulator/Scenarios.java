package org.openbeian.authority.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openbeian.authority.simulator.control.Scenario;

/** The scenarios in force, kept in the database. Thread-safe. */
final class Scenarios {
    private static final String MARKER = "#sim:";

    private final Database database;
    private final Scenario usual;
    private final Map<String, Scenario> builtIn;
    private volatile Map<String, Scenario> stored;

    Scenarios(Database database, int answerMinutes, int reviewDays) {
        this.database = database;
        usual = new Scenario("*", Scenario.Sms.ANSWERS, answerMinutes, Scenario.Review.PASS, null, reviewDays, 0);
        builtIn = List.of(usual,
            marked("never-answers", Scenario.Sms.NEVER, Scenario.Review.PASS, 0),
            marked("five-wrong", Scenario.Sms.FIVE_WRONG, Scenario.Review.PASS, 0),
            marked("refuse", Scenario.Sms.ANSWERS, Scenario.Review.REFUSE, 0),
            marked("late", Scenario.Sms.ANSWERS, Scenario.Review.PASS, 30),
            marked("data-error", Scenario.Sms.ANSWERS, Scenario.Review.DATA_ERROR, 0))
            .stream().collect(Collectors.toMap(Scenario::match, scenario -> scenario));
        load();
    }

    private Scenario marked(String name, Scenario.Sms sms, Scenario.Review review, int lateDays) {
        return new Scenario(MARKER + name, sms, usual.answerMinutes(), review, null, usual.reviewDays(), lateDays);
    }

    private void load() {
        Map<String, Scenario> all = new TreeMap<>(builtIn);
        database.list("SELECT match, sms, answer_minutes, review, opinion, review_days, late_days FROM scenario", Scenarios::read)
            .forEach(scenario -> all.put(scenario.match(), scenario));
        stored = Map.copyOf(all);
    }

    private static Scenario read(ResultSet row) throws SQLException {
        return new Scenario(row.getString(1), Scenario.Sms.valueOf(row.getString(2)), row.getInt(3),
            Scenario.Review.valueOf(row.getString(4)), row.getString(5), row.getInt(6), row.getInt(7));
    }

    List<Scenario> all() {
        return stored.values().stream().sorted(java.util.Comparator.comparing(Scenario::match)).toList();
    }

    synchronized void set(Scenario scenario) {
        database.transaction(connection -> Database.update(connection, "MERGE INTO scenario (match, sms, answer_minutes, review, opinion,"
            + " review_days, late_days) KEY (match) VALUES (?, ?, ?, ?, ?, ?, ?)", scenario.match(), scenario.sms().name(),
            scenario.answerMinutes(), scenario.review().name(), scenario.opinion(), scenario.reviewDays(), scenario.lateDays()));
        load();
    }

    synchronized void remove(String match) {
        database.transaction(connection -> Database.update(connection, "DELETE FROM scenario WHERE match = ?", match));
        load();
    }

    /** The scenario for a filing: by a marker in its remark, else by domain, by organizer, or the one for all. */
    Scenario of(Submitted filing) {
        Map<String, Scenario> now = stored;
        String remark = filing.remark();
        if (remark != null) {
            for (Map.Entry<String, Scenario> entry : now.entrySet()) {
                if (entry.getKey().startsWith(MARKER) && remark.contains(entry.getKey())) {
                    return entry.getValue();
                }
            }
        }
        for (String domain : filing.domains()) {
            if (now.containsKey(domain)) {
                return now.get(domain);
            }
        }
        Scenario byOrganizer = filing.organizer() == null ? null : now.get(filing.organizer());
        return byOrganizer == null ? now.get("*") : byOrganizer;
    }
}
