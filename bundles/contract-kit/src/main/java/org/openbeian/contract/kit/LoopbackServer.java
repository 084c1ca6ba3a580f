package org.openbeian.contract.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** For tests of plugins that call outside: a server on this machine that remembers what it was asked and answers as it is told. */
public final class LoopbackServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Function<Call, Reply> answer;

    /**
     * What was asked.
     *
     * @param path path with query
     * @param headers by name in lower case
     * @param body the body
     */
    public record Call(String path, Map<String, String> headers, byte[] body) {

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * What is answered.
     *
     * @param status HTTP status; 0 for no answer at all: the connection is closed
     * @param body the body
     * @param afterMillis how long it takes
     */
    public record Reply(int status, String body, int afterMillis) {

        /** At once. */
        public Reply(int status, String body) {
            this(status, body, 0);
        }
    }

    /** Starts at a free port. */
    public LoopbackServer(Function<Call, Reply> answer) {
        this.answer = answer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            Call call = new Call(exchange.getRequestURI().toString(), headers, exchange.getRequestBody().readAllBytes());
            calls.add(call);
            Reply reply = answer.apply(call);
            Thread.sleep(reply.afterMillis());
            if (reply.status() == 0) {
                return;
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers so from now on. */
    public void answer(int status, String body) {
        answer = call -> new Reply(status, body);
    }

    /** Answers so from now on. */
    public void answer(Function<Call, Reply> next) {
        answer = next;
    }

    /** Its port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What it was asked, oldest first. */
    public List<Call> calls() {
        return calls;
    }

    /** What it was asked last. */
    public Call last() {
        return calls.get(calls.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
