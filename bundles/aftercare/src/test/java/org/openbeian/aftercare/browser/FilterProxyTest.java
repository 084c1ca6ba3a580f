package org.openbeian.aftercare.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** The only way out of the browser, over real sockets. */
public class FilterProxyTest {

    private static final int PATIENCE_MILLIS = 10_000;

    private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final PublicDial real = Browsers.dial();
    private ServerSocket site;
    private FilterProxy proxy;
    private volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nKeep-Alive: timeout=5\r\nConnection: keep-alive\r\n\r\npong";

    @Before
    public void listen() throws IOException {
        site = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "site");
        thread.setDaemon(true);
        thread.start();
        proxy = new FilterProxy(Browsers.site(real, site.getLocalPort()), 1_000_000);
    }

    @After
    public void close() throws IOException {
        proxy.close();
        real.close();
        site.close();
    }

    /** Answers what it is sent first, and hangs up. */
    private void serve() {
        while (!site.isClosed()) {
            try (Socket client = site.accept()) {
                byte[] bytes = new byte[8192];
                int read = client.getInputStream().read(bytes);
                seen.add(new String(bytes, 0, Math.max(read, 0), StandardCharsets.ISO_8859_1));
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                client.shutdownOutput();
                while (client.getInputStream().read(bytes) >= 0) {
                    seen.add("more");
                }
            } catch (IOException e) {
                seen.add("broken");
            }
        }
    }

    private String ask(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", proxy.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private String statusOf(String request) throws IOException {
        String all = ask(request + "\r\n\r\n");
        return all.isEmpty() ? "" : all.substring(9, 12);
    }

    @Test
    @Requirement("T-46")
    public void aRequestGoesToItsHostAndOneRequestAlone() throws Exception {
        String got = ask("GET http://site.example/a?b=1|2 HTTP/1.1\r\nHost: site.example\r\nProxy-Connection: keep-alive\r\n"
            + "Upgrade: websocket\r\n\r\nGET http://other.example/ HTTP/1.1\r\n\r\n");
        assertEquals("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\npong", got);
        assertEquals("GET /a?b=1|2 HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n\r\n", seen.poll(10, TimeUnit.SECONDS));
        ask("POST http://site.example HTTP/1.1\r\nHost: site.example\r\nContent-Length: 2\r\n\r\nabSECRET");
        String sent = seen.poll(10, TimeUnit.SECONDS);
        assertTrue(sent, sent.startsWith("POST / HTTP/1.1\r\n"));
        assertEquals("nobody got what came after the body", List.of(), seen.stream().filter(one -> one.contains("SECRET")).toList());
        assertEquals(List.of(), proxy.refused());
    }

    @Test
    public void aTunnelLeadsToItsHost() throws Exception {
        answer = "hello";
        FilterProxy tunnels = new FilterProxy((host, port, owner) -> new Socket(InetAddress.getLoopbackAddress(), site.getLocalPort()),
            1_000);
        try (tunnels; Socket socket = new Socket("127.0.0.1", tunnels.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write("CONNECT site.example:443 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 200 OK\r\n\r\n", new String(socket.getInputStream().readNBytes(19), StandardCharsets.US_ASCII));
            socket.getOutputStream().write("anything".getBytes(StandardCharsets.US_ASCII));
            assertEquals("hello", new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            assertEquals("anything", seen.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    public void whatIsInsideIsRefusedHoweverItIsNamed() throws Exception {
        for (String host : List.of("127.0.0.1", "169.254.169.254", "192.168.0.1", "[::1]", "[::ffff:10.0.0.1]", "inside.example",
                "both.example", "2130706433", "0.0.0.0")) {
            assertEquals(host, "403", statusOf("GET http://" + host + "/latest HTTP/1.1"));
            assertEquals(host, "403", statusOf("CONNECT " + host + ":443 HTTP/1.1"));
        }
        assertTrue(proxy.refused().toString(), proxy.refused().containsAll(List.of("127.0.0.1:80", "127.0.0.1:443", "169.254.169.254:80",
            "[::1]:443", "both.example:80")));
        assertEquals("another port of a good host", "403", statusOf("GET http://site.example:22/ HTTP/1.1"));
        assertEquals("nothing was sent", List.of(), List.copyOf(seen));
    }

    @Test
    public void whatIsNoRequestToAProxyIsNotPassedOn() throws Exception {
        for (String line : List.of("GET / HTTP/1.1", "GET ftp://site.example/ HTTP/1.1", "GET http://u:p@site.example/ HTTP/1.1",
                "CONNECT site.example HTTP/1.1", "CONNECT http://site.example/ HTTP/1.1", "GET http:// HTTP/1.1", "rubbish", "GET",
                "GET http://site.example/ a HTTP/1.1")) {
            assertEquals(line, "502", statusOf(line));
        }
        assertEquals("unknown", "502", statusOf("GET http://nobody.example/ HTTP/1.1"));
        String post = "POST http://site.example/ HTTP/1.1\r\n";
        assertEquals("a body without end", "", statusOf(post + "Transfer-Encoding: chunked"));
        assertEquals("too long a body", "413", statusOf(post + "Content-Length: 999999999"));
        assertEquals("endless headers", "", statusOf("GET http://site.example/ HTTP/1.1\r\nX: " + "x".repeat(70_000)));
        assertEquals("nothing was sent", List.of(), List.copyOf(seen));
        Browsers.LOOKED_UP.clear();
        assertEquals("the browser's own call home", "502", statusOf("CONNECT update.googleapis.com:443 HTTP/1.1"));
        assertEquals("not even looked up", List.of(), List.copyOf(Browsers.LOOKED_UP));
        assertEquals("a name that is not known is not an address inside", List.of(), proxy.refused());
    }

    @Test
    public void moreThanTheRunMayLoadDoesNotPass() throws Exception {
        answer = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(50_000);
        FilterProxy small = new FilterProxy(Browsers.site(real, site.getLocalPort()), 40_000);
        proxy.close();
        proxy = small;
        assertFalse(small.isExhausted());
        String got = ask("GET http://site.example/ HTTP/1.1\r\n\r\n");
        assertTrue(small.isExhausted());
        assertTrue("cut off at " + got.length(), got.length() < 50_000);
    }

    @Test
    public void whoeverStillConnectsEndsWithTheRun() throws Exception {
        CompletableFuture<Socket> waiting = new CompletableFuture<>();
        FilterProxy connecting = new FilterProxy((host, port, owner) -> {
            Socket socket = new Socket();
            owner.keep(socket);
            waiting.complete(socket);
            LockSupport.park(waiting);
            throw new IOException("as closed");
        }, 1_000);
        try (connecting; Socket socket = new Socket("127.0.0.1", connecting.port())) {
            socket.getOutputStream().write("CONNECT site.example:443 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Socket unconnected = waiting.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            assertFalse(unconnected.isClosed());
            connecting.close();
            assertTrue("a connect that blocks ends by that alone", unconnected.isClosed());
            assertThrows("nor does one begin", IOException.class, () -> connecting.keep(new Socket()));
        }
    }

    @Test
    public void afterTheRunNobodyListensAndNothingHangs() throws Exception {
        try (Socket waiting = new Socket("127.0.0.1", proxy.port())) {
            waiting.setSoTimeout(PATIENCE_MILLIS);
            waiting.getOutputStream().write("GET ".getBytes(StandardCharsets.US_ASCII));
            proxy.close();
            assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", proxy.port()).close());
            int end = -1;
            try {
                end = waiting.getInputStream().read();
            } catch (java.net.SocketException reset) {
                assertEquals("hung up", -1, end);
            }
            assertEquals("hung up", -1, end);
        }
    }
}
