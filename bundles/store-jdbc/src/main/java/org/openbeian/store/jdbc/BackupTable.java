package org.openbeian.store.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table.
 *
 * @param name its name in lower case
 * @param columns its columns in order
 */
record BackupTable(String name, List<BackupColumn> columns) {

    private static final String HISTORY = "schema_history";

    /** A question for all rows. */
    String select() {
        return "select " + columns.stream().map(BackupColumn::name).collect(Collectors.joining(", ")) + " from " + name;
    }

    /** All tables but that of the migrations, those that others refer to first. */
    static List<BackupTable> all(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Map<String, BackupTable> tables = new LinkedHashMap<>();
        try (ResultSet rows = data.getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (!name.equalsIgnoreCase(HISTORY)) {
                    tables.put(lower(name), new BackupTable(lower(name), columns(connection, name)));
                    needs.put(lower(name), needs(connection, name));
                }
            }
        }
        List<BackupTable> ordered = new ArrayList<>();
        Set<String> placed = new LinkedHashSet<>();
        while (placed.size() < tables.size()) {
            int before = placed.size();
            needs.forEach((name, others) -> {
                if (!placed.contains(name) && placed.containsAll(others)) {
                    placed.add(name);
                    ordered.add(tables.get(name));
                }
            });
            if (placed.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
        }
        return ordered;
    }

    private static List<BackupColumn> columns(Connection connection, String table) throws SQLException {
        List<BackupColumn> columns = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
            while (rows.next()) {
                columns.add(new BackupColumn(lower(rows.getString("COLUMN_NAME")), rows.getInt("DATA_TYPE"),
                    "YES".equals(rows.getString("IS_AUTOINCREMENT"))));
            }
        }
        return columns;
    }

    private static Set<String> needs(Connection connection, String table) throws SQLException {
        Set<String> others = new LinkedHashSet<>();
        try (ResultSet rows = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (rows.next()) {
                others.add(lower(rows.getString("PKTABLE_NAME")));
            }
        }
        others.remove(lower(table));
        return others;
    }

    /** Sequences that stand by themselves. */
    static List<String> sequences(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        String sql = Dialect.of(connection) == Dialect.H2
            ? "select sequence_name from information_schema.sequences where sequence_schema = ?"
                + " and sequence_name not like 'SYSTEM_SEQUENCE%' order by 1"
            : "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and n.nspname = ?"
                + " and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')) order by 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, connection.getSchema());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(lower(rows.getString(1)));
                }
            }
        }
        return names;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
