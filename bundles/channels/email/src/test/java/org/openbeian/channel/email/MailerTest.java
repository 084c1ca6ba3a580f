package org.openbeian.channel.email;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.channel.ChannelFailure;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.testkit.Requirement;

@Requirement({"W-07", "Q-14"})
public class MailerTest {

    private static final Instant AT = Instant.parse("2026-03-02T01:02:03Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Before
    public void start() {
        server.start();
    }

    @After
    public void stop() {
        server.stop();
    }

    @Test
    public void bothLanguagesArriveUnharmed() throws Exception {
        DeliveryResult result = mailer(server.getSmtp().getPort()).send(message("k-1", "zhang@example.com", "初审已通过"), false);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals(Status.ACCEPTED, result.status());
        assertEquals("初审已通过", mail.getSubject());
        assertTrue(mail.getContentType(), mail.getContentType().startsWith("multipart/alternative"));
        String text = part(mail, 0, "text/plain");
        assertTrue(text, text.contains("您的备案订单已通过初审。") && text.contains("Your order passed the pre-review."));
        assertEquals("<k-1@filing.example.com>", mail.getMessageID());
        assertEquals(result.detail(), mail.getMessageID());
        assertEquals(AT, mail.getSentDate().toInstant());
    }

    private static String part(MimeMessage mail, int index, String type) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        assertTrue(part.getContentType(), part.isMimeType(type)
            && part.getContentType().toLowerCase(Locale.ROOT).contains("charset=utf-8"));
        return part.getContent().toString();
    }

