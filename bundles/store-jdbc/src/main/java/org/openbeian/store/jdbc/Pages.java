package org.openbeian.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages of rows of which some were erased: those are passed over, so that a page that is not full is the last one. */
final class Pages {

    private Pages() {
    }

    /** A row; its value is empty when it was erased. */
    record Row<T>(String id, Optional<T> value) {
    }

    /** Reads rows behind an id. */
    interface Reader<T> {

        /**
         * The next rows.
         *
         * @param behind id of the last row read, or null
         */
        List<Row<T>> read(String behind, int limit);
    }

    /** As many values as wanted behind an id, fewer only when there are no more. */
    static <T> List<T> filled(String behind, int limit, Reader<T> reader) {
        List<T> found = new ArrayList<>();
        String last = behind;
        boolean more = limit > 0;
        while (more) {
            int wanted = limit - found.size();
            List<Row<T>> rows = reader.read(last, wanted);
            rows.forEach(row -> row.value().ifPresent(found::add));
            more = rows.size() == wanted && found.size() < limit;
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1).id();
        }
        return found;
    }
}
