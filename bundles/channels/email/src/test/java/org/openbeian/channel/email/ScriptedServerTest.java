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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.testkit.Requirement;

/** A server that gives the answers we want to see handled, and counts its connections. */
@Requirement("W-07")
public class ScriptedServerTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private volatile Map<String, Trick> tricks = Map.of();
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

    /** What a server does instead of answering a command. */
    private interface Trick {

        void play(Socket client, OutputStream out) throws IOException;
    }

    private void fails(String why, String command, Trick trick) {
        answers = Map.of();
        tricks = Map.of(command, trick);
        Mailer mailer = new Mailer(EmailSettings.of(Config.of("127.0.0.1", socket.getLocalPort(), "none").withTimeout(400)),
            UnaryOperator.identity(), Duration.ofMillis(1_200));
        long start = System.nanoTime();
        assertThrows(why, MessagingException.class, () -> send(mailer, false));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(why + " took " + millis + " ms", millis < 6_000);
        tricks = Map.of();
        try {
            assertEquals("and as if nothing had been", Status.ACCEPTED, send(mailer, false).status());
        } catch (MessagingException e) {
            throw new AssertionError(why, e);
        }
    }

    private static Trick endless(String piece, long pauseMillis) {
        return (client, out) -> {
            while (!client.isClosed()) {
                out.write(piece.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                LockSupport.parkNanos(pauseMillis * 1_000_000);
            }
        };
    }

    private static Trick says(String words) {
        return (client, out) -> say(out, words);
    }

    @Test
    public void aServerThatIsSlowOrHalfOpenIsCutOff() {
        for (String command : List.of("CONNECT", "EHLO", "MAIL", "RCPT", "DATA", ".")) {
            fails("silent at " + command, command, (client, out) -> client.getInputStream().readAllBytes());
            fails("closes at " + command, command, (client, out) -> client.close());
        }
        fails("resets", "DATA", (client, out) -> {
            client.setSoLinger(true, 0);
            client.close();
        });
        fails("drips a line", "EHLO", endless("2", 100));
        fails("drips lines", "EHLO", endless("250-more\r\n", 100));
    }

    @Test
    public void aServerThatLiesIsNotBelieved() {
        fails("greets in another tongue", "CONNECT", says("HTTP/1.1 200 OK"));
        fails("greets with a refusal", "CONNECT", says("554 go away"));
        fails("answers nonsense", "MAIL", says("yes"));
        fails("asks to go on where nothing follows", "RCPT", says("354 go on"));
        fails("takes the text before it came", "DATA", says("250 taken"));
        fails("says go on at the end", ".", says("354 more"));
        fails("a line without end", "EHLO", endless("250-" + "x".repeat(8_000), 0));
        fails("lines without end", "CONNECT", endless("220-" + "x".repeat(900) + "\r\n", 0));
    }

    @Test
    public void aMailOfWhichNobodyKnowsWhetherItWasTakenIsSentAgainAsTheSame() throws Exception {
        fails("taken, and then nothing", ".", (client, out) -> client.getInputStream().readAllBytes());
        assertEquals(2, ids.size());
        assertEquals("so the receiver can tell", 1, Set.copyOf(ids).size());
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
        Trick greeting = tricks.get("CONNECT");
        if (greeting != null) {
            greeting.play(client, out);
        } else {
            say(out, "220 scripted");
        }
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (text && !".".equals(line)) {
                if (line.startsWith("Message-ID:")) {
                    ids.add(line);
                }
                continue;
            }
            String command = text ? "." : line.split("[ :]")[0];
            heard.add(command);
            text = "DATA".equals(command);
            Trick trick = tricks.get(command);
            if (trick != null) {
                trick.play(client, out);
                continue;
            }
            say(out, answers.getOrDefault(command, text ? "354 go on" : "QUIT".equals(command) ? "221 bye" : "250 ok"));
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
