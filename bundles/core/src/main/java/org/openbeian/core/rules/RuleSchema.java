package org.openbeian.core.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.Fact;
import org.openbeian.api.rules.FactType;
import org.openbeian.api.rules.Facts;
import org.openbeian.api.rules.Severity;

/**
 * The JSON Schema of rule files, by which an editor completes and checks them. It says all of a file's structure that the
 * reader demands: keys, operators by the kind of fact, words of codes. Sources and lists that are named, and examples, only
 * the reader checks.
 */
public final class RuleSchema {

    /** Where it is published, which is also its id. */
    public static final String ID = "https://openbeian.org/schema/province-rules-1.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DAY = "^\\d{4}-\\d{2}-\\d{2}$";
    private static final String NAME = "^[a-z0-9][a-z0-9.-]{1,78}[a-z0-9]$";

    private final ObjectNode definitions = MAPPER.createObjectNode();

    private RuleSchema() {
    }

    /** The schema, indented. */
    public static String text() {
        return tree().toPrettyString() + "\n";
    }

    /** The schema; the caller's own. */
    public static JsonNode tree() {
        return new RuleSchema().build();
    }

    private ObjectNode build() {
        define();
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ID);
        schema.put("title", "OpenBeian rules of a province, format " + Header.FORMAT);
        schema.set("if", MAPPER.createObjectNode().set("required", MAPPER.createArrayNode().add("listsOf")));
        schema.set("then", lists());
        schema.set("else", file());
        schema.set("$defs", definitions);
        return schema;
    }

    private ObjectNode file() {
        return object(keys("format", constant(String.valueOf(Header.FORMAT)), "province", province(), "name", ref("text"),
            "authority", ref("text"), "prefix", ref("scalar"), "version", ref("scalar"), "date", ref("day"), "coverage",
            words("local", "national-only"), "review", object(keys("min", ref("number"), "max", ref("number"), "source",
                ref("source")), "min", "max", "source"),
            "footer", object(keys("number", words("service", "either"), "copyright", ref("flag"), "source", ref("source")),
                "number", "source"),
            "typesOff", object(keys("types", ref("types"), "source", ref("source")), "types", "source"), "interface",
            ref("scalar"), "types", ref("types"), "sources", ref("sources"), "lists", ref("lists"), "national",
            array(change()), "materials", array(material()), "fields", array(field()), "limits", array(limit()), "rules",
            array(rule()), "notes", array(note()), "readings", array(object(keys("about", ref("scalar"), "reading",
                ref("scalar"), "source", ref("source")), "about", "reading", "source")),
            "unknown", array(object(keys("about", ref("id"), "name", ref("text")), "about", "name"))),
            "format", "province", "name", "version", "date", "coverage");
    }

    private ObjectNode lists() {
        return object(keys("format", constant(String.valueOf(Header.FORMAT)), "listsOf", province(), "version",
            ref("scalar"), "date", ref("day"), "source", ref("source"), "sources", ref("sources"), "lists", ref("lists")),
            "format", "listsOf", "version", "date", "source", "lists");
    }

    private void define() {
        definitions.set("scalar", MAPPER.createObjectNode().set("type",
            MAPPER.createArrayNode().add("string").add("number").add("boolean")));
        definitions.set("number", pattern("^\\d{1,10}$", "integer"));
        definitions.set("flag", MAPPER.createObjectNode().put("type", "boolean"));
        definitions.set("day", pattern(DAY, null));
        definitions.set("dayOrToday", pattern("^(\\d{4}-\\d{2}-\\d{2}|today([+-]\\d{1,5}[dmy])?)$", null));
        definitions.set("id", pattern(NAME, null));
        definitions.set("text", object(keys("zh", ref("scalar"), "en", ref("scalar")), "zh", "en"));
        definitions.set("words", some(ref("scalar")));
        definitions.set("types", some(words(names(FilingType.values()))));
        definitions.set("severity", words(names(Severity.values())));
        definitions.set("fact", words(Facts.ALL.stream().map(Fact::name).toArray(String[]::new)));
        definitions.set("factName", anyOf(ref("fact"), pattern("^extra\\..+$", null)));
        definitions.set("otherFact", object(keys("fact", ref("factName")), "fact"));
        definitions.set("law", object(keys("ref", ref("scalar"), "article", ref("scalar")), "ref"));
        definitions.set("source", anyOf(
            object(keys("ref", anyOf(ref("scalar"), ref("words")), "row", ref("scalar"), "quote", ref("scalar"), "law",
                ref("law")), "ref"),
            object(keys("document", ref("scalar"), "date", ref("scalar"), "row", ref("scalar"), "quote", ref("scalar"),
                "law", ref("law")), "document", "date")));
        definitions.set("sources", map(object(keys("title", ref("scalar"), "date", ref("scalar"), "number", ref("scalar"),
            "issuer", ref("scalar")), "title", "date")));
        definitions.set("lists", map(array(ref("scalar"))));
        definitions.set("condition", condition());
        definitions.set("values", values());
    }

    private ObjectNode condition() {
        Map<String, ObjectNode> keys = new TreeMap<>();
        keys.put("all", some(ref("condition")));
        keys.put("any", some(ref("condition")));
        keys.put("not", ref("condition"));
        keys.put("distinct", object(keys("of", some(ref("factName")), "at-least", ref("number")), "of", "at-least"));
        Facts.ALL.forEach(fact -> keys.put(fact.name(), tests(fact.type(), operand(fact)).put("description",
            fact.label().zh() + " – " + fact.label().en())));
        ObjectNode condition = object(keys).put("minProperties", 1);
        condition.set("patternProperties", MAPPER.createObjectNode().set("^extra\\..+$",
            anyOf(Arrays.stream(FactType.values()).map(type -> tests(type, ref("scalar"))).toArray(ObjectNode[]::new))));
        return condition;
    }

    /** What may stand behind a fact: a value, a list of words, or operators. */
    private static ObjectNode tests(FactType type, ObjectNode operand) {
        Map<String, ObjectNode> operators = new TreeMap<>();
        Operators.fitting(type).forEach(operator -> operators.put(operator, operand(operator, type, operand)));
        List<ObjectNode> kinds = new ArrayList<>();
        if (operators.containsKey("equals")) {
            kinds.add(operand);
        }
        if (operators.containsKey("in")) {
            kinds.add(some(operand));
        }
        kinds.add(object(operators).put("minProperties", 1));
        return anyOf(kinds.toArray(ObjectNode[]::new));
    }

    private static ObjectNode operand(String operator, FactType type, ObjectNode operand) {
        return switch (operator) {
            case "present" -> ref("flag");
            case "within-days", "size-at-least", "size-at-most" -> ref("number");
            case "matches" -> ref("scalar");
            case "is" -> words(Formats.names().split(", "));
            case "same-as" -> ref("factName");
            case "at-least", "at-most" ->
                anyOf(type == FactType.DATE ? ref("dayOrToday") : ref("number"), ref("otherFact"));
            case "in", "contains-any", "starts-with", "ends-with" -> anyOf(operand, some(operand), ref("otherFact"),
                object(keys("list", ref("scalar")), "list"));
            default -> anyOf(operand, ref("otherFact"));
        };
    }

    private static ObjectNode operand(Fact fact) {
        return switch (fact.type()) {
            case CODE -> words(fact.words().toArray(String[]::new));
            case NUMBER -> ref("number");
            case FLAG -> ref("flag");
            case DATE -> ref("day");
            case TEXT, TEXTS -> ref("scalar");
        };
    }

    private ObjectNode values() {
        Map<String, ObjectNode> keys = new TreeMap<>();
        Facts.ALL.forEach(fact -> keys.put(fact.name(),
            fact.type() == FactType.TEXTS ? array(ref("scalar")) : operand(fact)));
        ObjectNode values = object(keys);
        values.set("patternProperties", MAPPER.createObjectNode().set("^extra\\..+$", ref("scalar")));
        return values;
    }

    private static ObjectNode rule() {
        ObjectNode example = object(keys("pass", ref("values"), "fail", ref("values"), "skip", ref("values")))
            .put("minProperties", 1).put("maxProperties", 1);
        return entry(keys("id", ref("id"), "require", ref("condition"), "severity", ref("severity"), "hard", ref("flag"),
            "field", ref("factName"), "text", ref("text"), "mend", ref("text"), "replaces", array(ref("id")), "examples",
            array(example).put("minItems", 2)), "id", "require", "text", "mend", "source", "examples");
    }

    private static ObjectNode limit() {
        ObjectNode limit = entry(keys("id", ref("id"), "fact", ref("factName"), "min", ref("number"), "max", ref("number"),
            "severity", ref("severity"), "hard", ref("flag"), "mend", ref("text"), "replaces", array(ref("id"))),
            "id", "fact", "source");
        limit.set("anyOf", MAPPER.createArrayNode().add(required("min")).add(required("max")));
        return limit;
    }

    private static ObjectNode field() {
        ObjectNode word = object(keys("id", ref("scalar"), "zh", ref("scalar"), "en", ref("scalar")), "id", "zh", "en");
        ObjectNode field = entry(keys("fact", ref("factName"), "extra", ref("id"), "label", ref("text"), "type",
            words("TEXT", "CODE", "NUMBER", "FLAG", "DATE"), "words", array(word), "hint", ref("text"), "maxSize",
            ref("number"), "required", ref("flag")), "source");
        field.set("anyOf", MAPPER.createArrayNode().add(required("fact")).add(required("extra", "label")));
        return field;
    }

    private static ObjectNode material() {
        ObjectNode size = pattern("^\\d{1,9} ?(B|KB|MB)$", null);
        return entry(keys("type", ref("id"), "subject", words("organizer", "principal", "service"), "name", ref("text"),
            "required", ref("flag"), "size", object(keys("min", size, "max", size), "min", "max"), "media",
            array(words("image/jpeg", "image/png")), "conditions", array(ref("text")), "template", ref("id")),
            "type", "subject", "name", "size", "source");
    }

    private static ObjectNode change() {
        ObjectNode change = entry(keys("rule", ref("id"), "off", constant(true), "severity", ref("severity")), "rule",
            "source");
        ((ObjectNode) change.get("properties")).remove("when");
        change.set("oneOf", MAPPER.createArrayNode().add(required("off")).add(required("severity")));
        return change;
    }

    private static ObjectNode note() {
        return entry(keys("about", ref("id"), "text", ref("text")), "about", "text", "source");
    }

    /** An entry with what all of them may have: when, types, validity and source. */
    private static ObjectNode entry(Map<String, ObjectNode> keys, String... required) {
        keys.putAll(keys("when", ref("condition"), "types", ref("types"), "validFrom", ref("day"), "validTo", ref("day"),
            "source", ref("source")));
        return object(keys, required);
    }

    private static ObjectNode province() {
        return pattern("^([1-9]\\d0000|000000)$", "integer");
    }

    private static Map<String, ObjectNode> keys(Object... namesAndSchemas) {
        Map<String, ObjectNode> keys = new TreeMap<>();
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            keys.put((String) namesAndSchemas[i], (ObjectNode) namesAndSchemas[i + 1]);
        }
        return keys;
    }

    private static ObjectNode object(Map<String, ObjectNode> keys, String... required) {
        ObjectNode object = required(required).put("type", "object").put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        keys.forEach(properties::set);
        return object;
    }

    private static ObjectNode required(String... keys) {
        ObjectNode object = MAPPER.createObjectNode();
        if (keys.length > 0) {
            ArrayNode required = object.putArray("required");
            Arrays.stream(keys).forEach(required::add);
        }
        return object;
    }

    private static ObjectNode map(ObjectNode values) {
        ObjectNode map = MAPPER.createObjectNode().put("type", "object");
        map.set("additionalProperties", values);
        return map;
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode array = MAPPER.createObjectNode().put("type", "array");
        array.set("items", items);
        return array;
    }

    private static ObjectNode some(ObjectNode items) {
        return array(items).put("minItems", 1);
    }

    private static ObjectNode anyOf(ObjectNode... schemas) {
        ObjectNode any = MAPPER.createObjectNode();
        ArrayNode all = any.putArray("anyOf");
        Arrays.stream(schemas).forEach(all::add);
        return any;
    }

    private static ObjectNode words(String... words) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode all = node.putArray("enum");
        Arrays.stream(words).forEach(all::add);
        return node;
    }

    /** A value that is this one, quoted or not. */
    private static ObjectNode constant(Object value) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode all = node.putArray("enum");
        if (value instanceof String text) {
            all.add(text);
            all.add(Long.parseLong(text));
        } else {
            all.add((Boolean) value);
        }
        return node;
    }

    /** A text of this form, or a value of another JSON type. */
    private static ObjectNode pattern(String pattern, String otherType) {
        ObjectNode text = MAPPER.createObjectNode().put("type", "string").put("pattern", pattern);
        return otherType == null ? text : anyOf(MAPPER.createObjectNode().put("type", otherType), text);
    }

    private static ObjectNode ref(String definition) {
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + definition);
    }

    private static String[] names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }
}
