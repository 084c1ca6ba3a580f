package org.openbeian.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.Facts;
import org.openbeian.api.security.Masks;

/**
 * Masks personal data in a JSON tree by the names of its properties. The input of a rule is shown when the catalogue of
 * facts calls it not personal; one that the catalogue does not know, and a province's own field, only when it is a flag
 * or a number of at most six digits. In free texts what looks like a number of a person or a mail address is masked; free
 * texts about a person are hidden. Stateless.
 */
public final class MaskedJson {

    private static final String HIDDEN = "***";
    private static final Set<String> PERSONS = Set.of("principal", "legalRepresentative");
    private static final Set<String> FREE_MAPS = Set.of("extra", "inputs");
    private static final Pattern HARMLESS = Pattern.compile("true|false|[0-9]{1,6}|\\[\\]|");
    private static final Map<String, UnaryOperator<String>> BY_NAME = Map.ofEntries(
            Map.entry("certificateNumber", Masks::certificate),
            Map.entry("mobile", Masks::phone),
            Map.entry("emergencyContact", Masks::phone),
            Map.entry("officePhone", Masks::phone),
            Map.entry("email", Masks::email),
            Map.entry("certificateAddress", text -> HIDDEN),
            Map.entry("postalAddress", text -> HIDDEN),
            Map.entry("address", text -> HIDDEN),
            Map.entry("inputsHash", text -> HIDDEN),
            Map.entry("remark", text -> HIDDEN),
            Map.entry("note", text -> HIDDEN),
            Map.entry("reason", Masks::text),
            Map.entry("opinion", Masks::text),
            Map.entry("zh", Masks::text),
            Map.entry("en", Masks::text));

    private MaskedJson() {
    }

    /** Masks the tree in place and returns it. */
    public static JsonNode mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : fieldNames(object)) {
                maskField(object, name);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(MaskedJson::mask);
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
        return "organizer".equals(name) && (object.path("nature").isNull() || object.path("nature").isMissingNode()
                || OrganizerNature.INDIVIDUAL.name().equals(object.path("nature").asText()));
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
