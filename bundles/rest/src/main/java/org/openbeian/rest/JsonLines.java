package org.openbeian.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.openbeian.core.json.ModelJson;

/** Answers of one JSON value per line. Stateless. */
final class JsonLines {

    static final String TYPE = "application/x-ndjson";
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private JsonLines() {
    }

    static void write(OutputStream out, Object value) {
        try {
            out.write(MAPPER.writeValueAsBytes(value));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
