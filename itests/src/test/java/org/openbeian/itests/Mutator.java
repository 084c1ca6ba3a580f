package org.openbeian.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes requests out of the description of the interface: what it says, and all kinds of what it does not. */
final class Mutator {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");
    private static final List<String> TYPES = List.of("application/json", "application/merge-patch+json", "image/jpeg",
            "image/png", "text/plain", "application/xml", "application/octet-stream");
    private static final List<String> TEXTS = List.of("", "x", "-1", "0", "true", "null", "备案", "\u0000", "\ud800", "../../etc",
            "440000", "FIRST", "/application/organizer", "2026-13-45", "1e400", "9".repeat(30), "a".repeat(5_000), "*", "'\"<&;",
            "{{7*7}}", "${jndi:x}", "\u202e");
    private static final int MAX_DEPTH = 6;

    private final Random random;
    private final JsonNode description;
    private final List<String> ids;
    private final List<Operation> operations = new ArrayList<>();

    /** A path with one of its methods. */
    private record Operation(String path, String method, JsonNode node) {
    }

    /** A request to send; the body is null for none. */
    record Request(String method, String target, String type, byte[] body, List<String> headers) {

        @Override
        public String toString() {
            return method + " " + target + " " + type + " "
                    + (body == null ? "" : new String(body, 0, Math.min(300, body.length), StandardCharsets.UTF_8));
        }
    }

    /**
     * For an interface.
     *
     * @param description its OpenAPI description
     * @param ids ids that exist, to be tried in paths among others
     */
    Mutator(Random random, JsonNode description, List<String> ids) {
        this.random = random;
        this.description = description;
        this.ids = ids;
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (!path.getKey().endsWith("/events")) {
                    operations.add(new Operation(path.getKey(), method.getKey().toUpperCase(java.util.Locale.ROOT), method.getValue()));
                }
            }
        }
    }

    int operations() {
        return operations.size();
    }

    /** Request number {@code i}: every operation comes in turn, then all over again. */
    Request next(int i) {
        Operation operation = operations.get(i % operations.size());
        String method = oneIn(8) ? pick(METHODS) : operation.method;
        JsonNode content = operation.node.at("/requestBody/content");
        String type = content.isObject() ? content.fieldNames().next() : null;
        byte[] body = null;
        if (type != null && !oneIn(20)) {
            body = type.endsWith("json") ? mutated(value(content.get(type).get("schema"), 0)) : pickBytes();
        } else if (oneIn(10)) {
            body = pickBytes();
        }
        if (body != null && (type == null || oneIn(10))) {
            type = pick(TYPES);
        }
        List<String> headers = new ArrayList<>();
        if (!oneIn(10)) {
            headers.addAll(List.of("If-Match", oneIn(5) ? pick(List.of("\"v1\"", "v1", "W/\"x\"", "\"\"")) : "*"));
        }
        if (oneIn(10)) {
            headers.addAll(List.of("Idempotency-Key", pick(List.of("k", "k" + random.nextInt(), "x".repeat(300)))));
        }
        return new Request(method, "/api/v1" + path(operation) + query(operation), body == null ? null : type,
                method.equals("GET") || method.equals("HEAD") ? null : body, headers);
    }

    private String path(Operation operation) {
        StringBuilder path = new StringBuilder();
        for (String part : operation.path.substring(1).split("/")) {
            path.append('/').append(part.startsWith("{") ? encoded(oneIn(2) ? pick(ids) : text()) : part);
        }
        return path.toString();
    }

    private String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.node.path("parameters")) {
            if (parameter.get("in").asText().equals("query") && !oneIn(3)) {
                query.append(query.length() == 0 ? '?' : '&').append(parameter.get("name").asText()).append('=')
                        .append(encoded(oneIn(3) ? pick(ids) : text()));
            }
        }
        return query.toString();
    }

    /** A value as the schema asks for, now and then another. */
    private JsonNode value(JsonNode schema, int depth) {
        if (depth > MAX_DEPTH || oneIn(12)) {
            return odd();
        }
        if (schema.has("$ref")) {
            return value(description.at(schema.get("$ref").asText().substring(1)), depth + 1);
        }
        if (schema.has("oneOf")) {
            return value(schema.get("oneOf").get(random.nextInt(schema.get("oneOf").size())), depth + 1);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText("object")) {
            case "string" -> NODES.textNode(oneIn(4) ? pick(ids) : text());
            case "integer", "number" -> NODES.numberNode(oneIn(3) ? random.nextLong() : random.nextInt(5));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    array.add(value(schema.path("items"), depth + 1));
                }
                yield array;
            }
            default -> object(schema, depth);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (!oneIn(4)) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        }
        for (JsonNode part : schema.path("allOf")) {
            if (value(part, depth + 1) instanceof ObjectNode more) {
                object.setAll(more);
            }
        }
        if (oneIn(15)) {
            object.set(text(), odd());
        }
        return object;
    }

    private JsonNode odd() {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.textNode(text());
            case 2 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 3 -> NODES.arrayNode().add(NODES.objectNode()).addNull();
            case 4 -> NODES.booleanNode(true);
            case 5 -> NODES.arrayNode();
            default -> NODES.objectNode().put("kind", text());
        };
    }

    private byte[] mutated(JsonNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        if (oneIn(4)) {
            for (int flips = 1 + random.nextInt(3); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    private byte[] pickBytes() {
        return pick(List.of("", "{}", "[", "[".repeat(3_000), "\u00ff\u00d8\u00ff", "<?xml version=\"1.0\"?>",
                "\u0089PNG\r\n\u001a\n")).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String text() {
        return pick(TEXTS);
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
