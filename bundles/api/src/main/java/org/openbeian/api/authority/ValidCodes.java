package org.openbeian.api.authority;

import java.util.Map;
import java.util.Set;

/**
 * The codes that an authority takes at present, as its own code tables have it.
 *
 * @param tables the valid codes of each table, by the ministry's name of it; a table that is not known takes every code
 */
public record ValidCodes(Map<String, Set<Long>> tables) {

    /** While no table is known. */
    public static final ValidCodes UNKNOWN = new ValidCodes(Map.of());

    /** Copies the map. */
    public ValidCodes {
        tables = Map.copyOf(tables);
    }

    /** Whether a table is known and does not take a code. */
    public boolean refuse(String table, long code) {
        Set<Long> valid = tables.get(table);
        return valid != null && !valid.contains(code);
    }
}
