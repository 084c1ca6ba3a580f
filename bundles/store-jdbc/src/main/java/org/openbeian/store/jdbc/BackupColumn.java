package org.openbeian.store.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;

/**
 * A column and how its values are written as JSON: times and texts as text, bytes in base64.
 *
 * @param name its name in lower case
 * @param type its type in {@link Types}
 * @param numbered whether the database numbers it by itself
 */
record BackupColumn(String name, int type, boolean numbered) {

    void write(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = row.getBytes(at);
                if (bytes == null) {
                    json.writeNull();
                } else {
                    json.writeBinary(bytes);
                }
            }
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> text(json, row.getObject(at, OffsetDateTime.class));
            case Types.BOOLEAN, Types.BIT -> {
                boolean value = row.getBoolean(at);
                if (row.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeBoolean(value);
                }
            }
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> {
                long value = row.getLong(at);
                if (row.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeNumber(value);
                }
            }
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> text(json, row.getString(at));
            default -> throw new IllegalStateException("column " + name + " has a type that backups do not know: " + type);
        }
    }

    private static void text(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    void bind(PreparedStatement statement, int at, JsonNode value) throws SQLException, IOException {
        if (value.isNull()) {
            statement.setNull(at, type);
            return;
        }
        switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> statement.setBytes(at, value.binaryValue());
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> statement.setObject(at, OffsetDateTime.parse(value.textValue()));
            case Types.BOOLEAN, Types.BIT -> statement.setBoolean(at, value.booleanValue());
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> statement.setLong(at, value.longValue());
            default -> statement.setString(at, value.textValue());
        }
    }
}
