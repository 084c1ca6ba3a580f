package org.openbeian.core.message;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.channel.Rendering;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Messages written from their templates. */
@Requirement({"W-07", "A-106", "Q-14"})
public class OrderMessagesTest extends MessageFixture {

    @Test
    public void bothLanguagesOfEveryMessageUseTheSameKnownVariables() {
        TemplateShelf shelf = new TemplateShelf(List.of());
        assertTrue(shelf.list().stream().allMatch(template -> template.refused() == null));
        for (Notice notice : Notice.values()) {
            Set<String> zh = variables(shelf.find(notice, "inbox", "inbox", "zh-CN").orElseThrow());
            assertEquals(notice.id(), zh, variables(shelf.find(notice, "inbox", "inbox", "en").orElseThrow()));
            assertEquals("no variable is declared in vain: " + notice.id(), notice.variables(), zh);
            assertTrue("a text for SMS of its own", shelf.list().stream().anyMatch(template -> notice.id().equals(template.message())
                && "sms".equals(template.form())));
        }
    }

    @Test
    public void everyMessageIsWrittenForEveryChannelWithoutGaps() {
        store(FootersTest.approved("深圳示例科技有限公司"));
        for (Notice notice : Notice.values()) {
            for (String channel : List.of("email", "inbox", "sms")) {
                OutgoingMessage message = sent(effect(notice.id(), channel));
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
        String text = sent(effect("authority-approved", "inbox")).text().zh();
        assertTrue(text, text.contains("粤ICP备2026000001号-1") && text.contains("target=\"_blank\"") && text.contains("2026-12-02")
            && text.contains("广东省通信管理局"));
    }

    @Test
    @Requirement("T-40")
    public void theSmsNoticeTellsTheMaskedNumberAndTheTime() {
        store(FootersTest.approved("x"));
        String text = sent(effect("submitted-to-authority", "email")).text().en();
        assertTrue(text, text.contains("138******00") && text.contains("2026-11-03 10:00"));
    }

    @Test
    @Requirement("T-10")
    public void eachChannelGetsItsKindOfAddress() {
        store(FootersTest.approved("x"));
        assertEquals("alice", sent(effect("received", "inbox")).address());
        assertEquals("wang@example.com", sent(effect("received", "email")).address());
        assertEquals("13800000000", sent(effect("received", "sms")).address());
        messages.with(new OneAccount());
        assertEquals("alice@example.org", sent(effect("received", "email")).address());
        assertEquals("to the person who is phoned", "wang@example.com",
            sent(effect("call-missed", "email")).address());
    }

    /** The SMS failed: the account is mailed instead, unless it is mailed the same message anyway. */
    @Test
    public void aMailInsteadOfAnSmsGoesToTheAccountThatIsNotMailedAnyway() {
        Order approved = FootersTest.approved("x");
        Order one = approved.with(Samples.application(mailed(Samples.organizer("x"), "Alice@Example.org"),
            mailed(Samples.site("example.com"), "wang@example.com")));
        store(one);
        messages.with(new OneAccount());
        assertTrue("its address is the organizer's, who is mailed", instead("authority-approved") instanceof Rendering.Drop);
        OutgoingMessage missed = ((Rendering.Send) instead("call-missed")).message();
        assertEquals("but not of a missed call", "alice@example.org", missed.address());
        preferences.setOfPerson(ALICE, NotificationChannel.AddressKind.EMAIL, "Alice@Example.org",
            new Preferences(null, Set.of("email"), Set.of(), null, null));
        assertTrue("what is mandatory is mailed all the same", instead("authority-approved") instanceof Rendering.Drop);
        assertEquals("nor once he wants no mails, of which this is one", Rendering.Send.class, instead("psb-due").getClass());
        store(one.with(Samples.application(mailed(Samples.organizer("x"), null), mailed(Samples.site("example.com"), null))));
        assertTrue("without persons' addresses the mail went to the account", instead("call-missed") instanceof Rendering.Drop);
        store(one.with(Samples.application(mailed(Samples.organizer("x"), "alice@example.org"),
            mailed(Samples.site("example.com"), null))));
        assertTrue("or to another person", instead("call-missed") instanceof Rendering.Drop);
    }

    private Rendering instead(String message) {
        Effect sms = new Effect(1, "channel:sms", "message", "0".repeat(26), "key", Map.of("message", message, "person", "service",
            "then", "email:account"), 0, Instant.EPOCH, Instant.EPOCH);
        channels.useTransport(new ChannelTransport() {
            @Override
            public Optional<NotificationChannel> channel(String id) {
                return channels.find(id);
            }

            @Override
            public Sent send(String channelId, List<OutgoingMessage> sent) {
                throw new AssertionError("nothing is sent");
            }
        });
        return messages.render(Ways.next(sms, channels, clock.instant()).orElseThrow());
    }

    private static Organizer mailed(Organizer organizer, String email) {
        return new Organizer(organizer.nature(), organizer.provinceId(), organizer.cityId(), organizer.countyId(),
            organizer.certificateType(), organizer.certificateNumber(), organizer.name(), organizer.certificateAddress(),
            organizer.postalAddress(), organizer.legalRepresentative(), organizer.superiorUnit(), mailed(organizer.principal(), email),
            organizer.remark(), organizer.government());
    }

    private static WebSite mailed(WebSite site, String email) {
        return new WebSite(site.name(), site.domains(), null, null, null, null, null, mailed(site.principal(), email), null, null);
    }

    private static Principal mailed(Principal one, String email) {
        return new Principal(one.name(), one.certificateType(), one.certificateNumber(), null, null, null, null, one.mobile(), null,
            email, null);
    }

    @Test
    public void withNobodyToTellThereIsNoMessage() {
        assertTrue(messages.render(effect("received", "inbox")) instanceof Rendering.Drop);
        Order approved = FootersTest.approved("x");
        store(approved.with(Application.EMPTY));
        assertTrue(messages.render(effect("withdrawn", "email")) instanceof Rendering.Drop);
        assertTrue(sent(effect("withdrawn", "inbox")).text().zh().contains("—"));
    }

    @Test
    public void everyServiceOfAnOrderIsNamedAndTheOrganizerOfAnOrderWithoutAny() {
        Order order = FootersTest.approved("x");
        store(order.with(Samples.application(Samples.organizer("x"), Samples.site("a.com"), Samples.site("b.com"))));
        assertTrue(sent(effect("received", "inbox")).subject().zh().endsWith("a.com、b.com"));
        store(order.with(Samples.application(Samples.organizer("x"), Samples.site("a.com"), Samples.site("b.com"), Samples.site("c.com"),
            Samples.site("d.com"), Samples.site("e.com"))));
        OutgoingMessage many = sent(effect("received", "inbox"));
        assertTrue(many.subject().en(), many.subject().en().endsWith("a.com, b.com, c.com and 2 more"));
        assertTrue(many.subject().zh(), many.subject().zh().endsWith("a.com、b.com、c.com 等 5 项"));
        store(order.with(new Application(Samples.organizer("x"), List.of(), Map.of(), new Basis("粤ICP备2026000001号", List.of()))));
        OutgoingMessage ended = sent(effect("filing-ended", "inbox"));
        assertEquals("Cancellation completed: 粤ICP备2026000001号", ended.subject().en());
        assertTrue(ended.text().zh(), ended.text().zh().contains("（主体备案，粤ICP备2026000001号）"));
        assertFalse(ended.text().zh() + ended.text().en(), (ended.text().zh() + ended.text().en()).contains("—"));
    }

    @Test
    @Requirement("T-42")
    public void whoMustFileAnewIsToldThatTheDataAreKept() {
        store(FootersTest.approved("x"));
        OutgoingMessage message = sent(effect("sms-refile", "inbox"));
        assertTrue(message.text().zh(), message.text().zh().contains("从该订单重新备案"));
        assertTrue(message.text().en(), message.text().en().contains("file anew from it"));
    }

    @Test
    public void aChannelThatLeftMeanwhileCostsNoTryAndNoMessage() {
        store(FootersTest.approved("x"));
        assertTrue(messages.render(effect("received", "pigeon")) instanceof Rendering.Later);
    }

    @Test
    public void textsOfApplicantsCannotBreakTheSubjectOrTheTemplate() {
        WebSite site = Samples.site("evil.com\r\nBcc: all@example.org");
        store(FootersTest.approved("x").with(Samples.application(Samples.organizer("x"), new WebSite("{opinion} $1 \\", site.domains(),
            null, null, null, null, null, null, null, null))));
        OutgoingMessage message = sent(effect("received", "inbox"));
        assertFalse(message.subject().en().contains("\n") || message.subject().en().contains("\r"));
        assertTrue(message.text().en(), message.text().en().contains("({opinion} $1 \\,"));
    }

    @Test
    public void aFileOfTemplatesWithMistakesIsRefusedWithAllOfThem() {
        TemplateFile file = TemplateFile.read("""
            version: "2"
            wrong: 1
            messages:
              received:
                zh-CN:
                  text: "a {order} {nonsense}"
                fr:
                  text: "b"
              no-such:
                en:
                  text: "c"
              expired:
                en: {}
              withdrawn:
                en:
                  subject: "two\\nlines {order}"
                  Robot: "d"
            """, "op/1.0.0");
        assertEquals(List.of("line 2, column 1", "line 6, column 7", "line 7, column 5", "line 9, column 3", "line 13, column 5",
            "line 16, column 7", "line 17, column 7"), file.problems().stream().map(problem -> problem.toString().split(":")[0]).toList());
        TemplateShelf shelf = new TemplateShelf(List.of(file));
        assertEquals("org.openbeian.core", shelf.find(Notice.RECEIVED, "inbox", "inbox", "zh-CN").orElseThrow().source());
        assertEquals(7, shelf.list().stream().filter(template -> template.refused() != null).count());
    }

    /** Every brace is part of a known variable, or the refusal names the template, its language, its channel and what is wrong. */
    @Test
    public void aBraceThatIsNoKnownVariableIsRefused() {
        for (String wrong : List.of("{order_id}", "{ order }", "{order1}", "{}", "{Order}", "{订单}", "{order", "}", "{{")) {
            TemplateFile file = TemplateFile.read("version: \"2\"\nmessages:\n  received:\n    zh-CN:\n      sms-smpp: \"a {order} " + wrong
                + "\"\n", "op/1.0.0");
            assertFalse(wrong, file.problems().isEmpty());
            String problem = file.problems().get(0).toString();
            assertTrue(problem, problem.contains("received, zh-CN, sms-smpp: there is no variable " + wrong.substring(0, 1)));
        }
    }

    @Test
    public void anotherBundleOverridesOneTextOfOneFormAndLeavesTheOthers() {
        TemplateFile file = TemplateFile.read("""
            version: "2"
            messages:
              received:
                zh-CN:
                  sms: "贵司订单 {order} 已收"
              expired:
                en:
                  subject: "Gone: {domain}"
                  text: "Order {order} is gone"
            """, "op/1.0.0");
        TemplateShelf shelf = new TemplateShelf(List.of(file));
        Template sms = shelf.find(Notice.RECEIVED, "sms-smpp", "sms", "zh-CN").orElseThrow();
        assertEquals("贵司订单 {order} 已收", sms.body());
        assertEquals("备案订单已受理：{domain}", sms.subject());
        assertEquals("2", sms.version());
        assertEquals("op/1.0.0", sms.source());
        assertEquals("org.openbeian.core", shelf.find(Notice.RECEIVED, "inbox", "inbox", "zh-CN").orElseThrow().source());
        assertEquals("Gone: {domain}", shelf.find(Notice.EXPIRED, "email", "email", "en").orElseThrow().subject());
        assertEquals("org.openbeian.core", shelf.find(Notice.EXPIRED, "sms-smpp", "sms", "en").orElseThrow().source());
    }

    @Test
    public void aPreviewShowsEachMessageWithSampleData() {
        for (Notice notice : Notice.values()) {
            for (String form : NotificationForms.ALL) {
                for (String language : TemplateFile.LANGUAGES) {
                    MessageTemplates.Preview preview = templates.preview(notice.id(), form, language);
                    assertFalse(preview.text(), preview.text().contains("{") || preview.text().contains("—"));
                    assertEquals(form.equals("email"), preview.html() != null);
                    assertEquals(form.equals("sms"), preview.parts() > 0);
                }
            }
        }
        assertTrue("code for the page is shown, not run",
            templates.preview("authority-approved", "email", "en").html().contains("&lt;a href="));
        assertThrows(Refusal.class, () -> templates.preview("nonsense", "sms", "en"));
        assertThrows(Refusal.class, () -> templates.preview("received", "pigeon", "en"));
        assertThrows(Refusal.class, () -> templates.preview("received", "sms", "fr"));
    }
}
