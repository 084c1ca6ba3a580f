package org.openbeian.core.message;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.testkit.Requirement;

/** The requirements' index 6.2, "Messages to be sent or modelled", row by row: each message is there, has its texts and is told. */
@Requirement({"W-07", "A-101", "A-99", "A-100", "T-40", "T-41", "T-42", "T-39", "Q-14", "A-106", "T-44", "W-33", "W-08", "W-12", "W-25",
    "Q-06", "Q-31", "Q-36", "T-63", "T-89", "T-90", "T-91", "T-92", "T-45", "T-95", "T-111", "A-13", "E-16", "E-18", "A-108"})
public class MessageCatalogueTest extends MessageFixture {

    private static final Path BUNDLES = Path.of(System.getProperty("basedir", "."), "..").toAbsolutePath().normalize();
    private static final String FLOW = "core/src/main/java/org/openbeian/core/order/OrderLifeCycle.java";
    private static final String BLOCKINGS = "core/src/main/java/org/openbeian/core/blocking/StoredBlockings.java";
    private static final String ADDRESSES = "core/src/main/java/org/openbeian/core/resource/StoredAddresses.java";
    private static final String ORDER = "core/src/main/java/org/openbeian/core/order/";
    private static final String AFTERCARE = "aftercare/src/main/java/org/openbeian/aftercare/";
    private static final String POLICE = "public-security/src/main/java/org/openbeian/publicsecurity/";
    private static final String BUTLER = "butler/src/main/java/org/openbeian/butler/ButlerService.java";

    /**
     * One message of the index.
     *
     * @param words how the index calls it
     * @param rows the rows of the catalogue that it names
     * @param message id of our message
     * @param persons whether persons are told by SMS and e-mail, rather than the account alone
     * @param place source that tells it, below {@code bundles}
     * @param event the event of the flow that tells it; empty elsewhere
     */
    private record Entry(String words, List<String> rows, String message, boolean persons, String place, String event) {

        static Entry flow(String words, String rows, String message, String event) {
            return new Entry(words, List.of(rows.split(" ")), message, true, FLOW, event);
        }

        static Entry persons(String words, String rows, String message, String place) {
            return new Entry(words, List.of(rows.split(" ")), message, true, place, "");
        }

        static Entry account(String words, String rows, String message, String place) {
            return new Entry(words, List.of(rows.split(" ")), message, false, place, "");
        }
    }

    private static final List<Entry> INDEX = List.of(
        Entry.flow("pre-review passed", "W-07 A-101", "pre-review-passed", "PASSED"),
        Entry.flow("pre-review rejected", "W-07 A-101", "pre-review-returned", "RETURNED"),
        Entry.flow("call missed, second call coming", "A-99 A-100", "call-missed", "CALL_LOGGED"),
        Entry.flow("not reached again: rejected", "A-100", "pre-review-returned", "CALL_LOGGED"),
        Entry.flow("SMS verification due", "T-40", "submitted-to-authority", "UPLOADED"),
        Entry.persons("SMS verification reminder", "T-41", "sms-reminder", ORDER + "SmsDeadline.java"),
        Entry.flow("SMS verification expired", "T-41", "sms-expired", "SMS_EXPIRED"),
        Entry.flow("SMS verification wrong too often", "T-42", "sms-wrong", "SMS_WRONG"),
        Entry.flow("refile", "T-42", "sms-refile", "SMS_EXPIRED"),
        Entry.flow("submitted to the authority", "T-39", "submitted-to-authority", "UPLOADED"),
        Entry.flow("authority approved", "Q-14 A-106 T-44", "authority-approved", "APPROVED"),
        Entry.flow("authority approved", "Q-14 A-106", "filing-updated", "APPROVED"),
        Entry.flow("authority rejected", "Q-14 A-106", "authority-returned", "DATA_REJECTED"),
        Entry.flow("authority rejected", "Q-14 A-106 T-44", "authority-rejected", "REJECTED"),
        Entry.flow("filing password issued", "W-33", "filing-password-issued", "APPROVED"),
        Entry.account("curtain dispatched", "W-08", "curtain-dispatched", AFTERCARE + "CurtainDesk.java"),
        Entry.account("compensation granted", "W-12", "compensation-granted", AFTERCARE + "CompensationGrants.java"),
        Entry.account("blocking notice with date", "W-25", "blocking-notice", BLOCKINGS),
        Entry.account("blocked", "W-25 Q-06", "blocked", BLOCKINGS),
        Entry.account("unblocked", "W-25 Q-06", "unblocked", BLOCKINGS),
        Entry.account("arrears", "Q-31", "arrears", ADDRESSES),
        Entry.account("release warning", "Q-31", "release-warning", ADDRESSES),
        Entry.account("port entry approved", "Q-36", "port-approved", ADDRESSES),
        Entry.account("port entry rejected", "Q-36", "port-rejected", ADDRESSES),
        Entry.persons("PSB subject result", "T-63", "psb-organizer-result", POLICE + "CaseBook.java"),
        Entry.persons("PSB website result", "T-89", "psb-site-result", POLICE + "CaseBook.java"),
        Entry.persons("interview or inspection appointment", "T-90 T-91 T-92", "psb-appointment", POLICE + "AppointmentWatch.java"),
        Entry.persons("PSB application due in 30 days", "T-45", "psb-due", AFTERCARE + "SiteWatch.java"),
        Entry.persons("PSB footer due in 30 days", "T-95", "psb-footer-due", AFTERCARE + "SiteWatch.java"),
        Entry.persons("PSB application overdue", "T-45", "psb-overdue", AFTERCARE + "SiteWatch.java"),
        Entry.persons("PSB footer overdue", "T-95", "psb-footer-overdue", AFTERCARE + "SiteWatch.java"),
        Entry.account("butler assigned", "T-111", "butler-assigned", BUTLER),
        Entry.account("butler progress", "T-111", "butler-progress", BUTLER),
        Entry.account("resource about to fall below 1 month", "A-13", "resource-expiring", ORDER + "ResourceWatch.java"),
        Entry.account("subject has become empty", "E-16", "organizer-empty", ORDER + "AuthorityReports.java"),
        Entry.account("cancel-access risk", "E-18", "cancel-access-risk", ORDER + "Submitting.java"));

