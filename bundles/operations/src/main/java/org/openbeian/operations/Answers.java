package org.openbeian.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import org.openbeian.core.json.ModelJson;

/** Answers over HTTP: never cached, always with a type and a length. */
final class Answers {

    /** Seconds after which a caller may ask again. */
    static final String RETRY_AFTER = "2";

    private Answers() {
    }

    /** A problem as {@code application/problem+json}. */
    static void problem(HttpServletResponse response, int status, String code, String detail) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:openbeian:problem:" + code);
        problem.put("title", code);
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", detail);
        write(response, status, "application/problem+json",
                ModelJson.mapper().writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }

    /** A body with its type. */
    static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
