package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openbeian.api.rules.Finding;

/**
 * Compares a JSON tree with the record it is meant for and finds everything that does not fit, at once: Jackson stops at the
 * first mistake and loses the pointer inside of typed objects. Thread-safe.
 */
final class ShapeCheck {

    static final int MAX_TEXT = 4_000;
    /** Longest text of a body with files, in characters: longer ones could not be read again from where they are kept. */
    static final int MAX_FILE = 1_000_000;
    static final int MAX_ELEMENTS = 500;
    private static final int MAX_FINDINGS = 100;
    /** Property that names the kind of an object where several are possible. */
    private static final String KIND = "kind";
    private static final Map<Class<?>, Map<String, RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    private final List<Finding> findings = new ArrayList<>();
    private final int longest;

    private ShapeCheck(int longest) {
        this.longest = longest;
    }

    /** Everything in the tree that does not fit the type; empty when Jackson can read it. */
    static List<Finding> check(JsonNode tree, Type type) {
        boolean withFiles = type instanceof Class<?> plain && plain.isAnnotationPresent(WithFiles.class);
        ShapeCheck check = new ShapeCheck(withFiles ? MAX_FILE : MAX_TEXT);
        check.value(tree, type, "", false);
        return check.findings.size() > MAX_FINDINGS ? check.findings.subList(0, MAX_FINDINGS) : check.findings;
    }

    private void value(JsonNode node, Type type, String pointer, boolean mayBeNull) {
        if (findings.size() > MAX_FINDINGS) {
            return;
        }
        if (node.isNull()) {
            if (!mayBeNull) {
                findings.add(Texts.missingField(pointer));
            }
        } else if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Map.class) {
                map(node, generic.getActualTypeArguments()[1], pointer);
            } else {
                list(node, generic.getActualTypeArguments()[0], pointer);
            }
        } else {
            plain(node, (Class<?>) type, pointer);
        }
    }

    private void plain(JsonNode node, Class<?> type, String pointer) {
        if (type == JsonNode.class || type == Object.class) {
            anything(node, pointer);
        } else if (type.isRecord()) {
            object(node, type, pointer, false);
        } else if (type.isSealed()) {
            oneOf(node, type, pointer);
        } else if (type == String.class) {
            if (expect(node.isTextual(), pointer, "文本", "a text")) {
                text(node.textValue(), pointer, longest);
            }
        } else if (type.isEnum()) {
            if (!node.isTextual() || constant(type, node.textValue()) == null) {
                findings.add(Texts.unknownValue(pointer, names(type)));
            }
        } else if (type == Boolean.class || type == boolean.class) {
            expect(node.isBoolean(), pointer, "true 或 false", "true or false");
        } else if (type == Integer.class || type == int.class) {
            expect(node.isIntegralNumber() && node.canConvertToInt(), pointer, "整数", "a whole number");
        } else if (type == LocalDate.class) {
            expect(parses(node, text -> inRange(LocalDate.parse(text))), pointer, "日期，如 2026-01-31", "a date such as 2026-01-31");
        } else if (type == Instant.class) {
            expect(parses(node, text -> inRange(LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC))), pointer,
                    "时间，如 2026-01-31T08:00:00Z", "an instant such as 2026-01-31T08:00:00Z");
        } else {
            throw new IllegalStateException("no check for " + type);
        }
    }

    private void object(JsonNode node, Class<?> type, String pointer, boolean kindNamed) {
        if (!expect(node.isObject(), pointer, "对象", "an object")) {
            return;
        }
        Map<String, RecordComponent> components = COMPONENTS.computeIfAbsent(type, ShapeCheck::components);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            RecordComponent component = components.get(field.getKey());
            if (component != null) {
                value(field.getValue(), component.getGenericType(), below(pointer, field.getKey()), !required(component));
            } else if (!kindNamed || !field.getKey().equals(KIND)) {
                findings.add(Texts.unknownField(below(pointer, field.getKey()), String.join(", ", components.keySet())));
            }
        }
        components.forEach((name, component) -> {
            if (required(component) && !node.has(name)) {
                findings.add(Texts.missingField(below(pointer, name)));
            }
        });
    }

    private void oneOf(JsonNode node, Class<?> type, String pointer) {
        if (!expect(node.isObject(), pointer, "对象", "an object")) {
            return;
        }
        JsonNode kind = node.path(KIND);
        if (kind.isMissingNode()) {
            findings.add(Texts.missingField(below(pointer, KIND)));
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (kindOf(permitted).equals(kind.textValue())) {
                object(node, permitted, pointer, true);
                return;
            }
        }
        findings.add(Texts.unknownValue(below(pointer, KIND), Arrays.stream(type.getPermittedSubclasses())
                .map(ShapeCheck::kindOf).collect(Collectors.joining(", "))));
    }

    private static String kindOf(Class<?> type) {
        return type.getSimpleName().toUpperCase(Locale.ROOT);
    }

    private void list(JsonNode node, Type element, String pointer) {
        if (!expect(node.isArray(), pointer, "数组", "an array")) {
            return;
        }
        if (node.size() > MAX_ELEMENTS) {
            findings.add(Texts.tooLong(pointer, MAX_ELEMENTS));
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            value(node.get(i), element, pointer + "/" + i, false);
        }
    }

    private void map(JsonNode node, Type value, String pointer) {
        if (!expect(node.isObject(), pointer, "对象", "an object")) {
            return;
        }
        if (node.size() > MAX_ELEMENTS) {
            findings.add(Texts.tooLong(pointer, MAX_ELEMENTS));
            return;
        }
        node.properties().forEach(field -> {
            text(field.getKey(), below(pointer, field.getKey()), MAX_TEXT);
            value(field.getValue(), value, below(pointer, field.getKey()), value == Object.class);
        });
    }

    private void anything(JsonNode node, String pointer) {
        if (node.isTextual()) {
            text(node.textValue(), pointer, longest);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                anything(node.get(i), pointer + "/" + i);
            }
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                text(field.getKey(), below(pointer, field.getKey()), MAX_TEXT);
                anything(field.getValue(), below(pointer, field.getKey()));
            });
        }
    }

    private void text(String text, String pointer, int most) {
        if (text.length() > most) {
            findings.add(Texts.tooLong(pointer, most));
        } else if (!isClean(text)) {
            findings.add(Texts.badText(pointer));
        }
    }

    /** Whether a text can be stored and shown everywhere: whole characters, no control ones but tab and line ends. */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (Character.isHighSurrogate(sign) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(sign) || sign == '\uFFFE' || sign == '\uFFFF'
                    || Character.isISOControl(sign) && sign != '\t' && sign != '\n' && sign != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean expect(boolean holds, String pointer, String zh, String en) {
        if (!holds) {
            findings.add(Texts.wrongType(pointer, zh, en));
        }
        return holds;
    }

    private static boolean inRange(LocalDate date) {
        return date.getYear() >= 1800 && date.getYear() <= 9999;
    }

    private static boolean parses(JsonNode node, Predicate<String> parser) {
        try {
            return node.isTextual() && parser.test(node.textValue());
        } catch (DateTimeException expected) {
            return false;
        }
    }

    private static boolean required(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return component.getType().isPrimitive() || property != null && property.required();
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
            components.put(property == null || property.value().isEmpty() ? component.getName() : property.value(), component);
        }
        return components;
    }

    /** The pointer one name deeper; a very long name is cut, since the answer quotes it. */
    private static String below(String pointer, String name) {
        String shown = name.length() > 80 ? name.substring(0, 80) : name;
        return pointer + "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
