package org.openbeian.channel.email;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.channel.email.ScriptedServer.endless;
import static org.openbeian.channel.email.ScriptedServer.says;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.channel.ChannelFailure;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.channel.email.ScriptedServer.Trick;
import org.openbeian.testkit.Requirement;

/** What a mail server may answer, and what it may do instead. */
@Requirement("W-07")
public class ScriptedServerTest {

    private ScriptedServer server;

    @Before
    public void listen() throws IOException {
        server = new ScriptedServer();
    }

    @After
    public void close() throws Exception {
        server.close();
    }

    @Test
    public void aBatchUsesOneConnection() throws Exception {
        Mailer mailer = MailerTest.mailer(server.port());
        for (int i = 0; i < 5; i++) {
            assertEquals(Status.ACCEPTED, send(mailer, i < 4).status());
        }
        assertEquals(1, server.connections);
        assertEquals("the last of the batch says good-bye", 1, server.heard.stream().filter("QUIT"::equals).count());
        send(mailer, false);
        assertEquals(2, server.connections);
    }

    @Test
    public void aReceiverRefusedForGoodIsRefused() throws Exception {
        server.answers = Map.of("RCPT", "550 5.1.1 no such user");
        assertEquals(Status.REFUSED, send(MailerTest.mailer(server.port()), false).status());
    }

    @Test
    public void aReceiverRefusedForNowIsTriedAgain() throws Exception {
        server.answers = Map.of("RCPT", "451 4.7.1 greylisted");
        assertEquals(Status.RETRY_LATER, send(MailerTest.mailer(server.port()), false).status());
    }

    @Test
    public void aMailRefusedAfterItsTextIsRefused() throws Exception {
        server.answers = Map.of(".", "554 5.7.1 looks like spam");
        assertEquals(Status.REFUSED, send(MailerTest.mailer(server.port()), false).status());
    }

    @Test
    public void aMailboxThatIsFullIsTriedAgain() throws Exception {
        server.answers = Map.of(".", "452 4.2.2 over quota");
        assertEquals(Status.RETRY_LATER, send(MailerTest.mailer(server.port()), false).status());
    }

    @Test
    public void aSenderThatIsRefusedConcernsTheChannelAndNoReceiver() {
        server.answers = Map.of("MAIL", "550 5.7.1 you may not send, wang@example.com");
        assertEquals("by its code alone", "the mail server refuses our sender, code 550", assertThrows(ChannelFailure.class,
            () -> send(MailerTest.mailer(server.port()), false)).getMessage());
    }

    @Test
    public void aServerThatClosesConcernsTheChannel() {
        server.answers = Map.of("RCPT", "421 4.3.2 closing");
        assertEquals("the mail server takes nothing from us, code 421", assertThrows(ChannelFailure.class,
            () -> send(MailerTest.mailer(server.port()), false)).getMessage());
    }

    @Test
    public void anAnswerIsNamedByItsCodeOnly() throws Exception {
        server.answers = Map.of("RCPT", "550 5.1.1 zhang@example.com unknown");
        String detail = send(MailerTest.mailer(server.port()), false).detail();
        assertTrue(detail, detail.contains("550") && !detail.contains("zhang"));
    }

    private void fails(String why, String command, Trick trick) {
        server.answers = Map.of();
        server.tricks = Map.of(command, trick);
        Mailer mailer = new Mailer(EmailSettings.of(Config.of("127.0.0.1", server.port(), "none").withTimeout(400)),
            UnaryOperator.identity(), Duration.ofMillis(1_200));
        long start = System.nanoTime();
        String told = assertThrows(why, ChannelFailure.class, () -> send(mailer, false)).getMessage();
        assertTrue(told, told.matches("the (mail server|conversation with the mail server) [a-z ]+(, code [0-9]+)?"));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(why + " took " + millis + " ms", millis < 6_000);
        server.tricks = Map.of();
        try {
            assertEquals("and as if nothing had been", Status.ACCEPTED, send(mailer, false).status());
        } catch (ChannelFailure e) {
            throw new AssertionError(why, e);
        }
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
        assertEquals(2, server.ids.size());
        assertEquals("so the receiver can tell", 1, Set.copyOf(server.ids).size());
    }

    private static org.openbeian.api.channel.DeliveryResult send(Mailer mailer, boolean more) throws ChannelFailure {
        return mailer.send(MailerTest.message("k", "zhang@example.com", "题"), more);
    }
}
