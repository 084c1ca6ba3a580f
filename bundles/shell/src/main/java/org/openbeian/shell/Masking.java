package org.openbeian.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openbeian.api.rules.Facts;
import org.openbeian.api.security.Masks;

/**
 * Masks personal data in a JSON tree by the names of its properties. The input of a rule is shown when the catalogue of
 * facts calls it not personal; one that the catalogue does not know, and a province's own field, only when it is a flag
 * or a number of at most six digits.
 */
final class Masking {

    private static final String HIDDEN = "***";
    private static final Set<String> PERSONS = Set.of("principal", "legalRepresentative");
    private static final Set<String> FREE_MAPS = Set.of("extra", "inputs");
    private static final Pattern HARMLESS = Pattern.compile("true|false|[0-9]{1,6}|\\[\\]|");
    private static final Map<String, UnaryOperator<String>> BY_NAME = Map.of(
            "certificateNumber", Masks::certificate,
            "mobile", Masks::phone,
            "emergencyContact", Masks::phone,
            "officePhone", Masks::phone,
            "email", Masks::email,
            "certificateAddress", text -> HIDDEN,
            "postalAddress", text -> HIDDEN,
            "address", text -> HIDDEN);

    private Masking() {
    }

    /** Masks the tree in place and returns it. */
    static JsonNode mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : fieldNames(object)) {
                maskField(object, name);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(Masking::mask);
        }
        return node;
    }

    private static void maskField(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        if (value.isTextual() && BY_NAME.containsKey(name)) {
            object.set(name, TextNode.valueOf(BY_NAME.get(name).apply(value.textValue())));
        } else if (value instanceof ObjectNode map && FREE_MAPS.contains(name)) {
            fieldNames(map).forEach(key -> hideUnlessHarmless(map, key));
        } else {
            if (value instanceof ObjectNode person && (PERSONS.contains(name) || isPerson(name, person))) {
                maskName(person);
            }
            mask(value);
        }
    }

    private static boolean isPerson(String name, ObjectNode object) {
        return "organizer".equals(name) && "INDIVIDUAL".equals(object.path("nature").asText());
    }

    private static void maskName(ObjectNode person) {
        if (person.path("name").isTextual()) {
            person.put("name", Masks.name(person.get("name").textValue()));
        }
    }

    private static void hideUnlessHarmless(ObjectNode map, String key) {
        String text = map.get(key).asText();
        boolean open = Facts.find(key).map(fact -> !fact.personal()).orElse(false);
        if (!open && !HARMLESS.matcher(text).matches()) {
            map.put(key, HIDDEN);
        }
    }

    private static List<String> fieldNames(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
