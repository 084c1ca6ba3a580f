package org.openbeian.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
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
 * or a number of at most six digits. In free texts what looks like a number of a person or a mail address is masked, and
 * what the tree itself says of its persons; free texts about a person are hidden. Stateless.
 */
public final class MaskedJson {

    private static final String HIDDEN = "***";
    /** A verification of a person: who has its link goes in that person's place. */
    private static final String SESSION = "session";
    private static final Set<String> PERSONS = Set.of("principal", "legalRepresentative");
    /** In the register's entry of an organizer: what was granted, with its nature and once more its name. */
    private static final String GRANTED = "data";
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
            Map.entry("dataCode", text -> HIDDEN),
            Map.entry(SESSION, text -> HIDDEN),
            Map.entry("remark", text -> HIDDEN),
            Map.entry("note", text -> HIDDEN),
            Map.entry("reason", Masks::text),
            Map.entry("opinion", Masks::text),
            Map.entry("zh", Masks::text),
            Map.entry("en", Masks::text));
    private static final Set<String> FREE_TEXTS = Set.of("reason", "opinion", "zh", "en");
    private static final Set<String> NUMBERS = Set.of("certificateNumber", "mobile", "emergencyContact", "officePhone", "email");
    /** What has one sign only is too common to be looked for in texts. */
    private static final int SHORTEST_KNOWN = 2;

    private MaskedJson() {
    }

    /** Masks the tree in place and returns it; what a free text repeats of the persons in the tree is masked there, too. */
    public static JsonNode mask(JsonNode node) {
        Map<String, String> known = new HashMap<>();
        collect(node, known);
        mask(node, known);
        return node;
    }

    private static void mask(JsonNode node, Map<String, String> known) {
        if (node instanceof ObjectNode object) {
            for (String name : fieldNames(object)) {
                maskField(object, name, known);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> mask(element, known));
        }
    }

    /** Names, numbers and mail addresses of persons in the tree, each with its mask. */
    private static void collect(JsonNode node, Map<String, String> known) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String name = field.getKey();
                JsonNode value = field.getValue();
                if (value instanceof ObjectNode person && (PERSONS.contains(name) || isPerson(name, person))) {
                    know(known, person.path("name").textValue(), Masks::name);
                }
                if (value.isTextual() && NUMBERS.contains(name)) {
                    know(known, value.textValue(), BY_NAME.get(name));
                }
                collect(value, known);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> collect(element, known));
        }
    }

    private static void know(Map<String, String> known, String text, UnaryOperator<String> mask) {
        if (text != null && text.strip().length() >= SHORTEST_KNOWN) {
            known.put(text, mask.apply(text));
        }
    }

    private static String free(String text, Map<String, String> known) {
        String masked = text;
        for (Map.Entry<String, String> one : known.entrySet()) {
            masked = masked.replace(one.getKey(), one.getValue());
        }
        return masked;
    }

    private static void maskField(ObjectNode object, String name, Map<String, String> known) {
        JsonNode value = object.get(name);
        if (value.isTextual() && BY_NAME.containsKey(name)) {
            String text = FREE_TEXTS.contains(name) ? free(value.textValue(), known) : value.textValue();
            object.set(name, TextNode.valueOf(BY_NAME.get(name).apply(text)));
        } else if (value.isTextual() && "link".equals(name) && object.has(SESSION)) {
            object.put(name, HIDDEN);
        } else if (value instanceof ObjectNode map && FREE_MAPS.contains(name)) {
            fieldNames(map).forEach(key -> hideUnlessHarmless(map, key));
        } else {
            if (value instanceof ObjectNode person && (PERSONS.contains(name) || isPerson(name, person))) {
                maskName(person);
            }
            mask(value, known);
        }
    }

    /** Whether it is an organizer, or the register's entry of one, that is no unit as far as it says. */
    private static boolean isPerson(String name, ObjectNode object) {
        JsonNode nature = (object.path(GRANTED) instanceof ObjectNode granted ? granted : object).path("nature");
        return "organizer".equals(name) && (nature.isNull() || nature.isMissingNode()
                || OrganizerNature.INDIVIDUAL.name().equals(nature.asText()));
    }

    private static void maskName(ObjectNode person) {
        if (person.path("name").isTextual()) {
            person.put("name", Masks.name(person.get("name").textValue()));
        }
        if (person.path(GRANTED) instanceof ObjectNode granted) {
            maskName(granted);
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
