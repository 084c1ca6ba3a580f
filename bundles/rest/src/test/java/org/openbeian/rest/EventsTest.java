package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.servlet.AsyncContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.rest.TestServer.Reply;

public class EventsTest {

    private TestServer server;
    private String path;

    @Before
    public void start() throws Exception {
        server = new TestServer();
        path = "/orders/" + server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}").json().get("id").asText();
    }

    @After
    public void stop() {
        server.close();
    }

    @Test(timeout = 20_000)
    public void aStreamTellsWhatWasAndWhatComes() throws Exception {
        try (BufferedReader stream = open("anna", null)) {
            assertEquals("id: 1", next(stream));
            assertEquals("event: CREATED", next(stream));
            assertTrue(next(stream).startsWith("data: {\"orderId\":\"order-1\",\"no\":1,"));
            for (int no = 2; no < 5; no++) {
                change();
                assertEquals("id: " + no, next(stream));
                assertEquals("event: EDITED", next(stream));
                next(stream);
            }
        }
    }

    @Test(timeout = 20_000)
    public void whoComesBackGetsWhatHeMissed() throws Exception {
        change();
        change();
        try (BufferedReader stream = open("anna", "2")) {
            assertEquals("id: 3", next(stream));
        }
    }

    @Test(timeout = 20_000)
    public void anEventThatNobodyToldIsFoundInTheHistory() throws Exception {
        try (BufferedReader stream = open("anna", "1")) {
            server.json("anna", "PATCH", path, "{}", "If-Match", "*");
            change();
            assertEquals("id: 2", next(stream));
            next(stream);
            next(stream);
            assertEquals("id: 3", next(stream));
        }
    }

    @Test(timeout = 60_000)
    public void whoIsSlowerThanTheServerStillGetsEveryEvent() throws Exception {
        String id = path.substring(path.lastIndexOf('/') + 1);
        List<HistoryEntry> history = server.orders.histories.get(id);
        HistoryEntry first = history.get(0);
        for (int no = 2; no <= 10_000; no++) {
            history.add(new HistoryEntry(id, no, first.at(), first.actor(), OrderEvent.EDITED, first.to(), first.to(), "x".repeat(2_000),
                Map.of(), first.hash(), first.hash()));
        }
        try (BufferedReader stream = open("anna", null)) {
            for (int no = 1; no <= 10_000; no++) {
                assertEquals("id: " + no, next(stream));
                next(stream);
                next(stream);
            }
        }
    }

    @Test(timeout = 20_000)
    public void aStreamWhoseClientIsGoneIsNotCountedAsOpen() {
        AsyncContext gone = (AsyncContext) Proxy.newProxyInstance(AsyncContext.class.getClassLoader(), new Class<?>[] {AsyncContext.class},
            (proxy, method, arguments) -> {
                throw new IllegalStateException("the request is over");
            });
        assertThrows(IllegalStateException.class, () -> server.streams.follow(null, "order-1", 0, gone));
        assertEquals(0, server.streams.open());
    }

    @Test(timeout = 20_000)
    public void manyFollowOneOrder() throws Exception {
        try (BufferedReader first = open("anna", "1"); BufferedReader second = open("wang", "1")) {
            change();
            assertEquals("id: 2", next(first));
            assertEquals("id: 2", next(second));
        }
    }

    @Test(timeout = 20_000)
    public void aStreamIsRefusedLikeAnyOtherRequest() {
        Reply foreign = server.send("bob", "GET", path + "/events", "Accept", "text/event-stream");
        assertEquals(foreign.text(), 404, foreign.status());
        assertEquals("application/problem+json", foreign.header("Content-Type"));
        assertEquals(401, server.send(null, "GET", path + "/events").status());
        assertEquals(400, server.send("anna", "GET", path + "/events", "Last-Event-ID", "x").status());
    }

    @Test(timeout = 20_000)
    public void allEventsComeInOneStreamFromAnyPoint() throws Exception {
        Reply page = server.send("anna", "GET", "/events?limit=1");
        assertEquals(page.text(), "order.created", page.json().at("/items/0/event/type").asText());
        String cursor = page.json().get("next").asText();
        path = "/orders/" + server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}").json().get("id").asText();
        try (BufferedReader stream = openAt("anna", "/events?after=" + cursor, null)) {
            assertTrue(next(stream).startsWith("id: 0badcafe."));
            assertEquals("event: order.created", next(stream));
            String data = next(stream);
            assertTrue(data, data.contains("\"order\":\"order-2\""));
            change();
            String id = next(stream);
            assertEquals("event: order.edited", next(stream));
            try (BufferedReader again = openAt("anna", "/events?after=now", cursor)) {
                assertTrue("the header counts", next(again).startsWith("id: 0badcafe."));
                next(again);
                assertEquals(data, next(again));
                assertEquals(id, next(again));
            }
        }
    }

    @Test(timeout = 20_000)
    public void aCursorMustBeOne() {
        assertEquals(400, server.send("anna", "GET", "/events?after=x").status());
        assertEquals(400, server.send("anna", "GET", "/events", "Last-Event-ID", "7", "Accept", "text/event-stream").status());
        assertEquals(422, server.send("anna", "GET", "/events?after=00000000.1..0", "Accept", "text/event-stream").status());
        assertEquals(400, server.send("anna", "GET", "/events?limit=501").status());
        assertEquals(200, server.send("anna", "GET", "/events/types").status());
    }

    private void change() {
        server.json("anna", "PATCH", path, "{}", "If-Match", "*");
        String id = path.substring(path.lastIndexOf('/') + 1);
        List<HistoryEntry> history = server.orders.histories.get(id);
        server.streams.changed(server.orders.orders.get(id), history.get(history.size() - 1));
    }

    private BufferedReader open(String account, String lastEventId) throws IOException, InterruptedException {
        return openAt(account, path + "/events", lastEventId);
    }

    private BufferedReader openAt(String account, String address, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + address))
                .header("Authorization", TestServer.basic(account, "secret")).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        assertEquals(200, response.statusCode());
        assertEquals("text/event-stream;charset=utf-8",
                response.headers().firstValue("Content-Type").orElse("").toLowerCase(java.util.Locale.ROOT));
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        while (line != null && (line.isEmpty() || line.startsWith(":"))) {
            line = stream.readLine();
        }
        return line;
    }
}
