package org.openbeian.channel.email;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.testkit.Requirement;

/** A server that gives the answers we want to see handled, and counts its connections. */
@Requirement("W-07")
public class ScriptedServerTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket socket;
    private Thread thread;
    private volatile Map<String, String> answers = Map.of();
    private volatile int connections;

    @Before
    public void listen() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @After
    public void close() throws Exception {
        socket.close();
        thread.join(5000);
    }

    @Test
    public void aBatchUsesOneConnection() throws Exception {
        Mailer mailer = MailerTest.mailer(socket.getLocalPort());
        for (int i = 0; i < 5; i++) {
            assertEquals(Status.ACCEPTED, send(mailer, i < 4).status());
        }
        assertEquals(1, connections);
        assertEquals("the last of the batch says good-bye", 1, heard.stream().filter("QUIT"::equals).count());
        send(mailer, false);
        assertEquals(2, connections);
    }

    @Test
    public void aReceiverRefusedForGoodIsRefused() throws Exception {
        answers = Map.of("RCPT", "550 5.1.1 no such user");
        assertEquals(Status.REFUSED, send(MailerTest.mailer(socket.getLocalPort()), false).status());
    }

    @Test
    public void aReceiverRefusedForNowIsTriedAgain() throws Exception {
        answers = Map.of("RCPT", "451 4.7.1 greylisted");
        assertEquals(Status.RETRY_LATER, send(MailerTest.mailer(socket.getLocalPort()), false).status());
    }

    @Test
    public void aMailRefusedAfterItsTextIsRefused() throws Exception {
        answers = Map.of(".", "554 5.7.1 looks like spam");
        assertEquals(Status.REFUSED, send(MailerTest.mailer(socket.getLocalPort()), false).status());
    }

    @Test
    public void aMailboxThatIsFullIsTriedAgain() throws Exception {
        answers = Map.of(".", "452 4.2.2 over quota");
        assertEquals(Status.RETRY_LATER, send(MailerTest.mailer(socket.getLocalPort()), false).status());
    }

    @Test
    public void aSenderThatIsRefusedConcernsTheChannelAndNoReceiver() {
        answers = Map.of("MAIL", "550 5.7.1 you may not send");
        assertThrows(MessagingException.class, () -> send(MailerTest.mailer(socket.getLocalPort()), false));
    }

    @Test
    public void aServerThatClosesConcernsTheChannel() {
        answers = Map.of("RCPT", "421 4.3.2 closing");
        assertThrows(MessagingException.class, () -> send(MailerTest.mailer(socket.getLocalPort()), false));
    }

    @Test
    public void anAnswerIsNamedByItsCodeOnly() throws Exception {
        answers = Map.of("RCPT", "550 5.1.1 zhang@example.com unknown");
        String detail = send(MailerTest.mailer(socket.getLocalPort()), false).detail();
        assertTrue(detail, detail.contains("550") && !detail.contains("zhang"));
    }

    private static org.openbeian.api.channel.DeliveryResult send(Mailer mailer, boolean more) throws MessagingException {
        return mailer.send(MailerTest.message("k", "zhang@example.com", "题"), more);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                connections++;
                converse(client);
            } catch (IOException e) {
                heard.add("end of a connection");
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 scripted");
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (text && !".".equals(line)) {
                continue;
            }
            String command = text ? "." : line.split("[ :]")[0];
            heard.add(command);
            text = "DATA".equals(command);
            say(out, answers.getOrDefault(command, text ? "354 go on" : "QUIT".equals(command) ? "221 bye" : "250 ok"));
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
