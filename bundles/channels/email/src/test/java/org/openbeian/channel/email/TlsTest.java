package org.openbeian.channel.email;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.channel.email.ScriptedServer.SECRET;
import static org.openbeian.channel.email.ScriptedServer.endless;
import static org.openbeian.channel.email.ScriptedServer.says;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.channel.ChannelFailure;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.channel.email.ScriptedServer.Trick;
import org.openbeian.contract.kit.LoopbackTls;
import org.openbeian.testkit.Requirement;

/** Mails and passwords go to the server that they are for, over TLS, or not at all. */
@Requirement({"W-07", "Q-14"})
public class TlsTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();
    /** A record of a handshake that is long under way. */
    private static final String HANDSHAKE = "\u0016\u0003\u0003\u003f\u00ff\u0002\u0000\u003f\u00fb\u0003\u0003";

    private static final Set<String> SENDING = Set.of("AUTH", "MAIL", "RCPT", "DATA", SECRET + "AUTH", SECRET + "MAIL");

    private static LoopbackTls ours;
    private static LoopbackTls another;

    private SSLContext before;
    private ScriptedServer server;

    /** GreenMail reads its keys once, from where these properties say. */
    @BeforeClass
    public static void makeKeys() throws Exception {
        ours = LoopbackTls.make(FOLDER.getRoot().toPath(), "ip:127.0.0.1");
        another = LoopbackTls.make(FOLDER.getRoot().toPath(), "dns:mail.example.com");
        System.setProperty("greenmail.tls.keystore.file", ours.file().toString());
        System.setProperty("greenmail.tls.keystore.password", LoopbackTls.PASSWORD);
    }

    @Before
    public void trustOurs() throws Exception {
        before = SSLContext.getDefault();
        SSLContext.setDefault(ours.trusting());
        server = new ScriptedServer(ours.server());
    }

    @After
    public void stop() throws Exception {
        SSLContext.setDefault(before);
        server.close();
    }

    private static DeliveryResult send(int port, String security) throws ChannelFailure {
        return send(port, security, 5_000);
    }

    private static DeliveryResult send(int port, String security, int millis) throws ChannelFailure {
        return new Mailer(EmailSettings.of(Config.of("127.0.0.1", port, security).withUser("sender", "password").withTimeout(millis)),
            UnaryOperator.identity(), Duration.ofMillis(2L * millis)).send(MailerTest.message("k", "zhang@example.com", "题"), false);
    }

    @Test
    public void aMailGoesOverTlsFromTheStartToAServerThatIsTrustedAlone() throws Exception {
        GreenMail secured = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secured.setUser("sender", "password");
        secured.start();
        try {
            assertTrue(send(secured.getSmtps().getPort(), "tls").isTaken());
            assertEquals("<k@filing.example.com>", secured.getReceivedMessages()[0].getMessageID());
            SSLContext.setDefault(before);
            assertEquals("no encrypted connection to the mail server that we trust", assertThrows(ChannelFailure.class,
                () -> send(secured.getSmtps().getPort(), "tls")).getMessage());
            assertEquals(1, secured.getReceivedMessages().length);
        } finally {
            secured.stop();
        }
    }

    @Test
    public void nothingButGreetingsIsSaidBeforeStartTls() throws Exception {
        assertTrue(send(server.port(), "starttls").isTaken());
        assertEquals(List.of("EHLO", "STARTTLS", SECRET + "EHLO", SECRET + "AUTH", SECRET + "MAIL", SECRET + "RCPT", SECRET + "DATA",
            SECRET + ".", SECRET + "QUIT"), server.heard);
    }

    @Test
    public void aCertificateThatIsUntrustedOrOfAnotherNameIsRefused() throws Exception {
        SSLContext.setDefault(before);
        assertNothingSaid("untrusted", server);
        SSLContext.setDefault(another.trusting());
        try (ScriptedServer elsewhere = new ScriptedServer(another.server())) {
            assertNothingSaid("of another name", elsewhere);
        }
    }

    /** A server in the middle takes the offer of TLS away, or refuses it, and would like the password as it is. */
    @Test
    public void withoutTlsNeitherPasswordNorMailIsSent() throws Exception {
        try (ScriptedServer stripped = new ScriptedServer()) {
            assertNothingSaid("not offered", stripped);
        }
        server.tricks = Map.of("STARTTLS", says("454 TLS not available"));
        assertNothingSaid("refused for now", server);
        server.tricks = Map.of("STARTTLS", says("502 no such command"));
        assertNothingSaid("refused", server);
        server.tricks = Map.of("STARTTLS", says("220 go ahead\r\n250 in the clear"));
        assertNothingSaid("agreed to and not begun", server);
    }

    private static void assertNothingSaid(String why, ScriptedServer server) {
        server.heard.clear();
        server.connections = 0;
        assertThrows(why, ChannelFailure.class, () -> send(server.port(), "starttls"));
        assertTrue(why, server.heard.contains("EHLO") && server.heard.stream().noneMatch(SENDING::contains));
        assertEquals(why + ": and it is not tried in another way", 1, server.connections);
    }

    @Test(timeout = 60_000)
    public void aHandshakeThatDoesNotEndIsCutOff() {
        Trick drips = (client, out) -> {
            out.write(HANDSHAKE.getBytes(StandardCharsets.ISO_8859_1));
            endless("x", 100).play(client, out);
        };
        Trick silent = (client, out) -> client.getInputStream().readAllBytes();
        for (Trick trick : List.of(drips, silent)) {
            server.tricks = Map.of("CONNECT", trick);
            assertCutOff("tls");
            server.tricks = Map.of("STARTTLS", (client, out) -> {
                says("220 go ahead").play(client, out);
                trick.play(client, out);
            });
            assertCutOff("starttls");
        }
    }

    private void assertCutOff(String security) {
        server.connections = 0;
        long start = System.nanoTime();
        assertThrows(security, ChannelFailure.class, () -> send(server.port(), security, 500));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(security + " took " + millis + " ms", millis < 6_000);
        assertEquals("without a second try, which nothing would end", 1, server.connections);
    }
}
