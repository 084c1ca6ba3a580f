package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.FooterReport.State;
import org.openbeian.api.site.SiteProbe.Page;
import org.openbeian.testkit.Requirement;

public class FooterCheckTest {

    private static final String ORGANIZER = "粤ICP备2026000001号";
    private static final String NUMBER = ORGANIZER + "-1";
    private static final String LINK = "https://beian.miit.gov.cn/";
    private static final String POLICE = "粤公网安备44030502000001号";
    private static final String POLICE_LINK = "https://beian.mps.gov.cn/#/query/webSearch?code=44030502000001";
    private static final Wanted PLAIN = new Wanted(List.of(NUMBER), ORGANIZER, LINK, null, null, null, null, null,
        "province-gansu", "1.0.0");
    private static final Wanted BOTH = new Wanted(List.of(NUMBER), ORGANIZER, LINK, null, POLICE, POLICE_LINK, "/beian-badge.png", null,
        null, null);
    private static final List<String> NONE = List.of();
    private static final String TEXT = "<p>" + "我们提供各种服务。".repeat(40) + "</p>";

    private static String page(String footer) {
        return "<!DOCTYPE html><html><head><title>示例</title></head><body>" + TEXT + "<footer>" + footer + "</footer></body></html>";
    }

    private static FooterReport check(Wanted wanted, String html) {
        return check(wanted, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static FooterReport check(Wanted wanted, String type, byte[] body) {
        return FooterCheck.report(wanted, new Page(URI.create("https://example.com/"), 200, type, null, body, false), NONE, NONE,
            Instant.EPOCH);
    }

    private static List<String> codes(FooterReport report) {
        return report.findings().stream().map(Finding::ruleId).toList();
    }

    @Test
    @Requirement({"T-46", "T-53", "T-54"})
    public void theCodeThatWeGiveIsRight() {
        FooterReport report = check(PLAIN, page(PLAIN.html()));
        assertEquals(List.of(), report.findings());
        assertEquals(State.RIGHT, report.state());
        assertTrue(report.numberShown());
        FooterReport both = check(BOTH, page(BOTH.html()));
        assertEquals(List.of(), both.findings());
        assertTrue(both.policeShown());
    }

    @Test
    @Requirement({"T-46", "T-54"})
    public void itSaysExactlyWhatIsWrongWithTheNumber() {
        String anchor = "<a href='" + LINK + "'>";
        assertEquals(List.of("footer-number-missing"), codes(check(PLAIN, page("联系我们"))));
        assertEquals(List.of("footer-number-wrong", "content-number-other"), codes(check(PLAIN, page(anchor + "京ICP备16001011号-3</a>"))));
        assertEquals(List.of("footer-number-hidden"), codes(check(PLAIN, page("<div style='display: none'>" + NUMBER + "</div>"))));
        assertEquals(List.of("footer-link-missing"), codes(check(PLAIN, page(NUMBER))));
        assertEquals(List.of("footer-link-wrong"), codes(check(PLAIN, page("<a href='https://beian.miit.gov.cn.evil.example/'>" + NUMBER
            + "</a>"))));
        assertEquals(List.of("footer-link-old"), codes(check(PLAIN, page("<a href='http://www.miitbeian.gov.cn'>" + NUMBER + "</a>"))));
        assertEquals(List.of("footer-position"), codes(check(PLAIN, "<html><body>" + anchor + NUMBER + "</a>" + TEXT + "</body></html>")));
        FooterReport wrong = check(PLAIN, page(anchor + "京ICP备16001011号-3</a>"));
        assertEquals(State.WRONG, wrong.state());
        assertTrue(wrong.findings().get(0).text().zh(), wrong.findings().get(0).text().zh().contains("京ICP备16001011号-3"));
        assertEquals("province-gansu", wrong.findings().get(0).bundle());
    }

    @Test
    public void whatThePageSaysIsQuotedShortly() {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            numbers.append("京ICP备160010").append(10 + i).append("号 ");
        }
        String many = check(PLAIN, page(numbers.toString())).findings().get(0).text().en();
        assertTrue(many, many.contains("京ICP备16001014号 …;") && !many.contains("京ICP备16001015号"));
        String link = check(PLAIN, page("<a href='https://example.com/" + "x".repeat(5000) + "'>" + NUMBER + "</a>")).findings().get(0)
            .text().en();
        assertTrue(link, link.length() < 300 && link.contains("https://example.com/xx"));
    }

    @Test
    public void aNumberInAnotherSpellingOrInPiecesIsTheSameNumber() {
        for (String shown : List.of("粤ＩＣＰ备 2026000001 号 - 1", "粤icp備2026000001号-1", "粤ICP备2026000001-1",
                "粤ICP<b>备</b>2026000001号-1")) {
            assertEquals(shown, List.of(), codes(check(PLAIN, page("<a href='" + LINK + "'>" + shown + "</a>"))));
        }
    }

    @Test
    @Requirement("T-55")
    public void theOrganizersNumberDoesOnlyWhereTheProvinceTakesEither() {
        String shown = page("<a href='" + LINK + "'>" + ORGANIZER + "</a>");
        assertEquals(List.of("footer-number-organizer"), codes(check(PLAIN, shown)));
        assertEquals(List.of(), codes(check(new Wanted(List.of(NUMBER, ORGANIZER), ORGANIZER, LINK, null, null, null, null, null, null,
            null),
            shown)));
    }

    @Test
    @Requirement("T-47")
    public void aCopyrightLineIsMissedWhereTheProvinceAsksForIt() {
        Wanted jiangsu = new Wanted(List.of(NUMBER), ORGANIZER, LINK, "版权所有 © 示例公司", null, null, null, null, null,
            null);
        assertEquals(List.of("footer-copyright-missing"), codes(check(jiangsu, page(PLAIN.html()))));
        assertEquals(List.of(), codes(check(jiangsu, page(jiangsu.html()))));
    }

    @Test
    @Requirement({"T-94", "T-95", "E-41"})
    public void thePublicSecurityNumberNeedsItsTextItsLinkAndItsBadge() {
        String icp = PLAIN.html();
        assertEquals(List.of("footer-police-missing"), codes(check(BOTH, page(icp))));
        assertEquals(List.of("footer-police-wrong"), codes(check(BOTH, page(icp + "粤公网安备44030502000002号"))));
        assertEquals(List.of("footer-police-link", "footer-police-badge"), codes(check(BOTH, page(icp + POLICE))));
        assertEquals(List.of("footer-police-link"), codes(check(BOTH, page(icp + "<a href='https://beian.mps.gov.cn/?code=1'><img src=x>"
            + POLICE + "</a>"))));
        FooterReport report = check(BOTH, page(icp + POLICE));
        assertTrue(report.numberShown());
        assertFalse(report.policeShown());
        assertEquals(List.of("footer-police-unrecorded"), codes(check(PLAIN, page(icp + POLICE))));
        assertEquals(State.RIGHT, check(PLAIN, page(icp + POLICE)).state());
        assertEquals(List.of("footer-police-area"), codes(check(PLAIN, page(icp + "京公网安备44030502000001号"))));
    }

    @Test
    public void aPageInGbkIsReadWhateverItClaims() {
        byte[] gbk = page(PLAIN.html()).getBytes(Charset.forName("GBK"));
        assertEquals(List.of(), codes(check(PLAIN, "text/html; charset=gb2312", gbk)));
        assertEquals(List.of(), codes(check(PLAIN, "text/html", gbk)));
        assertEquals(List.of("page-charset"), codes(check(PLAIN, "text/html; charset=utf-8", gbk)));
        assertEquals(List.of("page-charset"), codes(check(PLAIN, "text/html; charset=gbk",
            page(PLAIN.html()).getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("page-charset"), codes(check(PLAIN, "text/html; charset=no-such", gbk)));
    }

    @Test
    public void whatLiesAboutItsTypeIsFoundOut() {
        byte[] html = page(PLAIN.html()).getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("page-type"), codes(check(PLAIN, "image/png", html)));
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        FooterReport picture = check(PLAIN, "text/html", png);
        assertEquals(List.of("page-not-html"), codes(picture));
        assertEquals("neither right nor wrong", State.UNKNOWN, picture.state());
        assertEquals(List.of("page-not-html"), codes(check(PLAIN, "application/json", "{}".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("page-encoded"), codes(FooterCheck.report(PLAIN, new Page(URI.create("https://example.com/"), 200,
            "text/html", "gzip", html, false), NONE, NONE, Instant.EPOCH)));
        assertEquals(List.of("page-status"), codes(FooterCheck.report(PLAIN, new Page(URI.create("https://example.com/"), 500,
            "text/html", null, html, false), NONE, NONE, Instant.EPOCH)));
        assertEquals(List.of("footer-number-missing"), codes(check(PLAIN, "text/html", new byte[0])));
    }

    @Test
    public void aPageThatScriptsMakeIsUnknownUnlessTheyWereRun() {
        String shell = "<html><body><div id='app'></div><script src='/app.js'></script></body></html>";
        FooterReport report = check(PLAIN, shell);
        assertEquals(List.of("page-needs-script"), codes(report));
        assertEquals(State.UNKNOWN, report.state());
        FooterReport rendered = FooterCheck.report(PLAIN, new Page(URI.create("https://example.com/"), 200, "text/html", null,
            shell.getBytes(StandardCharsets.UTF_8), true), NONE, NONE, Instant.EPOCH);
        assertEquals(List.of("footer-number-missing"), codes(rendered));
    }

    @Test
    public void aDeepOrHostilePageEnds() {
        assertEquals(State.WRONG, check(PLAIN, "<div>".repeat(200_000)).state());
        assertEquals(State.WRONG, check(PLAIN, page("粤ICP备".repeat(50_000))).state());
        assertEquals("escaped", "&lt;b&gt; &amp; &quot;x&quot;", new Wanted(List.of("n"), "o", LINK, "<b> & \"x\"", null, null, null, null,
            null, null).html().lines().findFirst().orElseThrow());
    }

    @Test
    public void whatIsNotWhatWasFiledIsAHintForAPerson() {
        Wanted named = new Wanted(List.of(NUMBER), ORGANIZER, LINK, null, null, null, null, "示例 科技", null, null);
        String other = "粤ICP备2020777777号-2";
        FooterReport report = check(named, page("<a href=\"" + LINK + "\">" + other + "</a>"));
        assertEquals(List.of("footer-number-wrong", "content-name-absent", "content-number-other"), codes(report));
        assertTrue(report.findings().get(1).text().en().endsWith("whose title is 示例"));
        assertFalse("no reason to refuse anything", report.findings().stream().filter(one -> one.pointer().startsWith("/content"))
            .anyMatch(Finding::isBlocking));
        assertTrue(ContentCheck.showsOther(report));
        FooterReport sister = check(named, page("<a href=\"" + LINK + "\">" + ORGANIZER + "-7</a><p>示例ＫＥＪＩ</p>"));
        for (String licence : List.of("粤B2-20090059", "粤ICP证030173号")) {
            assertFalse("a licence is no filing", ContentCheck.showsOther(check(named, page("<p>示例科技 " + licence + "</p>"))));
            assertTrue("and hides none", ContentCheck.showsOther(check(named, page("<p>" + licence + " " + other + "</p>"))));
        }
        assertFalse("another website of the same organizer", ContentCheck.showsOther(sister));
        FooterReport right = check(named, page(PLAIN.html()).replace("<title>示例",
            "<meta property=\"og:site_name\" content=\"示例科技！\"><title>"));
        assertEquals("by whatever it names itself", List.of(), codes(right));
        Page html = new Page(URI.create("https://example.com/"), 200, "text/html", null,
            page(PLAIN.html()).getBytes(StandardCharsets.UTF_8), false);
        FooterReport elsewhere = FooterCheck.report(PLAIN, html, List.of("192.0.2.9"), List.of("119.29.1.78"), Instant.EPOCH);
        assertEquals(List.of("host-elsewhere"), codes(elsewhere));
        assertEquals("a hint", State.RIGHT, elsewhere.state());
        assertEquals(List.of(), codes(FooterCheck.report(PLAIN, html, List.of("192.0.2.9", "119.29.1.78"), List.of("119.29.1.78"),
            Instant.EPOCH)));
    }
}
