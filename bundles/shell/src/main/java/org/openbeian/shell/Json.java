package org.openbeian.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.core.json.MaskedJson;
import org.openbeian.core.json.ModelJson;

/** Answers as JSON, personal data masked. */
final class Json {

    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private Json() {
    }

    /** The value as a masked tree. */
    static JsonNode tree(Object value) {
        return MaskedJson.mask(MAPPER.valueToTree(value));
    }

    /** Prints the value as indented JSON with a line end. */
    static void print(PrintStream out, Object value) {
        try {
            out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(value)));
        } catch (JsonProcessingException cannotHappen) {
            throw new IllegalStateException("a tree always has a text", cannotHappen);
        }
    }

    /** Prints the value as one line of JSON; only for what holds no personal data, since it is not masked. */
    static void printLine(PrintStream out, Object value) {
        try {
            out.println(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException cannotHappen) {
            throw new IllegalStateException("a record always has a text", cannotHappen);
        }
    }

    /** Every value that is not empty, masked, as one line {@code pointer = value}. */
    static List<String> lines(Object value) {
        List<String> lines = new ArrayList<>();
        collect("", tree(value), lines);
        return lines;
    }

    private static void collect(String pointer, JsonNode node, List<String> lines) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"), field.getValue(), lines);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), lines);
            }
        } else if (!node.isNull()) {
            lines.add(pointer + " = " + node.asText());
        }
    }
}
