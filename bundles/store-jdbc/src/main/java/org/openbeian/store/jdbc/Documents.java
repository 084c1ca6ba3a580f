package org.openbeian.store.jdbc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openbeian.core.json.ModelJson;

/** Records as stored JSON, without what is null. Fields that this version does not know are passed over. Thread-safe. */
final class Documents {

    private static final ObjectMapper MAPPER = ModelJson.mapper().copy()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, false);
    private static final ObjectReader TEXTS = MAPPER.readerFor(new TypeReference<Map<String, String>>() { });
    private static final ObjectReader NAMES = MAPPER.readerFor(new TypeReference<List<String>>() { });
    private static final ObjectReader NUMBERS = MAPPER.readerFor(new TypeReference<List<Long>>() { });

    private Documents() {
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a record cannot be written", e);
        }
    }

    static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored document cannot be read", e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        return read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /** JSON of a small map or list; null for an empty one. */
    static String text(Object value) {
        try {
            String json = MAPPER.writeValueAsString(value);
            return json.length() == 2 ? null : json;
        } catch (IOException e) {
            throw new UncheckedIOException("a value cannot be written", e);
        }
    }

    static Map<String, String> texts(String json) {
        return json == null ? Map.of() : read(TEXTS, json);
    }

    static List<String> names(String json) {
        return json == null ? List.of() : read(NAMES, json);
    }

    static List<Long> numbers(String json) {
        return json == null ? List.of() : read(NUMBERS, json);
    }

    private static <T> T read(ObjectReader reader, String json) {
        try {
            return reader.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored value cannot be read", e);
        }
    }
}
