package org.openbeian.itests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbeian.demo.ServerProcess;

/** An endpoint of webhooks that checks each signature, as a careful receiver does, and notes the keys of what it took. */
final class WebhookReceiver implements AutoCloseable {

    private static final long OLDEST_SECONDS = 300;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> forged = new CopyOnWriteArrayList<>();
    private volatile String secret = "";
    /** How long an answer takes. */
    volatile long millis;
    /** Whether what was taken gets no answer. */
    volatile boolean mute;

    /** Listens on this machine, which a server's operator must allow. */
    WebhookReceiver(ServerProcess caller) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::take);
        http.start();
        Path config = caller.home().resolve("etc/org.openbeian.outgoing.endpoint-receiver" + http.getAddress().getPort() + ".cfg");
        Files.writeString(config, "address = " + address() + "\ninternal = true\n");
    }

    /** Where it is called. */
    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    }

    /** The secret that both sides share. */
    void secret(String shared) {
        secret = shared;
    }

    /** Keys of what was taken, in the order in which it came. */
    List<String> keys() {
        return keys;
    }

    /** What was taken, in the order in which it came. */
    List<String> texts() {
        return texts;
    }

    /** What came without a good signature. */
    List<String> forged() {
        return forged;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String key = exchange.getRequestHeaders().getFirst("Webhook-Id");
            String time = exchange.getRequestHeaders().getFirst("Webhook-Timestamp");
            boolean good = ("v1," + signature(key, time, body)).equals(exchange.getRequestHeaders().getFirst("Webhook-Signature"))
                    && Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(time)) < OLDEST_SECONDS;
            if (good) {
                texts.add(new String(body, StandardCharsets.UTF_8));
            }
            (good ? keys : forged).add(key);
            while (mute) {
                LockSupport.parkNanos(10_000_000);
            }
            LockSupport.parkNanos(millis * 1_000_000);
            exchange.sendResponseHeaders(good ? 204 : 401, -1);
        }
    }

    private String signature(String key, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((key + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mute = false;
        http.stop(0);
        threads.shutdownNow();
    }
}