    @Test
    public void whatPeopleWroteIsTextInTheHtmlToo() throws Exception {
        LocalizedText evil = new LocalizedText("<script>alert(\"1\")</script> & 甲", "<b>x</b>");
        mailer(server.getSmtp().getPort()).send(new OutgoingMessage("k", "pre-review-passed", "order-1", "alice", "zhang@example.com",
                evil, evil, AT, new OutgoingMessage.Extras("zh-CN", Map.of(), null, null)), false);
        MimeMessage mail = server.getReceivedMessages()[0];
        String html = part(mail, 1, "text/html");
        assertTrue(html, html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 甲") && !html.contains("<script"));
        assertFalse("in the chosen language alone", html.contains("&lt;b&gt;x"));
        assertEquals("<script>alert(\"1\")</script> & 甲", part(mail, 0, "text/plain").strip());
        assertNull("what is mandatory cannot be ended", mail.getHeader("List-Unsubscribe"));
    }

    @Test
    public void whatCanBeEndedSaysHow() throws Exception {
        LocalizedText text = new LocalizedText("文", "text");
        mailer(server.getSmtp().getPort()).send(new OutgoingMessage("k", "received", "order-1", "alice", "zhang@example.com", text,
                text, AT, new OutgoingMessage.Extras("en", Map.of(), null, "https://beian.example.com/api/v1/unsubscribe/t")), false);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals("<https://beian.example.com/api/v1/unsubscribe/t>", mail.getHeader("List-Unsubscribe", null));
        assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post", null));
        assertTrue(part(mail, 1, "text/html").contains("href=\"https://beian.example.com/api/v1/unsubscribe/t\""));
    }

    @Test
    public void aRepeatCarriesTheSameMessageId() throws Exception {
        Mailer mailer = mailer(server.getSmtp().getPort());
        mailer.send(message("order:7/2", "zhang@example.com", "一"), false);
        mailer.send(message("order:7/2", "zhang@example.com", "一"), false);
        MimeMessage[] mails = server.getReceivedMessages();
        assertEquals(2, mails.length);
        assertEquals(mails[0].getMessageID(), mails[1].getMessageID());
        assertEquals("<order-7-2@filing.example.com>", mails[0].getMessageID());
    }

    @Test
    public void aSubjectCannotBringHeaders() throws Exception {
        mailer(server.getSmtp().getPort()).send(message("k", "zhang@example.com", "公司\r\nBcc: evil@example.com\r\n\r\nbody"), false);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals(1, server.getReceivedMessages().length);
        assertFalse(Arrays.toString(mail.getHeader("Bcc")), mail.getHeader("Bcc") != null);
        assertEquals("公司 Bcc: evil@example.com body", mail.getSubject());
    }

    @Test
    public void anAddressThatIsNoneIsRefusedWithoutTheServer() throws Exception {
        for (String address : new String[] {"", "zhang", "a@b@c", "a@example.com, b@example.com", "a@example.com\r\nRCPT TO:<b@x>",
            "张 <zhang@example.com>", "group: a@example.com;", "张@example.com"}) {
            DeliveryResult result = mailer(1).send(message("k", address, "题"), false);
            assertEquals(address, Status.REFUSED, result.status());
        }
        assertEquals(Status.REFUSED, mailer(1).send(message("k", null, "题"), false).status());
    }

    @Test
    public void aServerThatIsAwayConcernsTheChannelAsAWhole() {
        int port = server.getSmtp().getPort();
        server.stop();
        assertEquals("no connection to the mail server", assertThrows(ChannelFailure.class,
            () -> mailer(port).send(message("k", "zhang@example.com", "题"), false)).getMessage());
    }

    @Test
    public void aWrongPasswordConcernsTheChannelAsAWhole() {
        server.setUser("sender", "right");
        EmailSettings wrong = new EmailSettings("127.0.0.1", server.getSmtp().getPort(), "none", from(), "sender", "wrong", 2000);
        assertEquals("the mail server refuses our log-in", assertThrows(ChannelFailure.class,
            () -> new Mailer(wrong, UnaryOperator.identity()).send(message("k", "zhang@example.com", "题"), false)).getMessage());
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    public void thePasswordIsTheSecretAsItIsAtTheMoment() throws Exception {
        server.setUser("sender", "right");
        AtomicReference<String> secret = new AtomicReference<>();
        Mailer mailer = new Mailer(new EmailSettings("127.0.0.1", server.getSmtp().getPort(), "none", from(), "sender",
            "secret:smtp", 2000), name -> Optional.ofNullable(secret.get()).orElseThrow(() -> new IllegalStateException(name)));
        assertEquals("secret:smtp", assertThrows(ChannelFailure.class,
            () -> mailer.send(message("k", "zhang@example.com", "题"), false)).getMessage());
        secret.set("right");
        assertEquals(DeliveryResult.accepted("<k@filing.example.com>"),
            mailer.send(message("k", "zhang@example.com", "题"), false));
    }

    @Test
    public void aPasswordInTheFileIsRefusedWhereOnlySecretsAreTaken() throws Exception {
        Config inline = Config.of("127.0.0.1", 1, "none").withUser("sender", "inline");
        assertFalse(runs(new EmailRoutes(inline, value -> {
            throw new IllegalArgumentException("must not stand here");
        })));
        assertTrue("a secret may be set later", runs(new EmailRoutes(inline, value -> {
            throw new IllegalStateException("not set yet");
        })));
    }

    private static boolean runs(EmailRoutes routes) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes);
            context.start();
            return context.getRouteController().getRouteStatus("channel.email").isStarted();
        } finally {
            routes.close();
        }
    }

    @Test
    public void plainTextIsNotSpokenWhenStartTlsIsAskedFor() {
        EmailSettings tls = new EmailSettings("127.0.0.1", server.getSmtp().getPort(), "starttls", from(), "", "", 2000);
        assertEquals("no encrypted connection to the mail server that we trust", assertThrows(ChannelFailure.class,
            () -> new Mailer(tls, UnaryOperator.identity()).send(message("k", "zhang@example.com", "题"), false)).getMessage());
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    public void theRouteSendsThroughTheServer() throws Exception {
        EmailRoutes routes = new EmailRoutes(Config.of("127.0.0.1", server.getSmtp().getPort(), "none"), UnaryOperator.identity());
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes);
            context.start();
            Object result = context.createProducerTemplate().requestBody("direct:channel.email",
                message("k", "zhang@example.com", "题"));
            assertEquals(DeliveryResult.accepted("<k@filing.example.com>"), result);
        } finally {
            routes.close();
        }
        assertNotNull(server.getReceivedMessages()[0]);
    }

    @Test
    public void aBadConfigurationIsRefusedAndTheOldOneStays() throws Exception {
        EmailRoutes routes = new EmailRoutes(Config.of("127.0.0.1", 1, "none"), UnaryOperator.identity());
        routes.modified(Config.of("127.0.0.1", server.getSmtp().getPort(), "none"));
        routes.modified(Config.of("127.0.0.1", 99_999, "none"));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes);
            context.start();
            context.createProducerTemplate().requestBody("direct:channel.email", message("k", "zhang@example.com", "题"));
        } finally {
            routes.close();
        }
        assertEquals(1, server.getReceivedMessages().length);
    }

    @Test
    public void aBadConfigurationKeepsTheChannelAwayUntilItIsMended() throws Exception {
        EmailRoutes routes = new EmailRoutes(Config.of("", 25, "none"), UnaryOperator.identity());
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes);
            context.start();
            assertTrue(context.getRouteController().getRouteStatus("channel.email").isStopped());
            routes.modified(Config.of("127.0.0.1", server.getSmtp().getPort(), "none"));
            assertTrue(context.getRouteController().getRouteStatus("channel.email").isStarted());
        } finally {
            routes.close();
        }
    }

    static InternetAddress from() {
        try {
            return new InternetAddress("no-reply@filing.example.com", true);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static Mailer mailer(int port) {
        return new Mailer(new EmailSettings("127.0.0.1", port, "none", from(), "", "", 2000), UnaryOperator.identity());
    }

    static OutgoingMessage message(String key, String address, String subject) {
        return new OutgoingMessage(key, "pre-review-passed", "order-1", "alice", address,
                new LocalizedText(subject, "Pre-review passed"),
                new LocalizedText("您的备案订单已通过初审。", "Your order passed the pre-review."), AT);
    }
}
