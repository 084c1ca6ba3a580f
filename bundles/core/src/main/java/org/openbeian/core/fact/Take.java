package org.openbeian.core.fact;

import java.util.List;
import java.util.function.Function;

/** Null-tolerant steps to a value. */
final class Take {

    private Take() {
    }

    /** The property of an object that may be missing; blank texts and empty lists count as missing. */
    static <T> Object from(T object, Function<T, ?> property) {
        return object == null ? null : value(property.apply(object));
    }

    static Object value(Object value) {
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : list;
        }
        return value;
    }
}
