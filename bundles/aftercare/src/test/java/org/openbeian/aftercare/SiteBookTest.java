package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.order.Obligation;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.FooterReport.State;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteFooter;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;
import org.openbeian.testkit.Requirement;

public class SiteBookTest {

    private static final String POLICE = "苏公网安备32010202000001号";

    private final Desk desk = new Desk().granted();

    private static String code(ThrowingRunnable work) {
        return assertThrows(Refusal.class, work).code();
    }

    private List<String> found(SiteView view) {
        return view.site().footer().findings().stream().map(Finding::ruleId).toList();
    }

    @Test
    public void aGrantMakesASiteOnceAndIsWatchedFromTheNextDayOn() {
        assertEquals("o1-1", desk.book.list(Desk.ANNA, null, false, null, 10).get(0).site().id());
        assertEquals(desk.now.plusSeconds(86_400), desk.tasks.get("site-watch:o1-1"));
        desk.grant();
        assertEquals(Optional.empty(), desk.follower.run("grants"));
        assertEquals(1, desk.cases.kept.size());
        desk.follower.changed(desk.order(), desk.history.get(0).entry());
        assertEquals("a grant that it was told of and does not see yet", Optional.of(desk.now), desk.follower.run("grants"));
        int looks = 1;
        while (desk.follower.run("grants").isPresent()) {
            looks++;
            assertTrue("it saw that grant before it was told, and waits for ever", looks < 100);
        }
    }

    @Test
    public void aSiteIsSeenByWhoSeesItsOrder() {
        assertEquals("site-not-found", code(() -> desk.book.get(Desk.BOB, "o1-1")));
        assertEquals("site-not-found", code(() -> desk.book.opened(Desk.BOB, "o1-1", null)));
        assertEquals("site-not-found", code(() -> desk.book.get(Desk.ANNA, "o9-1")));
        assertEquals(List.of(), desk.book.list(Desk.BOB, null, false, null, 10));
        assertEquals("order-not-found", code(() -> desk.book.list(Desk.BOB, "o1", false, null, 10)));
        assertEquals(1, desk.book.list(Desk.OPS, null, false, null, 10).size());
        Actor sub = new Actor("sub", Set.of(Role.SUB_ACCOUNT), "192.0.2.9", Map.of("o1", Set.of("filing-read"), "account:anna", Set.of()));
        assertEquals(1, desk.book.list(sub, null, false, null, 10).size());
    }

