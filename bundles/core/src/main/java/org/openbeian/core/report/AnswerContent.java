package org.openbeian.core.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Brings what staff gives for a report into shape, and completes an answer with what the authority said already. Stateless. */
final class AnswerContent {

    /** Fields that tell one group of a list from another. */
    private static final List<String> IDS = List.of("Ztid", "Wzid", "Jrid", "Jlid", "Baxh", "Id");

    private AnswerContent() {
    }

    /** The content without what says nothing: null, blank texts and empty lists, at any depth. */
    static Map<String, Object> stripped(Map<?, ?> content) {
        Map<String, Object> stripped = copy(content);
        stripped.replaceAll((name, value) -> told(value));
        stripped.values().removeIf(Objects::isNull);
        return stripped;
    }

    private static Object told(Object value) {
        if (value instanceof Map<?, ?> map) {
            return stripped(map);
        }
        if (value instanceof List<?> list) {
            List<Object> rest = list.stream().<Object>map(AnswerContent::told).filter(Objects::nonNull).toList();
            return rest.isEmpty() ? null : rest;
        }
        return value instanceof String text && text.isBlank() ? null : value;
    }

    /**
     * What is given goes before what is there, group by group; lists are replaced as a whole. A masked value, as the draft is shown, means
     * what is there: in a list of as many parts in the same place, unless their ids differ.
     */
    static Map<String, Object> merged(Map<?, ?> there, Map<?, ?> given) {
        Map<String, Object> merged = copy(there);
        given.forEach((name, value) -> merged.put(name.toString(), there.get(name) instanceof Map<?, ?> group
            && value instanceof Map<?, ?> more ? merged(group, more) : known(name.toString(), there.get(name), value)));
        return merged;
    }

    private static Object known(String name, Object there, Object given) {
        if (there instanceof Map<?, ?> group && given instanceof Map<?, ?> map) {
            if (!isSame(group, map)) {
                return given;
            }
            Map<String, Object> known = copy(map);
            known.replaceAll((key, value) -> known(key, group.get(key), value));
            return known;
        }
        if (there instanceof List<?> list && given instanceof List<?> values && list.size() == values.size()) {
            return IntStream.range(0, list.size()).mapToObj(i -> known(name, list.get(i), values.get(i))).toList();
        }
        return ReportMasks.isMaskOf(name, there, given) ? there : given;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(name.toString(), value));
        return copy;
    }

    private static boolean isSame(Map<?, ?> group, Map<?, ?> given) {
        return IDS.stream().allMatch(id -> group.get(id) == null || given.get(id) == null
            || group.get(id).toString().equals(given.get(id).toString()));
    }
}
