package org.openbeian.authority.simulator;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Result files of the accounts: the same file again and again until it is acknowledged. Thread-safe. */
final class OutTray {
    private static final int MOST_RECORDS = 1000;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
        .withZone(ZoneId.of("Asia/Shanghai"));

    /** Kinds of results that follow decisions in a file of their own, each group in one. */
    private static final List<Set<String>> APART = List.of(Set.of("BASJ", "ZXSJ"), ResultXml.ADDRESSES, Set.of("JCDM"), Set.of("SJTB"));

    /** Kinds of which a file holds a single one. */
    private static final Set<String> ALONE = Set.of("JCDM", "SJTB");

    private final Database database;

    OutTray(Database database) {
        this.database = database;
    }

    /**
     * A file to hand out.
     *
     * @param name its name
     * @param document its document
     * @param more whether other results wait
     */
    record ResultFile(String name, String document, boolean more) {
    }

    private record Result(long id, String kind, String xml) {
    }

    /**
     * The file that waits first, or null if none does.
     *
     * @param lastFirst whether a new file holds the result that came last alone
     */
    synchronized ResultFile next(long ispId, Instant now, boolean lastFirst) {
        return database.transaction(connection -> {
            String name = name(connection, ispId, now, lastFirst);
            if (name == null) {
                return null;
            }
            List<Result> results = Database.query(connection, "SELECT id, kind, xml FROM result WHERE isp_id = ? AND file_name = ?"
                + " ORDER BY id", row -> new Result(row.getLong(1), row.getString(2), row.getString(3)), ispId, name);
            boolean more = !Database.query(connection, "SELECT 1 FROM result WHERE isp_id = ? AND file_name IS NULL LIMIT 1", row -> 1,
                ispId).isEmpty();
            return new ResultFile(name, ResultXml.document(kind -> of(results, kind)), more);
        });
    }

    private static List<String> of(List<Result> results, String kind) {
        return results.stream().filter(result -> result.kind().equals(kind)).map(Result::xml).toList();
    }

    private static String name(Connection connection, long ispId, Instant now, boolean lastFirst) throws SQLException {
        List<String> handedOut = Database.query(connection, "SELECT file_name FROM result WHERE isp_id = ? AND file_name IS NOT NULL"
            + " ORDER BY id LIMIT 1", row -> row.getString(1), ispId);
        if (!handedOut.isEmpty()) {
            return handedOut.get(0);
        }
        List<Result> waiting = Database.query(connection, "SELECT id, kind FROM result WHERE isp_id = ? AND file_name IS NULL ORDER BY id"
            + " LIMIT " + MOST_RECORDS, row -> new Result(row.getLong(1), row.getString(2), null), ispId);
        if (waiting.isEmpty()) {
            return null;
        }
        String name = newName(connection, ispId, now);
        List<String> together = together(waiting);
        long last = ALONE.contains(together.get(0)) ? waiting.stream().filter(result -> result.kind().equals(together.get(0))).findFirst()
            .orElseThrow().id() : waiting.get(waiting.size() - 1).id();
        if (lastFirst) {
            Database.update(connection, "UPDATE result SET file_name = ? WHERE id = ?", name, waiting.get(waiting.size() - 1).id());
            return name;
        }
        Database.update(connection, "UPDATE result SET file_name = ? WHERE isp_id = ? AND file_name IS NULL AND id <= ? AND kind"
            + " IN (" + String.join(", ", Collections.nCopies(together.size(), "?")) + ")",
            Stream.concat(Stream.of(name, ispId, last), together.stream()).toArray());
        return name;
    }

    /** The kinds that the next file holds: decisions first, then one group of those that stand apart. */
    private static List<String> together(List<Result> waiting) {
        List<String> kinds = waiting.stream().map(Result::kind).distinct().toList();
        List<String> decisions = kinds.stream().filter(kind -> APART.stream().noneMatch(group -> group.contains(kind))).toList();
        return !decisions.isEmpty() ? decisions : APART.stream().map(group -> kinds.stream().filter(group::contains).toList())
            .filter(group -> !group.isEmpty()).findFirst().orElseThrow();
    }

    private static String newName(Connection connection, long ispId, Instant now) throws SQLException {
        Database.update(connection, "UPDATE account SET next_file = next_file + 1 WHERE isp_id = ?", ispId);
        long running = Database.query(connection, "SELECT next_file FROM account WHERE isp_id = ?", row -> row.getLong(1), ispId).get(0);
        return NAME.format(now) + "_" + Long.toString(ispId).substring(0, 6) + "_" + running + ".xml";
    }

    /**
     * Ends the repetition of a file; harmless if it has ended.
     *
     * @param again whether its results shall come once more in another file
     */
    synchronized void acknowledged(long ispId, String name, boolean again) {
        database.transaction(connection -> again
            ? Database.update(connection, "UPDATE result SET file_name = NULL WHERE isp_id = ? AND file_name = ?", ispId, name)
            : Database.update(connection, "DELETE FROM result WHERE isp_id = ? AND file_name = ?", ispId, name));
    }

    /** How many results of an account are not acknowledged. */
    List<Integer> waiting(long ispId) {
        return new ArrayList<>(database.list("SELECT COUNT(*) FROM result WHERE isp_id = ?", row -> row.getInt(1), ispId));
    }
}
