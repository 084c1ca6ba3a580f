package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openbeian.api.rules.RuleTrials.Change;
import org.openbeian.api.rules.RuleTrials.Part;

/**
 * The difference between two rule files, entry by entry and key by key, as they are written: nothing that a file says can
 * change unseen. Comments and the order of entries do not count.
 */
final class FileDiff {

    /** The keys that tell the entries of a section apart; entries of one name are counted. */
    private static final Map<String, List<String>> NAMES = Map.of("fields", List.of("fact", "extra"),
        "materials", List.of("type", "subject"), "national", List.of("rule"), "readings", List.of("about"));
    private static final String HEAD = "head";
    private static final String LISTS = "lists";

    private final List<Change> changes = new ArrayList<>();

    private FileDiff() {
    }

    /** Compares; a former file of null has no entries. */
    static List<Change> between(String before, String after) {
        Map<String, YamlNode> old = before == null ? Map.of() : YamlText.read(before).values();
        Map<String, YamlNode> now = YamlText.read(after).values();
        FileDiff diff = new FileDiff();
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(old.keySet());
        diff.head(keys, old, now);
        for (String key : keys) {
            if (old.get(key) instanceof YamlNode.Items || now.get(key) instanceof YamlNode.Items) {
                diff.entries(key, named(key, old.get(key)), named(key, now.get(key)));
            } else if (isNamedSection(key)) {
                diff.entries(key, keysOf(old.get(key)), keysOf(now.get(key)));
            }
        }
        return List.copyOf(diff.changes);
    }

    /** Compares the words of lists. */
    static List<Change> ofLists(Map<String, List<String>> before, Map<String, List<String>> after) {
        List<Change> changes = new ArrayList<>();
        after.forEach((name, words) -> change(name, before.getOrDefault(name, List.of()), words, changes));
        return List.copyOf(changes);
    }

    private static boolean isNamedSection(String key) {
        return key.equals(LISTS) || key.equals("sources");
    }

    private void head(Set<String> keys, Map<String, YamlNode> old, Map<String, YamlNode> now) {
        List<Part> parts = new ArrayList<>();
        for (String key : keys) {
            boolean section = isNamedSection(key) || old.get(key) instanceof YamlNode.Items
                || now.get(key) instanceof YamlNode.Items;
            if (!section) {
                compare(key, text(old.get(key)), text(now.get(key)), parts);
            }
        }
        if (!parts.isEmpty()) {
            changes.add(new Change(HEAD, HEAD, old.isEmpty() ? "added" : "changed", List.copyOf(parts)));
        }
    }

    private void entries(String section, Map<String, YamlNode> old, Map<String, YamlNode> now) {
        Set<String> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            if (section.equals(LISTS)) {
                change(id, words(old.get(id)), words(now.get(id)), changes);
                continue;
            }
            Map<String, YamlNode> before = keysOf(old.get(id));
            Map<String, YamlNode> after = keysOf(now.get(id));
            Set<String> names = new LinkedHashSet<>(before.keySet());
            names.addAll(after.keySet());
            List<Part> parts = new ArrayList<>();
            names.forEach(name -> compare(name, text(before.get(name)), text(after.get(name)), parts));
            if (!parts.isEmpty()) {
                changes.add(new Change(section, id, how(old.get(id), now.get(id)), List.copyOf(parts)));
            }
        }
    }

    private static void change(String list, List<String> before, List<String> after, List<Change> changes) {
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(Set.copyOf(after));
        List<String> come = new ArrayList<>(after);
        come.removeAll(Set.copyOf(before));
        if (!gone.isEmpty() || !come.isEmpty()) {
            changes.add(new Change(LISTS, list, before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed",
                List.of(new Part("words", String.join(", ", gone), String.join(", ", come)))));
        }
    }

    private static String how(Object old, Object now) {
        return old == null ? "added" : now == null ? "removed" : "changed";
    }

    private static void compare(String name, String before, String after, List<Part> to) {
        if (!Objects.equals(before, after)) {
            to.add(new Part(name, before, after));
        }
    }

    private static Map<String, YamlNode> named(String section, YamlNode node) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (node instanceof YamlNode.Items items) {
            for (YamlNode item : items.items()) {
                String name = name(section, item);
                int count = 1;
                while (entries.containsKey(count == 1 ? name : name + " #" + count)) {
                    count++;
                }
                entries.put(count == 1 ? name : name + " #" + count, item);
            }
        }
        return entries;
    }

    private static String name(String section, YamlNode item) {
        if (!(item instanceof YamlNode.Keys keys)) {
            return text(item);
        }
        List<String> parts = new ArrayList<>();
        for (String key : NAMES.getOrDefault(section, List.of("id"))) {
            if (keys.values().get(key) instanceof YamlNode.Scalar scalar) {
                parts.add(scalar.text());
            }
        }
        return String.join(" ", parts);
    }

    private static Map<String, YamlNode> keysOf(YamlNode node) {
        if (node instanceof YamlNode.Keys keys) {
            return keys.values();
        }
        return node == null ? Map.of() : Map.of("", node);
    }

    private static List<String> words(YamlNode node) {
        return node instanceof YamlNode.Items items ? items.items().stream().map(FileDiff::text).toList() : List.of();
    }

    /** A piece of YAML on one line. */
    private static String text(YamlNode node) {
        if (node == null) {
            return null;
        }
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof YamlNode.Items items) {
            return "[" + String.join(", ", items.items().stream().map(FileDiff::text).toList()) + "]";
        }
        List<String> entries = new ArrayList<>();
        ((YamlNode.Keys) node).values().forEach((key, value) -> entries.add(key + ": " + text(value)));
        return "{" + String.join(", ", entries) + "}";
    }
}
