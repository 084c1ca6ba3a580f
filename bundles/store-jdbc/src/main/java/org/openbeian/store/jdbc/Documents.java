package org.openbeian.store.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.App;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;

/** Records as stored JSON, without what is null. Fields that this version does not know are passed over. Thread-safe. */
final class Documents {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addMixIn(InternetService.class, Kinds.class)
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
    private static final ObjectReader TEXTS = MAPPER.readerFor(new TypeReference<Map<String, String>>() { });
    private static final ObjectReader NAMES = MAPPER.readerFor(new TypeReference<List<String>>() { });
    private static final ObjectReader NUMBERS = MAPPER.readerFor(new TypeReference<List<Long>>() { });

    private Documents() {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = WebSite.class, name = "WEBSITE"),
        @JsonSubTypes.Type(value = App.class, name = "APP")})
    private interface Kinds {
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
