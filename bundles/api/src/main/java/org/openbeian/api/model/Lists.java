package org.openbeian.api.model;

import java.util.List;

/** Null-tolerant copies for the records of this package. */
final class Lists {

    private Lists() {
    }

    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
