package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.order.Letter;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.print.HtmlPage;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Letters that are printed, signed and uploaded. */
public class LetterDeskTest {

    private static final String TYPE = "site-lead-letter";
    private static final String SUBJECT = "/services/0/principal";

    private final Desk desk = new Desk();
    private final LetterDesk letters = new LetterDesk(desk.engine, desk.transactions, desk.letterBook, desk.rules, desk.resources,
        desk.audit);

    private String print(Order order, String type, String subject) {
        return letters.print(ALICE, order.id(), type, subject, HtmlPage::of);
    }

    private void load(String slot, String text) {
        desk.forms.load(Actor.SYSTEM, slot, text.getBytes(StandardCharsets.UTF_8));
    }

    private Order upload(Order order) {
        return desk.orders.attach(ALICE, order.id(), Orders.ANY_VERSION, new MaterialUpload(TYPE, SUBJECT, "image/png",
            Samples.picture("png", 60, 40)));
    }

    private List<Finding> outdated(Order order) {
        return desk.orders.requirements(ALICE, order.id()).findings().stream()
            .filter(finding -> finding.ruleId().startsWith("material-form-outdated")).toList();
    }

    @Test
    @Requirement("A-94")
    public void aLetterIsFilledInAndItsVersionIsKept() {
        desk.rules.form(TYPE, SUBJECT, TYPE);
        Order order = desk.draft();
        assertNull(letters.of(ALICE, order.id()).get(0).printedVersion());
        String page = print(order, TYPE, SUBJECT);
        for (String part : List.of(order.application().organizer().name(), order.application().organizer().certificateNumber(),
                order.application().services().get(0).principal().name(), "example.com", "网站负责人授权书", "seal it",
                "版本 2026-11", order.id())) {
            assertTrue(part + " in " + page, page.contains(part));
        }
        assertFalse("every place is filled", page.matches("(?s).*\\{[a-zA-Z]+[.}].*"));
        Letter printed = letters.of(SAM, order.id()).get(0);
        assertEquals("2026-11 LETTER 2026-11 null false", printed.version() + " " + printed.kind() + " " + printed.printedVersion() + " "
            + printed.signedVersion() + " " + printed.outdated());
        assertEquals(desk.time(), printed.printedAt());
        String line = desk.audit.lines.get(desk.audit.lines.size() - 1);
        assertTrue(line, line.startsWith("alice letter.print order/" + order.id()) && line.contains("version=2026-11"));
        assertFalse("nothing personal", line.contains(order.application().organizer().certificateNumber()));
    }

    @Test
    @Requirement("A-94")
    public void aSignedCopyOfAnOlderVersionIsNoticed() {
        desk.rules.form(TYPE, SUBJECT, TYPE);
        Order order = desk.draft();
        print(order, TYPE, SUBJECT);
        assertEquals("2026-11", upload(order).materials().get(0).form());
        assertEquals(List.of(), outdated(order));
        load(TYPE, "# 授权书\n\n{principal.name}，{organizer.name}");
        assertTrue(letters.of(ALICE, order.id()).get(0).outdated());
        Finding notice = outdated(order).get(0);
        assertEquals(Severity.WARN, notice.severity());
        assertEquals(SUBJECT, notice.pointer());
        assertTrue(notice.text().en(), notice.text().en().contains("Version 2026-11 was signed, 1 is in force"));
        assertTrue(print(order, TYPE, SUBJECT).contains(order.application().services().get(0).principal().name() + "，"));
        assertEquals("printing alone signs nothing", 1, outdated(order).size());
        assertEquals("1", upload(order).materials().get(0).form());
        assertEquals(List.of(), outdated(order));
    }

    @Test
    public void whatCouldNotBeRenderedWasNotPrinted() {
        desk.rules.form(TYPE, SUBJECT, TYPE);
        Order order = desk.draft();
        assertThrows(IllegalStateException.class, () -> letters.print(ALICE, order.id(), TYPE, SUBJECT, document -> {
            throw new IllegalStateException("no font");
        }));
        assertNull(letters.of(ALICE, order.id()).get(0).printedVersion());
        assertTrue(desk.audit.lines.stream().noneMatch(line -> line.contains("letter.print")));
    }