    @Test
    public void eachMessageOfTheIndexIsToldByItsEventOrItsDuty() throws IOException {
        for (Entry entry : INDEX) {
            String source = Files.readString(BUNDLES.resolve(entry.place()));
            String teller = entry.event().isEmpty() ? source : Arrays.stream(source.split("\\brow\\("))
                .filter(row -> row.matches("(?s)\\w+,\\s+" + entry.event() + ",.*")).map(row -> row + "row(")
                .collect(Collectors.joining());
            assertTrue(entry.words() + " by " + entry.place() + " " + entry.event(), NoticeTest.told(teller).contains(entry.message()));
        }
    }

    @Test
    public void eachMessageHasATextForEachChannelInBothLanguages() {
        for (Entry entry : INDEX) {
            Notice notice = Notice.of(entry.message()).orElseThrow(() -> new AssertionError(entry.words()));
            for (String form : NotificationForms.ALL) {
                assertEquals(List.of("en", "zh-CN"), templates.templates().stream().filter(one -> one.message().equals(notice.id())
                    && (one.form().equals(form) || one.form().equals("text"))).map(MessageTemplates.Template::language).distinct().sorted()
                    .toList());
                Template zh = templates.shelf().find(notice, form, form, "zh-CN").orElseThrow();
                Template en = templates.shelf().find(notice, form, form, "en").orElseThrow();
                assertTrue(zh.body(), isChinese(zh.subject()) && isChinese(zh.body()));
                assertFalse(en.body(), isChinese(en.subject()) || isChinese(en.body()) || en.body().isBlank());
                assertFalse(templates.preview(notice.id(), form, "en").text().isBlank());
            }
        }
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** Persons by SMS and e-mail, and the account by inbox, webhook and IM, each with a message of this name. */
    @Test
    public void eachMessageReachesWhomItIsForOverEveryChannel() {
        store(FootersTest.approved("x"));
        endpoints.add(ALICE, wish("hook", "https://hooks.example.com/"));
        endpoints.add(ALICE, wish("robot", "https://robots.example.com/"));
        int occasion = 0;
        for (Entry entry : INDEX) {
            Map<String, String> values = new TreeMap<>();
            Notice.of(entry.message()).orElseThrow().variables().forEach(name -> values.put(name, SampleValues.of(name, "zh-CN")));
            String about = Integer.toString(++occasion);
            transactions.run(() -> telling.tell(new Notices.Notice(entry.message(), "alice", "0".repeat(26), about, values)));
            Set<String> lanesOfIt = new TreeSet<>();
            for (Effect effect : told()) {
                OutgoingMessage message = sent(effect);
                assertEquals(entry.words(), entry.message(), message.message());
                lanesOfIt.add(effect.lane().substring("channel:".length()));
                transactions.run(() -> lanes.done(List.of(effect.id()), clock.instant()));
            }
            assertEquals(entry.words(), entry.persons() ? Set.of("email", "hook", "inbox", "robot", "sms")
                : Set.of("email", "hook", "inbox", "robot"), lanesOfIt);
        }
    }

    @Test
    public void whatReadsDifferentlyInEachLanguageIsToldInOne() {
        transactions.run(() -> telling.tell(new Notices.Notice("blocked", "alice", null, "1", Map.of("domain", "a.example"))
            .with("reason", new LocalizedText("未备案即开通", "open while unfiled"))));
        OutgoingMessage message = sent(told().stream().filter(effect -> effect.lane().equals("channel:inbox")).findFirst().orElseThrow());
        assertTrue(message.text().zh(), message.text().zh().contains("原因：未备案即开通。"));
        assertTrue(message.text().en(), message.text().en().contains("is blocked: open while unfiled."));
        assertThrows(IllegalArgumentException.class, () -> telling.tell(new Notices.Notice("blocked", "alice", null, "2", Map.of())
            .with("nonsense", new LocalizedText("一", "one"))));
    }

    private List<Effect> told() {
        return transactions.call(() -> channels.ids().stream().flatMap(id -> lanes.open("channel:" + id, 0, 100).stream()).toList());
    }

    @Test
    public void theRowsOfTheIndexAreThoseOfTheCatalogue() throws IOException {
        Properties catalogue = new Properties();
        try (var in = Requirement.class.getResourceAsStream("requirements.properties")) {
            catalogue.load(in);
        }
        Set<String> named = INDEX.stream().flatMap(entry -> entry.rows().stream()).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.toString(), catalogue.keySet().containsAll(named));
        named.add("A-108");
        assertEquals(named, new TreeSet<>(List.of(MessageCatalogueTest.class.getAnnotation(Requirement.class).value())));
    }
}
