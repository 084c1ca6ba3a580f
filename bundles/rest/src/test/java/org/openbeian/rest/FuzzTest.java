package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Requests mutated at random, over a plain socket: whatever comes, the answer is no error of the server. */
public class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("openbeian.fuzz.requests", 3_000);
    private static final List<String> BODIES = List.of("{\"type\":\"FIRST\",\"application\":{\"organizer\":{\"nature\":"
            + "\"ENTERPRISE\",\"principal\":{\"validFrom\":\"2020-01-01\",\"longTerm\":true}},\"services\":[{\"kind\":\"WEBSITE\","
            + "\"domains\":[\"a.com\"],\"contents\":[8],\"accesses\":[{\"ips\":[]}]},{\"kind\":\"APP\",\"features\":[{\"platform\":"
            + "\"IOS\",\"packages\":[{}]}]}],\"extra\":{\"a\":\"b\"}}}", "{\"consents\":[{\"text\":\"a\",\"version\":\"1\"}]}",
            "{\"reason\":\"x\"}", "{\"case\":\"c\",\"kind\":\"MATERIAL\",\"content\":{\"Fj\":[{\"Fjyt\":1}],\"Bz\":null}}",
            "{\"answered\":true}", "{\"reasons\":[{\"code\":\"a\",\"text\":{\"zh\":\"a\",\"en\":\"b\"}}]}",
            "{\"account\":\"a\",\"region\":\"r\",\"mainland\":true,\"prepaid\":true,\"monthsBought\":1,"
                    + "\"expiresAt\":\"2027-01-01T00:00:00Z\",\"attributes\":{}}", "");
    private static final List<String> PARTS = List.of("null", "[]", "{}", "-1", "1e999", "\"\\ud800\"", "\"\\u0000\"", "true",
            "\"+999999999-01-01\"", "99999999999999999999", "\"kind\"", "[[[[", "}}", "\"\"", ":", ",");
    private static final List<String> TYPES = List.of("application/json", "application/merge-patch+json", "image/png",
            "text/plain", "*/*", "application/json;charset=utf-16", ";;;", "a/b/c", "");
    private static final List<String> QUERIES = List.of("", "?", "?limit=%zz", "?after=%FF", "?subject=/organizer",
            "?limit=1&limit=2", "?x=%00", "?state=DRAFT&state", "?order=order-1", "?before=1", "?_wadl", "?_type=xml",
            "?_method=DELETE", "?_ctype=text/html");

    private static TestServer server;

    private final Random random = new Random(20261101);

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
        server.json("root", "POST", "/orders", "{\"type\":\"FIRST\"}");
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Test
    public void noRequestMakesTheServerFail() throws IOException {
        List<PermissionsTest.Operation> operations = new ArrayList<>(PermissionsTest.operations());
        operations.removeIf(operation -> operation.path().endsWith("/events"));
        int refused = 0;
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = request(operations.get(random.nextInt(operations.size())));
            String answer = send(request);
            String shown = new String(request, StandardCharsets.ISO_8859_1) + "\n-> " + answer;
            assertTrue(shown, answer.isEmpty() || answer.startsWith("HTTP/1.1 "));
            if (!answer.isEmpty()) {
                int status = Integer.parseInt(answer.substring(9, 12));
                assertTrue(shown, status < 500);
                assertFalse(shown, answer.contains("\tat ") || answer.contains("Exception"));
                refused += status >= 400 ? 1 : 0;
            }
        }
        assertTrue("the mutations are too weak: " + refused, refused > REQUESTS / 3);
        assertTrue("the mutations are too strong: " + refused, refused < REQUESTS);
        assertEquals(200, server.send("root", "GET", "/me").status());
    }

    private byte[] request(PermissionsTest.Operation operation) throws IOException {
        String verb = one(20) ? List.of("BREW", "OPTIONS", "HEAD", "TRACE", "get", "DELETE").get(random.nextInt(6))
                : operation.verb();
        String id = one(4) ? List.of("%20", "..", "%2e%2e", ";a=b", "%E4%BD", "{id}", "%252f", "a/b").get(random.nextInt(8))
                : "order-1";
        String path = operation.path().replace("/1", "/" + id) + (one(3) ? QUERIES.get(random.nextInt(QUERIES.size())) : "");
        byte[] body = body();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = verb + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (one(15) ? "Authorization: Basic " + junk() : "Authorization: " + TestServer.basic("root", "secret"))
                + "\r\nContent-Type: " + type(operation) + "\r\n"
                + (one(6) ? "" : "If-Match: " + (one(4) ? junk() : "*") + "\r\n")
                + (one(3) ? "Idempotency-Key: " + (one(3) ? junk() : "k" + random.nextInt(50)) + "\r\n" : "")
                + (one(10) ? "Accept: " + TYPES.get(random.nextInt(TYPES.size())) + "\r\n" : "")
                + (one(20) ? "X-Request-Id: " + junk() + "\r\n" : "")
                + (one(10) ? "" : "Content-Length: " + (one(40) ? -1 : body.length) + "\r\n") + "\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        return out.toByteArray();
    }

    private String type(PermissionsTest.Operation operation) {
        if (one(8)) {
            return TYPES.get(random.nextInt(TYPES.size()));
        }
        return operation.verb().equals("PATCH") ? "application/merge-patch+json"
                : operation.path().contains("materials") ? "image/png" : "application/json";
    }

    private byte[] body() {
        StringBuilder body = new StringBuilder(BODIES.get(random.nextInt(BODIES.size())));
        for (int i = random.nextInt(4); i > 0 && body.length() > 2; i--) {
            int from = random.nextInt(body.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> body.delete(from, Math.min(body.length(), from + 1 + random.nextInt(6)));
                case 1 -> body.insert(from, PARTS.get(random.nextInt(PARTS.size())));
                default -> {
                    int value = body.indexOf(":", from);
                    if (value >= 0) {
                        int end = Math.min(body.length(), value + 1 + random.nextInt(8));
                        body.replace(value + 1, end, PARTS.get(random.nextInt(PARTS.size())));
                    }
                }
            }
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        if (one(10) && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String junk() {
        StringBuilder junk = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            junk.append((char) (' ' + random.nextInt(160)));
        }
        return junk.toString();
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private static String send(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }
}
