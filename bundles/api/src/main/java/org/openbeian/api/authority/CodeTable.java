package org.openbeian.api.authority;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A code table that an authority published; it replaces the one before as a whole.
 *
 * @param authorityId the authority
 * @param name the ministry's name, such as {@code Dwxz_dms}
 * @param version counts what was published of this table, from 1
 * @param receivedAt when this version came
 * @param rows its rows, in the authority's order
 */
public record CodeTable(String authorityId, String name, long version, Instant receivedAt, List<Row> rows) {

    /** Copies the list. */
    public CodeTable {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param id the code
     * @param mapped the number that stands for it where one of 1 to 64 is asked for, or null
     * @param name what it means, in Chinese
     * @param valid whether it may still be used
     * @param more the other columns, by the ministry's names
     */
    public record Row(long id, Long mapped, String name, boolean valid, Map<String, String> more) {

        /** Copies the map. */
        public Row {
            more = Map.copyOf(more);
        }
    }

    /** The codes that may be used; which of the two numbers of a row is sent is not documented, so both count. */
    public Set<Long> valid() {
        Set<Long> codes = new LinkedHashSet<>();
        rows.stream().filter(Row::valid).forEach(row -> {
            codes.add(row.id());
            if (row.mapped() != null) {
                codes.add(row.mapped());
            }
        });
        return codes;
    }
}
