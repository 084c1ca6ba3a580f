package org.openbeian.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Large bytes, protected already: pictures and exchanged files. Each has an id that is used once and is never changed. Beside
 * the embedded database they are files, since it would write its pages anew again and again; the file is there before its
 * row is committed and goes after its row is gone, so a row never lacks its file, and what a crash leaves is trimmed. In the
 * other database, which several servers share, they are rows. Joins the caller's transaction. Thread-safe.
 */
final class Contents {

    private static final int PART = 1_000_000;

    private final Database database;
    private final ContentFolder folder;

    Contents(Database database) {
        this.database = database;
        this.folder = database.folder();
    }

    /**
     * Stores bytes.
     *
     * @param id never used before; letters, digits, dots, hyphens and underscores
     * @param owner must be given again to read
     */
    void put(String id, String owner, byte[] content) {
        database.call(() -> {
            if (folder == null) {
                database.batch("insert into blob_part (id, part_no, order_id, content) values (?, ?, ?, ?)",
                    parts(id, owner, content));
            } else {
                folder.write(id, content, database.forced());
                database.update("insert into blob_file (id, owner, length) values (?, ?, ?)", id, owner, (long) content.length);
            }
            return null;
        });
    }

    /** The bytes, or null when there are none of this id and owner. */
    byte[] get(String id, String owner) {
        if (folder != null) {
            return database.first("select length from blob_file where id = ? and owner = ?", row -> row.getLong(1), id, owner)
                .map(length -> folder.read(id, length)).orElse(null);
        }
        List<byte[]> parts = database.query("select content from blob_part where id = ? and order_id = ? order by part_no",
            row -> row.getBytes(1), id, owner);
        return parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : joined(parts);
    }

    /** Removes bytes; nothing happens for an id that has none. */
    void remove(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        database.call(() -> {
            String table = folder == null ? "blob_part" : "blob_file";
            database.batch("delete from " + table + " where id = ?", ids.stream().map(id -> new Object[] {id}).toList());
            if (folder != null) {
                database.afterCommit(() -> ids.forEach(folder::delete));
            }
            return null;
        });
    }

    /** Removes all bytes of an owner; returns how many contents they were. */
    int removeAll(String owner) {
        String ids = folder == null ? "select distinct id from blob_part where order_id = ?" : "select id from blob_file where owner = ?";
        List<String> found = database.query(ids, row -> row.getString(1), owner);
        remove(found);
        return found.size();
    }

    /**
     * Removes files that no row knows: left by transactions that came to nothing.
     *
     * @param before files that were written later may belong to a transaction under way, and stay
     */
    int trim(Instant before, int portion) {
        if (folder == null) {
            return 0;
        }
        int removed = 0;
        List<String> ids = folder.writtenBefore(before);
        for (int from = 0; from < ids.size(); from += portion) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + portion));
            Set<String> unknown = new HashSet<>(some);
            unknown.removeAll(database.query("select id from blob_file where id = any(?)", row -> row.getString(1),
                (Object) some.toArray(String[]::new)));
            unknown.forEach(folder::delete);
            removed += unknown.size();
        }
        return removed;
    }

    private static List<Object[]> parts(String id, String owner, byte[] content) {
        List<Object[]> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < content.length; from += PART) {
            parts.add(new Object[] {id, parts.size(), owner, Arrays.copyOfRange(content, from, Math.min(content.length, from + PART))});
        }
        return parts;
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(parts.size() * PART);
        parts.forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
