package org.openbeian.regulator.gateway.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** The client against a peer that breaks off in every way a peer can. */
@Requirement("T-39")
public class IspClientTest {
    private static final String ANSWER = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><a:isp_uploadResponse"
        + " xmlns:a=\"urn:x\"><return>&lt;return>&lt;msg_code>0&lt;/msg_code>&lt;/return></return></a:isp_uploadResponse>"
        + "</s:Body></s:Envelope>";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private ServerSocket peer;
    private volatile int answers;
    private volatile String status = "200 OK";
    private volatile String body = ANSWER;

    @Before
    public void listen() throws IOException {
        peer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "peer");
        thread.setDaemon(true);
        thread.start();
    }

    @After
    public void hangUp() throws IOException {
        peer.close();
    }

    /** Answers as many requests as ordered, keeping the connection alive, then reads one more and hangs up. */
    private void serve() {
        while (!peer.isClosed()) {
            try (Socket socket = peer.accept()) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                while (true) {
                    String request = request(in);
                    requests.add(request);
                    if (answers-- <= 0) {
                        break;
                    }
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    socket.getOutputStream().write(("HTTP/1.1 " + status + "\r\nContent-Type: text/xml;charset=UTF-8\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().write(bytes);
                }
            } catch (IOException closed) {
                // the client hung up, or the test is over
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("end");
            }
            head.append((char) c);
        }
        int at = head.indexOf("Content-Length: ");
        int length = Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private IspClient client(String namespace) {
        AccountSettings settings = new AccountSettings("440000", "http://127.0.0.1:" + peer.getLocalPort(), 440000000001L, "user",
            namespace, "ispID", "ispId", LocalTime.MIN, LocalTime.MIN, Duration.ofSeconds(2), Duration.ofSeconds(2));
        return new IspClient(settings, () -> new Secrets("password", null, null));
    }

    @Test
    public void parametersGoInTheOrderOfTheSpecification() throws CallFailed {
        answers = 2;
        IspClient client = client("urn:ministry");
        assertEquals(0, client.upload(7, new byte[] {1, 2, 3}).code());
        String request = requests.get(0);
        assertTrue(request, request.startsWith("POST /ISPWebService/upDownLoad HTTP/1.1"));
        assertTrue(request, request.matches("(?s).*<(\\w+):isp_upload xmlns:\\w+=\"urn:ministry\"><ispID>440000000001</ispID>"
            + "<userName>user</userName><randVal>\\w{20}</randVal><pwdHash>[^<]{24}</pwdHash><beianInfo>AQID</beianInfo><beianInfoHash>"
            + "[^<]{24}</beianInfoHash><dataSequence>7</dataSequence><encryptAlgorithm>0</encryptAlgorithm><hashAlgorithm>0</hashAlgorithm>"
            + "<compressionFormat>0</compressionFormat></\\1:isp_upload>.*"));
        client.previousUpload();
        assertTrue(requests.get(1), requests.get(1).contains("<ispId>440000000001</ispId>"));
    }

    @Test
    public void anUploadIsNeverRepeatedByTheTransport() throws CallFailed {
        answers = 1;
        IspClient client = client("urn:x");
        assertEquals(0, client.upload(1, new byte[100_000]).code());
        assertTrue(assertThrows(CallFailed.class, () -> client.upload(2, new byte[100_000])).sent());
        assertEquals("each upload reached the peer once", 2, requests.size());
    }

    @Test
    public void aSilentPeerIsDoubtfulAfterTheTimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            AccountSettings settings = new AccountSettings("440000", "http://127.0.0.1:" + silent.getLocalPort(), 440000000001L, "user",
                "urn:x", "ispId", "ispId", LocalTime.MIN, LocalTime.MIN, Duration.ofSeconds(2), Duration.ofMillis(300));
            IspClient client = new IspClient(settings, () -> new Secrets("password", null, null));
            assertTrue(assertThrows(CallFailed.class, client::download).sent());
        }
    }

    @Test
    public void nonsenseAndFaultsAreDoubtful() {
        for (String answer : List.of("", "<html/>", ANSWER.replace("msg_code", "code"), ANSWER.substring(0, 200),
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                + "<faultcode>s:Server</faultcode><faultstring>x</faultstring></s:Fault></s:Body></s:Envelope>")) {
            answers = 1;
            body = answer;
            IspClient client = client("urn:x");
            assertTrue(answer, assertThrows(CallFailed.class, () -> client.upload(1, new byte[10])).sent());
        }
        answers = 1;
        status = "503 Service Unavailable";
        IspClient client = client("urn:x");
        assertTrue(assertThrows(CallFailed.class, () -> client.upload(1, new byte[10])).sent());
    }

    @Test
    public void aDocumentTypeInTheEnvelopeIsNotFollowed() {
        answers = 1;
        body = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + ANSWER.replace("&lt;msg_code>", "&x;&lt;msg_code>");
        IspClient client = client("urn:x");
        assertThrows(CallFailed.class, () -> client.upload(1, new byte[10]));
    }

    @Test
    public void aPeerThatIsNotThereGotNothing() throws IOException {
        peer.close();
        IspClient client = client("urn:x");
        assertFalse(assertThrows(CallFailed.class, () -> client.upload(1, new byte[10])).sent());
    }
}
