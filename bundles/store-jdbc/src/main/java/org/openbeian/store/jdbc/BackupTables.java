package org.openbeian.store.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Every table as a compressed file of JSON arrays, one row a line, the column names first. For one connection. */
final class BackupTables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PORTION = 200;
    private static final String SUFFIX = ".jsonl.gz";

    private final Connection connection;
    private final List<BackupTable> tables;

    BackupTables(Connection connection) throws SQLException {
        this.connection = connection;
        this.tables = BackupTable.all(connection);
    }

    /** Writes all tables into a folder; returns rows by table. */
    Map<String, Long> write(Path folder) throws SQLException, IOException {
        Map<String, Long> rows = new TreeMap<>();
        for (BackupTable table : tables) {
            rows.put(table.name(), write(table, folder.resolve(table.name() + SUFFIX)));
        }
        return rows;
    }

    private long write(BackupTable table, Path file) throws SQLException, IOException {
        long rows = 0;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
                JsonGenerator json = JSON.createGenerator(out);
                PreparedStatement statement = connection.prepareStatement(table.select())) {
            json.setRootValueSeparator(new SerializedString("\n"));
            json.writeStartArray();
            for (BackupColumn column : table.columns()) {
                json.writeString(column.name());
            }
            json.writeEndArray();
            statement.setFetchSize(PORTION);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    json.writeStartArray();
                    for (int i = 0; i < table.columns().size(); i++) {
                        table.columns().get(i).write(result, i + 1, json);
                    }
                    json.writeEndArray();
                    rows++;
                }
            }
        }
        return rows;
    }

    /** The next number of each sequence that stands by itself. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> next = new LinkedHashMap<>();
        for (String name : BackupTable.sequences(connection)) {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(
                    Dialect.of(connection) == Dialect.H2 ? "select next value for " + name : "select nextval('" + name + "')")) {
                row.next();
                next.put(name, row.getLong(1));
            }
        }
        return next;
    }

    /** Replaces all rows by those of a folder. */
    void read(Path folder, Map<String, Long> sequences) throws SQLException, IOException {
        List<BackupTable> backwards = new ArrayList<>(tables);
        Collections.reverse(backwards);
        for (BackupTable table : backwards) {
            execute("delete from " + table.name());
        }
        for (BackupTable table : tables) {
            Path file = folder.resolve(table.name() + SUFFIX);
            if (Files.exists(file)) {
                read(table, file);
            }
            for (BackupColumn column : table.columns()) {
                if (column.numbered()) {
                    execute("alter table " + table.name() + " alter column " + column.name() + " restart with "
                        + (number("select coalesce(max(" + column.name() + "), 0) from " + table.name()) + 1));
                }
            }
        }
        for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
            execute("alter sequence " + sequence.getKey() + " restart with " + sequence.getValue());
        }
        execute("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null");
    }

    private void read(BackupTable table, Path file) throws SQLException, IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)),
                StandardCharsets.UTF_8))) {
            Map<String, BackupColumn> known = table.columns().stream()
                .collect(Collectors.toMap(BackupColumn::name, column -> column));
            List<BackupColumn> columns = new ArrayList<>();
            for (JsonNode name : JSON.readTree(lines.readLine())) {
                columns.add(known.get(name.asText()));
            }
            String names = columns.stream().map(BackupColumn::name).collect(Collectors.joining(", "));
            String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
            try (PreparedStatement insert = connection.prepareStatement("insert into " + table.name() + " (" + names + ") values ("
                    + marks + ")")) {
                insert(insert, columns, lines);
            }
        }
    }

    private static void insert(PreparedStatement insert, List<BackupColumn> columns, BufferedReader lines)
            throws SQLException, IOException {
        int waiting = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Iterator<JsonNode> values = JSON.readTree(line).elements();
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).bind(insert, i + 1, values.next());
            }
            insert.addBatch();
            if (++waiting % PORTION == 0) {
                insert.executeBatch();
            }
        }
        if (waiting % PORTION != 0) {
            insert.executeBatch();
        }
    }

    long number(String question) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
