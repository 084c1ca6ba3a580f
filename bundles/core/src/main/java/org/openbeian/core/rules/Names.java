package org.openbeian.core.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeian.core.fact.FactCatalogue;
import org.openbeian.core.fact.FactKey;

/** What the conditions of one file may refer to: facts of the catalogue, its own extra fields, its own lists. */
final class Names {

    private final Map<String, FactKey> extra = new HashMap<>();
    private final Map<String, Set<String>> lists = new HashMap<>();

    void addExtra(FactKey field) {
        extra.put(field.name(), field);
    }

    boolean addList(String name, List<String> words) {
        return lists.put(name, Set.copyOf(words)) == null;
    }

    FactKey fact(YamlNode at, String name) {
        FactKey own = extra.get(name);
        return own != null ? own : FactCatalogue.INSTANCE.find(name).orElseThrow(
            () -> new Mistake(at, "unknown fact \"" + name + "\"" + similar(name)));
    }

    Set<String> list(YamlNode at, String name) {
        Set<String> words = lists.get(name);
        if (words == null) {
            throw new Mistake(at, "unknown list \"" + name + "\"; expected one of " + String.join(", ", lists.keySet()));
        }
        return words;
    }

    private static String similar(String name) {
        String facet = name.contains(".") ? name.substring(0, name.indexOf('.') + 1) : "";
        List<String> near = FactCatalogue.INSTANCE.all().stream().map(FactKey::name)
            .filter(n -> !facet.isEmpty() && n.startsWith(facet)).toList();
        return near.isEmpty() ? "; expected a fact of the catalogue, such as organizer.name"
            : "; expected one of " + String.join(", ", near);
    }
}
