package org.openbeian.security.outgoing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingFailure.Why;
import org.openbeian.api.http.OutgoingHttp.Answer;
import org.openbeian.api.http.OutgoingHttp.Request;
import org.openbeian.testkit.Requirement;

/**
 * Servers that are slow, half open or lie, at the one way out for HTTP that all channels take: each costs one failure within the time
 * and the memory that the caller allowed, and the next call is answered as if nothing had been.
 */
@Requirement({"W-07", "A-108"})
public class HostileServerTest {

    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final int MOST = 10_000;
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\npong";

    private final AtomicInteger connections = new AtomicInteger();
    private final OutgoingClient client = new OutgoingClient(settings(OutgoingSettings.class, Map.of()), InetAddress::getAllByName);
    private ServerSocket socket;
    private volatile Script script;

    /** What the server does with a connection on which a request came. */
    private interface Script {

        void answer(Socket client, OutputStream out) throws IOException;
    }

    @Before
    public void listen() throws Exception {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        client.addEndpoint(new Endpoint(settings(EndpointSettings.class, Map.of("address", base(), "internal", true)), value -> value));
        Thread thread = new Thread(this::serve, "hostile-http");
        thread.setDaemon(true);
        thread.start();
        script = (accepted, out) -> say(out, GOOD);
        call(Duration.ofSeconds(30)); // The first call of a virtual machine takes longer than the patience of the others.
    }

    @After
    public void close() throws IOException {
        client.close();
        socket.close();
    }

    private static <A> A settings(Class<A> type, Map<String, Object> given) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> given.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    private String base() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                connections.incrementAndGet();
                Thread thread = new Thread(() -> converse(accepted), "hostile-http-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket accepted) {
        try (accepted) {
            accepted.getInputStream().read(new byte[8192]);
            script.answer(accepted, accepted.getOutputStream());
        } catch (IOException e) {
            // The client hung up, as it should.
        }
    }

    private Why failure(Script next) {
        script = next;
        int before = connections.get();
        long start = System.nanoTime();
        OutgoingFailure failure = assertThrows(OutgoingFailure.class, this::call);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue("cut off in time, not after " + millis + " ms", millis < 5_000);
        assertEquals("nothing is repeated", before + 1, connections.get());
        return failure.why();
    }

    private Answer call() throws OutgoingFailure {
        return call(PATIENCE);
    }

    private Answer call(Duration patience) throws OutgoingFailure {
        return client.call(new Request("POST", URI.create(base() + "/hook"), Map.of(), "ping".getBytes(StandardCharsets.UTF_8), patience,
                MOST, 0));
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Says something, then the same piece again and again, slowly or not. */
    private static Script endless(String first, String piece, long pauseMillis) {
        return (client, out) -> {
            say(out, first);
            while (!client.isClosed()) {
                say(out, piece);
                LockSupport.parkNanos(pauseMillis * 1_000_000);
            }
        };
    }

    @Test
    public void aServerThatNeverEndsItsAnswerIsCutOff() throws Exception {
        assertEquals("silent", Why.NO_ANSWER, failure((client, out) -> client.getInputStream().read()));
        assertEquals("drips its headers", Why.NO_ANSWER, failure(endless("HTTP/1.1 200 OK\r\n", "X", 50)));
        assertEquals("drips its body", Why.NO_ANSWER, failure(endless("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", "x", 50)));
        assertEquals("breaks off half way", Why.NO_ANSWER, failure((client, out) -> {
            say(out, "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nx");
            client.getInputStream().read();
        }));
        script = (client, out) -> say(out, GOOD);
        assertEquals(200, call().status());
    }

    @Test
    public void whatIsEndlessFillsNoMemory() throws Exception {
        assertEquals("a body", Why.TOO_LARGE, failure(endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "400\r\n" + "x".repeat(1024) + "\r\n", 0)));
        Why headers = failure(endless("HTTP/1.1 200 OK\r\n", "X-Header: " + "x".repeat(1024) + "\r\n", 0));
        assertTrue("headers: " + headers, headers == Why.NO_ANSWER || headers == Why.TOO_LARGE);
        Why line = failure(endless("HTTP/1.1 200 ", "x".repeat(1024), 0));
        assertTrue("the status line: " + line, line == Why.NO_ANSWER || line == Why.TOO_LARGE);
        script = (client, out) -> say(out, GOOD);
        assertEquals("pong", new String(call().body(), StandardCharsets.US_ASCII));
    }

    @Test
    public void aServerThatLiesIsNotBelieved() throws Exception {
        assertEquals("closes without an answer", Why.NO_ANSWER, failure((client, out) -> { }));
        assertEquals("resets", Why.NO_ANSWER, failure((client, out) -> client.setSoLinger(true, 0)));
        assertEquals("speaks another protocol", Why.NO_ANSWER, failure((client, out) -> say(out, "220 smtp ready\r\n")));
        assertEquals("a status that is none", Why.NO_ANSWER, failure((client, out) -> say(out, "HTTP/1.1 20x OK\r\n\r\n")));
        assertEquals("less than it promised", Why.NO_ANSWER,
                failure((client, out) -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\npong")));
        assertEquals("two lengths", Why.NO_ANSWER,
                failure((client, out) -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\npong")));
        assertEquals("chunks that are none", Why.NO_ANSWER,
                failure((client, out) -> say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\npong\r\n")));
        assertEquals("a length beyond all measure", Why.TOO_LARGE,
                failure((client, out) -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\npong")));
        script = (client, out) -> say(out, GOOD);
        assertEquals(200, call().status());
    }
}
