package org.openbeian.regulator.gateway.payload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportField.Type;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** Values of reports, as they are given and as they are sent. Stateless. */
public final class ReportContent {
    private static final int BYTE = 256;

    private ReportContent() {
    }

    /**
     * Content without what says nothing: null, blank texts and empty lists are left out of it and of its groups. Entries of a list stay
     * where they are, for pointers count them.
     */
    static Map<String, Object> given(Map<?, ?> content) {
        Map<String, Object> given = new LinkedHashMap<>();
        content.forEach((name, value) -> {
            if (value != null && !(value instanceof String text && text.isBlank()) && !List.of().equals(value)) {
                given.put(String.valueOf(name), below(value));
            }
        });
        return given;
    }

    private static Object below(Object value) {
        if (value instanceof Map<?, ?> group) {
            return given(group);
        }
        return value instanceof List<?> list ? list.stream().map(ReportContent::below).toList() : value;
    }

    /** A whole number, given as a number or as digits; null for anything else. */
    static Long number(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        return value instanceof String && ((String) value).matches("-?[0-9]{1,18}") ? Long.valueOf((String) value) : null;
    }

    /** An address of version 4, given with dots or as a number; null for anything else. */
    static Long address(Object value) {
        if (!(value instanceof String) || !((String) value).matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return number(value);
        }
        long address = 0;
        for (String part : ((String) value).split("\\.")) {
            long one = Long.parseLong(part);
            if (one >= BYTE) {
                return null;
            }
            address = address * BYTE + one;
        }
        return address;
    }

    /** An address of version 4 with dots, from its number. */
    public static String dotted(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    /** The entries of a list, or the one value of a field that is none; empty when it is absent. */
    static List<?> values(ReportField field, Object value) {
        return value == null ? List.of() : field.many() && value instanceof List ? (List<?>) value : List.of(value);
    }

    /** What an authority says in an element, as far as a report has fields for it; a number that is none is left out. */
    public static Map<String, Object> of(XmlNode node, List<ReportField> fields) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (ReportField field : fields) {
            List<Object> values = new ArrayList<>();
            node.all(field.name()).stream().map(one -> value(one, field)).filter(one -> one != null).forEach(values::add);
            if (!values.isEmpty()) {
                content.put(field.name(), field.many() ? values : values.get(0));
            }
        }
        return content;
    }

    private static Object value(XmlNode node, ReportField field) {
        if (field.type() == Type.GROUP) {
            Map<String, Object> group = of(node, field.fields());
            return group.isEmpty() && !field.many() ? null : group;
        }
        String text = node.text();
        if (field.type() != Type.NUMBER && field.type() != Type.ADDRESS) {
            return text.isEmpty() ? null : text;
        }
        Long number = number(text);
        return number == null || field.type() == Type.NUMBER ? number : dotted(number);
    }
}
