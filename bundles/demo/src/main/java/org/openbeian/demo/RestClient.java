package org.openbeian.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;

/** A caller of the public REST interface with one account. Thread-safe. */
public final class RestClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI base;
    private final String authorization;

    /**
     * A caller.
     *
     * @param http the connections to use; may be shared
     * @param base address of the server, such as {@code http://127.0.0.1:8181}
     * @param account name of the account
     * @param password its password
     */
    public RestClient(HttpClient http, URI base, String account, String password) {
        this.http = http;
        this.base = base;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What the server answered.
     *
     * @param status HTTP status
     * @param etag ETag header, or null
     * @param location Location header, or null
     * @param body the answer's bytes
     */
    public record Reply(int status, String etag, String location, byte[] body) {

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** This reply, if the server did as asked. */
        public Reply expectSuccess() {
            if (status >= 300) {
                throw new IllegalStateException("the server answered " + status + ": " + text());
            }
            return this;
        }
    }

    /** Sends a request without body. */
    public Reply send(String method, String path, String... headers) {
        return send(method, path, null, null, headers);
    }

    /** Sends JSON. */
    public Reply send(String method, String path, JsonNode body, String... headers) {
        String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        return send(method, path, type, body.toString().getBytes(StandardCharsets.UTF_8), headers);
    }

    /**
     * Opens a stream of server-sent events.
     *
     * @param headers names and values in turn
     * @return its lines as they come; the caller closes it
     */
    public Stream<String> lines(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Authorization", authorization)
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Sends bytes.
     *
     * @param contentType media type of the body; null without body
     * @param body the bytes; null for none
     * @param headers names and values in turn
     * @throws UncheckedIOException when no answer came
     */
    public Reply send(String method, String path, String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization).header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Location").orElse(null), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
