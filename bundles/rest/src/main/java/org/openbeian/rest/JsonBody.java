package org.openbeian.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.json.ModelJson;

/** Reads and writes the JSON of this interface; refuses with findings whatever is not meant for it. Thread-safe. */
final class JsonBody {

    private static final int MAX_DEPTH = 40;
    /** Syntax only; strict. What the values mean is the model mapper's. */
    private static final ObjectReader TREE = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(100)
                    .maxNameLength(1_000).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).build()
            .readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ObjectMapper mapper;
    private final ObjectWriter writer;

    JsonBody() {
        this.mapper = ModelJson.mapper();
        this.writer = mapper.writer();
    }

    /**
     * Reads a body.
     *
     * @throws Trouble 400 when it is not JSON, 422 with findings when it does not fit the type
     */
    <T> T read(byte[] body, Class<T> type) {
        JsonNode tree = tree(body);
        return type == JsonNode.class ? type.cast(checked(tree, type)) : convert(tree, type);
    }

    /**
     * Turns a tree into a record.
     *
     * @throws Trouble 422 with findings when it does not fit the type
     */
    <T> T convert(JsonNode tree, Class<T> type) {
        checked(tree, type);
        try {
            return mapper.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the check of " + type.getSimpleName() + " let pass what cannot be read", e);
        }
    }

    /** A value as a tree that may be changed. */
    JsonNode toTree(Object value) {
        return mapper.valueToTree(value);
    }

    byte[] write(Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode checked(JsonNode tree, Type type) {
        List<Finding> findings = ShapeCheck.check(tree, type);
        if (!findings.isEmpty()) {
            throw new Trouble(422, "body-does-not-fit", "the body does not have the form that is documented; see findings",
                    findings);
        }
        return tree;
    }

    private static JsonNode tree(byte[] body) {
        if (body.length == 0) {
            throw new Trouble(400, "body-missing", "this operation needs a JSON body");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new Trouble(400, "body-not-utf-8", "the body must be JSON in UTF-8");
        }
        try (JsonParser parser = TREE.createParser(body)) {
            return parse(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(JsonParser parser) throws IOException {
        try {
            JsonNode tree = TREE.readTree(parser);
            if (tree == null || tree.isMissingNode()) {
                throw new Trouble(400, "body-missing", "this operation needs a JSON body");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw malformed(parser, e, "the body is nested too deeply or holds an overlong number or name");
        } catch (JsonParseException e) {
            if (e.getOriginalMessage().startsWith("Duplicate field")) {
                throw new Trouble(400, "malformed-json", "a field occurs more than once",
                        List.of(Texts.repeatedField(pointer(parser))));
            }
            throw malformed(parser, e, "the body is not valid JSON");
        } catch (JsonProcessingException e) {
            throw malformed(parser, e, "the body is not valid JSON");
        }
    }

    private static Trouble malformed(JsonParser parser, JsonProcessingException e, String detail) {
        long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        long column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
        return new Trouble(400, "malformed-json", detail + ", near line " + line + ", column " + column,
                List.of(Texts.malformed(pointer(parser), line, column)));
    }

    private static String pointer(JsonParser parser) {
        JsonPointer pointer = parser.getParsingContext().pathAsPointer();
        String text = pointer.toString();
        return ShapeCheck.isClean(text) ? text.substring(0, Math.min(text.length(), 500)) : "";
    }
}
