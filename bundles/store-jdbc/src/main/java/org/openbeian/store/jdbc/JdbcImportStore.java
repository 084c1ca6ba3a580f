package org.openbeian.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.store.ImportStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcImportStore implements ImportStore {

    private static final int REASON = 4_000;

    private final Database database;

    @Activate
    public JdbcImportStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<Position> position(String importId) {
        return position(importId, "");
    }

    @Override
    public Optional<Position> hold(String importId) {
        return position(importId, " for update");
    }

    private Optional<Position> position(String importId, String how) {
        return database.first("select document, digest from inventory_import where id = ?" + how,
            row -> new Position(Documents.read(bytes(row), Progress.class), row.getString(2)), importId);
    }

    private static byte[] bytes(ResultSet row) throws SQLException {
        return row.getString(1).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void save(Position position) {
        Progress progress = position.progress();
        String document = new String(Documents.bytes(progress), StandardCharsets.UTF_8);
        if (database.update("update inventory_import set document = ?, digest = ? where id = ?", document, position.digest(),
                progress.content().id()) == 0) {
            database.update("insert into inventory_import (id, document, digest, started_at) values (?, ?, ?, ?)",
                progress.content().id(), document, position.digest(), progress.startedAt());
        }
    }

    @Override
    public List<Progress> imports(int limit) {
        return database.query("select document from inventory_import order by started_at desc, id limit ?",
            row -> Documents.read(bytes(row), Progress.class), limit);
    }

    @Override
    public void add(String importId, List<BadLine> lines) {
        if (!lines.isEmpty()) {
            database.batch("insert into inventory_import_bad (import_id, line_no, zh, en) values (?, ?, ?, ?)", lines.stream()
                .map(bad -> new Object[] {importId, bad.line(), Rows.cut(bad.reasons().zh(), REASON),
                    Rows.cut(bad.reasons().en(), REASON)}).toList());
        }
    }

    @Override
    public List<BadLine> badLines(String importId, long after, int limit) {
        return database.query("select line_no, zh, en from inventory_import_bad where import_id = ? and line_no > ?"
            + " order by line_no limit ?", row -> new BadLine(row.getLong(1), new LocalizedText(row.getString(2), row.getString(3))),
            importId, after, limit);
    }

    @Override
    public Map<String, Mark> marks(String importId, List<String> items) {
        Map<String, Mark> found = new HashMap<>();
        if (!items.isEmpty()) {
            database.query("select item, line_no, content_hash from inventory_import_mark where import_id = ? and item = any(?)",
                row -> new Mark(row.getString(1), row.getLong(2), row.getString(3)), importId, items.toArray(String[]::new))
                .forEach(mark -> found.put(mark.item(), mark));
        }
        return found;
    }

    @Override
    public void mark(String importId, List<Mark> marks) {
        if (!marks.isEmpty()) {
            CopyRows.load(database, "inventory_import_mark (import_id, item, line_no, content_hash)",
                marks.stream().map(mark -> new Object[] {importId, mark.item(), mark.line(), mark.hash()}).toList());
        }
    }

    @Override
    public void forgetMarks(String importId) {
        database.update("delete from inventory_import_mark where import_id = ?", importId);
    }
}