    @Test
    public void whatWasNotPrintedHereIsOfNoVersion() {
        desk.rules.form(TYPE, SUBJECT, TYPE);
        Order order = desk.draft();
        assertNull(upload(order).materials().get(0).form());
        load(TYPE, "# 授权书\n\n{principal.name}");
        assertEquals(List.of(), outdated(order));
        assertFalse(letters.of(ALICE, order.id()).get(0).outdated());
    }

    @Test
    public void formsOfAuthoritiesAreSheetsToCopyFrom() {
        desk.rules.form("pledge", "/organizer", "gansu-pledge");
        Order order = desk.draft();
        assertEquals(Letter.Kind.MISSING, letters.of(ALICE, order.id()).get(0).kind());
        String missing = print(order, "pledge", "/organizer");
        assertTrue(missing, missing.contains("尚未提供表格 gansu-pledge") && missing.contains("主办单位名称"));
        load("gansu-pledge", "%PDF-1.7 form");
        assertEquals("1 SHEET", letters.of(ALICE, order.id()).get(0).version() + " " + letters.of(ALICE, order.id()).get(0).kind());
        assertTrue(print(order, "pledge", "/organizer").contains("表格 gansu-pledge 第 1 版"));
    }

    @Test
    public void theCommitmentHasTheWordsThatAreConsentedTo() {
        desk.rules.form("commitment-letter", "/organizer", "commitment-letter");
        Order order = desk.draft();
        String version = letters.of(ALICE, order.id()).get(0).version();
        assertEquals(Optional.empty(), desk.legal.kept("commitment", version));
        String page = print(order, "commitment-letter", "/organizer");
        assertEquals("what is signed can be read for good", desk.orders.consentTexts().get(2),
            desk.legal.kept("commitment", version).orElseThrow());
        assertTrue(page, page.contains("互联网信息服务备案承诺书") && page.contains("单位（盖章）")
            && page.contains(order.application().organizer().name()));
        assertEquals(desk.orders.consentTexts().get(2).version(), version);
    }

    @Test
    public void onlyWhoFilesPrintsAndOnlyWhatIsAskedFor() {
        desk.rules.form(TYPE, SUBJECT, TYPE);
        Order order = desk.draft();
        assertEquals("order-not-found", Desk.code(() -> letters.of(MALLORY, order.id())));
        assertEquals("order-not-found", Desk.code(() -> letters.print(MALLORY, order.id(), TYPE, SUBJECT, HtmlPage::of)));
        assertEquals("letter-not-yours", Desk.code(() -> letters.print(SAM, order.id(), TYPE, SUBJECT, HtmlPage::of)));
        assertEquals("letter-not-needed", Desk.code(() -> letters.print(ALICE, order.id(), TYPE, "/organizer", HtmlPage::of)));
        assertNull(letters.of(ALICE, order.id()).get(0).printedVersion());
    }

    @Test
    public void aTextWithMistakesIsRefused() {
        desk.rules.slot("pledge");
        assertEquals("letter-place-unknown", Desk.code(() -> load("pledge", "# 承诺书\n\n{organizer.nam}")));
        assertEquals("letter-without-title", Desk.code(() -> load("pledge", "# \n\ntext")));
        assertEquals("letter-not-utf-8", Desk.code(() -> desk.forms.load(Actor.SYSTEM, "pledge",
            "# 承诺书".getBytes(java.nio.charset.Charset.forName("GBK")))));
        assertEquals("form-kind", Desk.code(() -> load("pledge", "just text")));
        load("pledge", "# 承诺书\r\n\r\n{service.domains}\r\n{date-by-hand".replace("{date-by-hand", "＿＿"));
        assertEquals(1, desk.forms.slots().get(0).version());
    }
}