    @Test
    @Requirement("T-45")
    public void theOpeningIsRecordedAndMovesTheDuties() {
        assertEquals("opening-ahead", code(() -> desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-02"))));
        desk.now = desk.now.plusSeconds(9 * 86_400);
        SiteView view = desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-08"));
        assertEquals("2026-12-07T16:00:00Z", view.duties().stream()
            .filter(duty -> duty.kind() == SiteDuty.Kind.PUBLIC_SECURITY_FILING).findFirst().orElseThrow().due().toString());
        assertEquals("looked at again at once", desk.now, desk.tasks.get("site-watch:o1-1"));
        assertTrue(desk.audited.contains("anna site.opened"));
        assertTrue("the footer is late", view.overdue());
        assertEquals(1, desk.book.list(Desk.ANNA, null, true, null, 10).size());
    }

    @Test
    @Requirement({"T-45", "T-46"})
    public void whatIsOwedForASiteStandsInItsAccountsCalendar() {
        desk.now = desk.now.plusSeconds(9 * 86_400);
        desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-08"));
        SiteObligations calendar = new SiteObligations(desk.book);
        assertEquals(List.of("footer example.com 2026-11-08T16:00:00Z true",
            "public-security-filing example.com 2026-12-07T16:00:00Z false"), calendar.of(Desk.ANNA, desk.now).stream()
                .map(one -> one.kind() + " " + one.about() + " " + one.due() + " " + one.overdue()).sorted().toList());
        assertEquals("not in that of who looks after all sites", List.of(), calendar.of(Desk.OPS, desk.now));
        desk.book.policeGranted(Desk.ANNA, "o1-1", POLICE, LocalDate.parse("2026-11-09"));
        assertEquals("done, and the next", List.of("footer", "public-security-footer"), calendar.of(Desk.ANNA, desk.now).stream()
            .map(Obligation::kind).sorted().toList());
    }

    @Test
    public void aSiteWhoseAccessCameBackIsLookedAtAgain() {
        desk.tasks.clear();
        desk.grant();
        desk.follower.run("grants");
        assertEquals(desk.now.plus(Duration.ofDays(1)), desk.tasks.get("site-watch:o1-1"));
    }

    @Test
    public void theSitesOfOthersAndThoseThatOweNothingPushNothingOutOfACalendar() {
        desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-01"));
        for (int i = 0; i <= Sites.MOST; i++) {
            desk.files.insert(new FiledSite("p" + i, 1, "p" + i, i % 2 == 0 ? "bob" : "anna", "320000", "p" + i, "p", "示例",
                List.of("p.example"), desk.now, null, null, null, i % 2 == 1), i % 2 == 0 ? SiteFiles.OWING : SiteFiles.ENDED);
        }
        Actor staff = new Actor("anna", Set.of(Role.OPERATOR), "192.0.2.1");
        assertEquals(2, new SiteObligations(desk.book).of(staff, desk.now).size());
        assertEquals(2, new SiteObligations(desk.book).of(Desk.ANNA, desk.now).size());
    }

    @Test
    @Requirement("T-93")
    public void aPublicSecurityNumberIsOfTheSitesProvinceAndWellFormed() {
        LocalDate today = LocalDate.parse("2026-11-01");
        for (Map.Entry<String, String> bad : Map.of("苏公网安备3201020200000号", "police-number-form", "粤公网安备44030502000001号",
                "police-number-province", "苏公网安备44030502000001号", "police-number-character", "苏公安备32010202000001号",
                "police-number-form", "", "police-number-form").entrySet()) {
            assertEquals(bad.getKey(), bad.getValue(), code(() -> desk.book.policeGranted(Desk.ANNA, "o1-1", bad.getKey(), today)));
        }
        assertEquals("police-number-day", code(() -> desk.book.policeGranted(Desk.ANNA, "o1-1", POLICE, today.plusDays(1))));
        SiteView view = desk.book.policeGranted(Desk.ANNA, "o1-1", "苏公网安备 32010202000001号", today);
        assertEquals(POLICE, view.site().police().number());
        assertEquals("another site's", Optional.empty(), desk.book.footer("example.org"));
    }

    @Test
    @Requirement({"T-47", "T-53", "T-55", "T-94"})
    public void theFooterIsMadePerHostForEveryDomainOfTheSite() {
        SiteFooter footer = desk.book.footer(Desk.ANNA, "o1-1", null);
        assertEquals("example.com", footer.host());
        assertTrue(footer.html(), footer.html().startsWith("版权所有 © 示例&lt;公司&gt;\n<a href=\"https://beian.miit.gov.cn/\""));
        assertFalse(footer.html().contains("script"));
        desk.book.policeGranted(Desk.ANNA, "o1-1", POLICE, LocalDate.parse("2026-11-01"));
        SiteFooter both = desk.book.footer("shop.WWW.example.com").orElseThrow();
        assertEquals("shop.www.example.com", both.host());
        assertEquals("https://beian.mps.gov.cn/#/query/webSearch?code=32010202000001", both.policeLink());
        assertTrue(both.html().contains("<img src=\"/beian-badge.png\""));
        assertEquals("footer-host", code(() -> desk.book.footer(Desk.ANNA, "o1-1", "example.org")));
        assertEquals("footer-host", code(() -> desk.book.footer(Desk.ANNA, "o1-1", "notexample.com")));
        assertEquals(Optional.empty(), desk.book.footer("com"));
        desk.entry = desk.entry.with(ServiceState.CANCELLED, desk.now);
        assertEquals("cancelled", Optional.empty(), desk.book.footer("example.com"));
    }

    @Test
    @Requirement("T-47")
    public void thePersonBehindASiteIsNotNamedToWhoeverAsks() {
        desk.nature = OrganizerNature.INDIVIDUAL;
        String html = desk.book.footer("example.com").orElseThrow().html();
        assertTrue(html, html.startsWith("版权所有 © 示例\n"));
    }

    @Test
    public void whatIsStoredMeanwhileIsKept() {
        LocalDate today = LocalDate.parse("2026-11-01");
        desk.cases.meanwhile = () -> desk.book.policeGranted(Desk.ANNA, "o1-1", POLICE, today);
        desk.book.opened(Desk.ANNA, "o1-1", today);
        assertEquals(POLICE, desk.book.get(Desk.ANNA, "o1-1").site().police().number());
        assertEquals(today, desk.book.get(Desk.ANNA, "o1-1").site().openedOn());
    }

    @Test
    @Requirement({"T-54", "E-41"})
    public void aPageIsFetchedWhereItAnswersAndComparedWithTheRegister() {
        desk.pages.put("http://www.example.com/", "<p>示例</p><footer>" + desk.book.footer("example.com").orElseThrow().html() + "</footer>");
        SiteView view = desk.book.inspect(Desk.ANNA, "o1-1");
        assertEquals(List.of(), found(view));
        assertEquals(List.of("https://example.com/", "http://example.com/", "https://www.example.com/", "http://www.example.com/"),
            desk.fetched);
        desk.pages.put("https://example.com/", "<p>版权所有 示例</p>");
        assertEquals(List.of("footer-number-missing"), found(desk.book.inspect(Desk.ANNA, "o1-1")));
        desk.pages.clear();
        for (Map.Entry<String, String> why : Map.of("REFUSED", "page-address", "TOO_LARGE", "page-too-large", "NO_ANSWER",
                "page-no-answer", "UNREACHABLE", "page-unreachable").entrySet()) {
            desk.pages.put("why", why.getKey());
            SiteView unknown = desk.book.inspect(Desk.ANNA, "o1-1");
            assertEquals(List.of(why.getValue()), found(unknown));
            assertEquals(State.UNKNOWN, unknown.site().footer().state());
        }
        desk.pages.put("broken", "");
        assertEquals("a probe that breaks", List.of("page-probe-failed"), found(desk.book.inspect(Desk.ANNA, "o1-1")));
    }

    @Test
    @Requirement({"T-45", "T-95"})
    public void theWatchInspectsRemindsAndComesBack() {
        desk.now = desk.now.plusSeconds(86_400);
        assertEquals("the next reminder is on day 15", "2026-11-16T02:00:00Z", desk.watch.run("o1-1").orElseThrow().toString());
        assertEquals(List.of("psb-due"), desk.told.stream().map(notice -> notice.message()).toList());
        assertEquals("2026-12-01", desk.told.get(0).values().get("publicSecurityDue"));
        assertEquals("not open, not fetched", List.of(), desk.fetched);
        desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-01"));
        desk.pages.put("https://example.com/", "<p>版权所有</p>");
        desk.told.clear();
        assertEquals("a wrong page again tomorrow", desk.now.plusSeconds(86_400), desk.watch.run("o1-1").orElseThrow());
        assertEquals("footer-wrong", desk.told.get(0).message());
        assertTrue(desk.told.get(0).values().get("faults").contains(Desk.NUMBER));
        desk.book.policeGranted(Desk.ANNA, "o1-1", POLICE, LocalDate.parse("2026-11-02"));
        desk.now = desk.now.plusSeconds(14 * 86_400);
        desk.told.clear();
        desk.watch.run("o1-1");
        assertEquals(List.of("footer-wrong", "psb-footer-due"), desk.told.stream().map(notice -> notice.message()).toList());
        assertEquals("2026-12-02", desk.told.get(1).values().get("footerDue"));
        desk.pages.put("https://example.com/", desk.book.footer("example.com").orElseThrow().html());
        desk.now = desk.now.plusSeconds(86_400);
        desk.told.clear();
        assertEquals("all is done: a week later", desk.now.plusSeconds(7 * 86_400), desk.watch.run("o1-1").orElseThrow());
        assertEquals(List.of(), desk.told);
        desk.entry = desk.entry.with(ServiceState.CANCELLED, desk.now);
        assertEquals(Optional.empty(), desk.watch.run("o1-1"));
        assertEquals(List.of(), desk.book.get(Desk.ANNA, "o1-1").duties());
        assertEquals(Optional.empty(), desk.watch.run("o9-1"));
    }

    @Test
    @Requirement({"T-45", "T-95"})
    public void whatIsOverdueIsNotAskedForByADayThatIsPast() {
        desk.now = Instant.parse("2026-12-01T02:00:00Z").minusSeconds(1);
        desk.watch.run("o1-1");
        desk.now = desk.now.plusSeconds(1);
        desk.watch.run("o1-1");
        desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-01"));
        desk.book.policeGranted(Desk.ANNA, "o1-1", POLICE, LocalDate.parse("2026-11-02"));
        desk.pages.put("https://example.com/", "<p>版权所有</p>");
        desk.now = Instant.parse("2026-12-02T16:00:00Z");
        desk.watch.run("o1-1");
        assertEquals(List.of("psb-due 2026-12-01", "psb-overdue 2026-12-01", "psb-footer-overdue 2026-12-02"), desk.told.stream()
            .filter(notice -> notice.message().startsWith("psb-")).map(notice -> notice.message() + " " + notice.values().values()
                .iterator().next()).toList());
    }

    @Test
    public void termsRunOnWhileNoPageCanBeInspected() {
        desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-01"));
        desk.pages.put("offline", "");
        desk.told.clear();
        desk.now = desk.now.plus(Duration.ofDays(29));
        Instant again = desk.watch.run("o1-1").orElseThrow();
        assertEquals(List.of("psb-due"), desk.told.stream().map(told -> told.message()).toList());
        assertFalse("not with all others at once", again.isBefore(desk.now.plus(Duration.ofMinutes(5))));
        assertTrue("yet soon", again.isBefore(desk.now.plus(Duration.ofMinutes(60))));
    }
}
