package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads columns that JDBC does not give in the form we use. */
final class Rows {

    private static final int MOST = 512;

    private Rows() {
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** The text, cut to a column's length, since a cause must never keep its row from being stored. */
    static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    /** Rows of one insert each: {@link #MOST}, an eighth of it and so on, so that there are few different statements. */
    static List<List<Object[]>> parts(List<Object[]> rows) {
        List<List<Object[]>> parts = new ArrayList<>();
        int from = 0;
        for (int size = MOST; size > 0; size /= 8) {
            for (; rows.size() - from >= size; from += size) {
                parts.add(rows.subList(from, from + size));
            }
        }
        return parts;
    }

    /** The values of an insert, as placeholders. */
    static String values(List<Object[]> rows) {
        return " values " + String.join(", ", Collections.nCopies(rows.size(), "(?" + ", ?".repeat(rows.get(0).length - 1) + ")"));
    }

    /** The parameters of an insert. */
    static Object[] flat(List<Object[]> rows) {
        return rows.stream().flatMap(Arrays::stream).toArray();
    }
}
