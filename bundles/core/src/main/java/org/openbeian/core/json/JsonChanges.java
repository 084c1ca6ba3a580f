package org.openbeian.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.openbeian.api.model.Application;

/** What differs between two applications, as JSON pointers. */
public final class JsonChanges {

    private JsonChanges() {
    }

    /**
     * The deepest places at which two applications differ; a list whose length differs counts as one place. What is
     * missing and what is null are equal.
     *
     * @return JSON pointers in the order of their text; empty when nothing differs
     */
    public static List<String> between(Application before, Application after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> changed = new ArrayList<>();
        compare("", ModelJson.mapper().valueToTree(before), ModelJson.mapper().valueToTree(after), changed);
        return changed;
    }

    /** Whether a place is another one or lies inside it; every place lies inside the empty pointer. */
    public static boolean isWithin(String pointer, String outer) {
        return outer.isEmpty() || pointer.equals(outer) || pointer.startsWith(outer + "/");
    }

    /** A property name or map key as part of a JSON pointer. */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<String> changed) {
        if (before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            for (Iterator<String> i = before.fieldNames(); i.hasNext();) {
                names.add(i.next());
            }
            for (Iterator<String> i = after.fieldNames(); i.hasNext();) {
                names.add(i.next());
            }
            for (String name : names) {
                compare(pointer + "/" + escape(name), before.path(name), after.path(name), changed);
            }
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i), changed);
            }
        } else if (!before.equals(after)) {
            changed.add(pointer);
        }
    }
}
