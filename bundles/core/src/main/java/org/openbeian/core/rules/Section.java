package org.openbeian.core.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.model.LocalizedText;

/** A set of keys of a rule file, with a closed list of names. */
final class Section {

    private final YamlNode.Keys keys;
    private final String what;

    private Section(YamlNode.Keys keys, String what) {
        this.keys = keys;
        this.what = what;
    }

    /**
     * Opens a piece of the file.
     *
     * @param what what it is, for messages
     * @param names the keys it may have
     */
    static Section of(YamlNode node, String what, String... names) {
        Section section = open(node, what);
        List<String> known = Arrays.asList(names);
        section.keys.keys().values().stream().filter(key -> !known.contains(key.text())).findFirst().ifPresent(key -> {
            throw new Mistake(key, "unknown key \"" + key.text() + "\" in " + what + "; expected one of "
                + String.join(", ", known));
        });
        return section;
    }

    /** Opens a piece whose keys are free. */
    static Section open(YamlNode node, String what) {
        if (node instanceof YamlNode.Keys keys) {
            return new Section(keys, what);
        }
        throw new Mistake(node, what + ": expected a set of keys, found " + node.kind());
    }

    YamlNode.Keys node() {
        return keys;
    }

    Map<String, YamlNode> all() {
        return keys.values();
    }

    Optional<YamlNode> find(String key) {
        return Optional.ofNullable(keys.values().get(key));
    }

    YamlNode get(String key) {
        return find(key).orElseThrow(() -> new Mistake(keys, what + " lacks \"" + key + "\""));
    }

    String text(String key) {
        return textOf(get(key), key);
    }

    String text(String key, String otherwise) {
        return find(key).map(node -> textOf(node, key)).orElse(otherwise);
    }

    LocalizedText localized(String key) {
        Section section = of(get(key), key, "zh", "en");
        return new LocalizedText(section.text("zh"), section.text("en"));
    }

    boolean flag(String key, boolean otherwise) {
        return find(key).map(node -> flagOf(node, key)).orElse(otherwise);
    }

    int number(String key, int otherwise) {
        return find(key).map(node -> (int) numberOf(node, key)).orElse(otherwise);
    }

    LocalDate date(String key) {
        return find(key).map(node -> dateOf(node, key)).orElse(null);
    }

    List<YamlNode> items(String key) {
        return find(key).map(node -> itemsOf(node, key)).orElse(List.of());
    }

    List<String> texts(String key) {
        return textsOf(items(key), key);
    }

    static List<String> textsOf(List<YamlNode> items, String key) {
        List<String> texts = new ArrayList<>(items.size());
        items.forEach(item -> texts.add(textOf(item, key)));
        return texts;
    }

    <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
        return find(key).map(node -> wordOf(node, key, type)).orElse(otherwise);
    }

    static <E extends Enum<E>> E wordOf(YamlNode node, String key, Class<E> type) {
        String text = textOf(node, key);
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw new Mistake(node, key + " \"" + text + "\" is unknown; expected one of "
                + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
        }
    }

    static String oneOf(YamlNode node, String key, List<String> words) {
        String text = textOf(node, key);
        if (!words.contains(text)) {
            throw new Mistake(node, key + " \"" + text + "\" is unknown; expected one of " + String.join(", ", words));
        }
        return text;
    }

    static List<YamlNode> itemsOf(YamlNode node, String key) {
        if (node instanceof YamlNode.Items items) {
            return items.items();
        }
        throw new Mistake(node, key + ": expected a list, found " + node.kind());
    }

    static String textOf(YamlNode node, String key) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw new Mistake(node, key + ": expected a text, found " + node.kind());
    }

    static boolean flagOf(YamlNode node, String key) {
        return switch (textOf(node, key).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Mistake(node, key + ": expected true or false");
        };
    }

    static long numberOf(YamlNode node, String key) {
        try {
            return Math.toIntExact(Long.parseLong(textOf(node, key)));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new Mistake(node, key + ": expected a whole number");
        }
    }

    static LocalDate dateOf(YamlNode node, String key) {
        try {
            return LocalDate.parse(textOf(node, key));
        } catch (DateTimeException e) {
            throw new Mistake(node, key + ": expected a date such as 2026-03-31");
        }
    }
}
