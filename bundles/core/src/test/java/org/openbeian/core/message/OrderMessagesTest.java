package org.openbeian.core.message;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.MemoryOrders;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.fake.References;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Messages written from their templates. */
@Requirement({"W-07", "A-106", "Q-14"})
public class OrderMessagesTest {

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryOrders orders = new MemoryOrders(transactions);
    private final OrderMessages messages = new OrderMessages(transactions, orders, new FakeRules(),
        channels(new Channel("email", NotificationChannel.AddressKind.EMAIL),
            new Channel("inbox", NotificationChannel.AddressKind.ACCOUNT), new Channel("sms", NotificationChannel.AddressKind.MOBILE)),
        new Fixed());

    private static Channels channels(NotificationChannel... present) {
        Channels channels = new Channels();
        for (NotificationChannel channel : present) {
            channels.addChannel(References.of(channel.id(), "1.0.0", 0), channel);
        }
        return channels;
    }

    @Test
    public void bothLanguagesOfEveryMessageUseTheSameKnownVariables() {
        for (Notice notice : Notice.values()) {
            Set<String> zh = Template.load(notice, "zh").variables();
            assertEquals(notice.id(), zh, Template.load(notice, "en").variables());
            assertTrue(notice.id(), zh.containsAll(Set.of("order", "domain")));
            assertEquals("no variable is declared in vain: " + notice.id(), notice.variables(), zh);
        }
    }

    @Test
    public void everyMessageIsWrittenForEveryChannelWithoutGaps() {
        store(FootersTest.approved("深圳示例科技有限公司"));
        for (Notice notice : Notice.values()) {
            for (String channel : List.of("email", "inbox", "sms")) {
                OutgoingMessage message = messages.render(effect(notice.id(), channel)).orElseThrow();
                for (String text : List.of(message.subject().zh(), message.subject().en(), message.text().zh(), message.text().en())) {
                    assertFalse(notice.id() + ": " + text, text.contains("{") || text.isBlank());
                }
                assertFalse(message.subject().zh().contains("\n"));
                assertFalse("mobiles are masked", message.text().zh().contains("13800000000"));
                assertEquals("key " + notice.id() + channel, message.key());
            }
        }
    }

    @Test
    public void theApprovalTellsNumbersFooterAndTheNextDuty() {
        store(FootersTest.approved("深圳示例科技有限公司"));
        String text = messages.render(effect("authority-approved", "inbox")).orElseThrow().text().zh();
        assertTrue(text, text.contains("粤ICP备2026000001号-1") && text.contains("target=\"_blank\"") && text.contains("2026-12-02")
            && text.contains("广东省通信管理局"));
    }

    @Test
    @Requirement("T-40")
    public void theSmsNoticeTellsTheMaskedNumberAndTheTime() {
        store(FootersTest.approved("x"));
        String text = messages.render(effect("submitted-to-authority", "email")).orElseThrow().text().en();
        assertTrue(text, text.contains("138******00") && text.contains("2026-11-03 10:00"));
    }

    @Test
    public void eachChannelGetsItsKindOfAddress() {
        store(FootersTest.approved("x"));
        assertEquals("alice", messages.render(effect("received", "inbox")).orElseThrow().address());
        assertEquals("wang@example.com", messages.render(effect("received", "email")).orElseThrow().address());
        assertEquals("13800000000", messages.render(effect("received", "sms")).orElseThrow().address());
        messages.with(new OneAccount());
        assertEquals("alice@example.org", messages.render(effect("received", "email")).orElseThrow().address());
        assertEquals("to the person who is phoned", "wang@example.com",
            messages.render(effect("call-missed", "email")).orElseThrow().address());
    }

    @Test
    public void withNobodyToTellThereIsNoMessage() {
        assertEquals(Optional.empty(), messages.render(effect("received", "inbox")));
        Order approved = FootersTest.approved("x");
        store(approved.with(Application.EMPTY));
        assertEquals(Optional.empty(), messages.render(effect("withdrawn", "email")));
        assertTrue(messages.render(effect("withdrawn", "inbox")).orElseThrow().text().zh().contains("—"));
    }

    @Test
    public void aChannelThatIsAwayIsNoReasonToDropAMessage() {
        store(FootersTest.approved("x"));
        assertThrows(IllegalStateException.class, () -> messages.render(effect("received", "pigeon")));
    }

    @Test
    public void textsOfApplicantsCannotBreakTheSubjectOrTheTemplate() {
        WebSite site = Samples.site("evil.com\r\nBcc: all@example.org");
        store(FootersTest.approved("x").with(Samples.application(Samples.organizer("x"), new WebSite("{opinion} $1 \\", site.domains(),
            null, null, null, null, null, null, null, null))));
        OutgoingMessage message = messages.render(effect("received", "inbox")).orElseThrow();
        assertFalse(message.subject().en().contains("\n") || message.subject().en().contains("\r"));
        assertTrue(message.text().en(), message.text().en().contains("({opinion} $1 \\,"));
    }

    @Test
    public void aTemplateWithAnUnknownVariableIsRefused() {
        assertEquals(Set.of("order", "nonsense"), Template.parse("a {order}\n\nb {nonsense}").variables());
        assertThrows(IllegalStateException.class, () -> Template.load(Notice.RECEIVED, "fr"));
    }

    private void store(Order order) {
        orders.put(order);
    }

    private static Effect effect(String message, String channel) {
        return new Effect(1, "channel:" + channel, "message", "0".repeat(26), "key " + message + channel,
            Map.of("message", message, "due", "2026-11-09T02:00:00Z"), 0, Instant.EPOCH, Instant.parse("2026-11-02T02:00:00Z"));
    }

    /** A channel of a kind. */
    private record Channel(String id, AddressKind addressKind) implements NotificationChannel {

        @Override
        public LocalizedText name() {
            return FakeRules.text(id);
        }
    }

    /** One account with a mail address. */
    private static final class OneAccount implements Accounts {

        @Override
        public Optional<Actor> authenticate(String name, char[] password, String address) {
            return Optional.empty();
        }

        @Override
        public Optional<Actor> actor(String name, String address) {
            return Optional.empty();
        }

        @Override
        public Optional<String> email(String account) {
            return Optional.of(account + "@example.org");
        }
    }

    /** Settings. */
    private static final class Fixed implements MessageValues {

        @Override
        public Duration callAgain() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration publicSecurityTime() {
            return Duration.ofDays(30);
        }

        @Override
        public String footerLink() {
            return "https://beian.miit.gov.cn/";
        }
    }
}
