package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.FooterReport.State;
import org.openbeian.api.site.SiteProbe;
import org.openbeian.testkit.Requirement;

/** When the scripts of a page are run, and what the report says of it. */
public class RenderedCheckTest {

    private static final String NUMBER = "粤ICP备2026000001号-1";
    private static final Wanted WANTED = new Wanted(List.of(NUMBER), "粤ICP备2026000001号", "https://beian.miit.gov.cn/", null, null, null,
        null, null, null, null);
    private static final String RIGHT = "<p>" + "内容。".repeat(100) + "</p><footer>" + WANTED.html() + "</footer>";
    private static final String SHELL = "<div id='app'></div><SCRIPT src=/app.js></SCRIPT>";

    private final List<URI> rendered = new ArrayList<>();
    private final Deque<Optional<SiteProbe.Rendering>> renderings = new ArrayDeque<>();
    private String page = SHELL;
    private final Inspector inspector = new Inspector(new SiteProbe() {
        @Override
        public Page fetch(URI address) {
            return page(page, false);
        }

        @Override
        public Optional<Rendering> render(URI address) {
            rendered.add(address);
            return renderings.isEmpty() ? SiteProbe.super.render(address) : renderings.remove();
        }
    }, new AftercareSettings(Settings.defaults()), new Desk());

    private static SiteProbe.Page page(String html, boolean rendered) {
        return new SiteProbe.Page(URI.create("https://www.example.com/home"), 200, "text/html; charset=utf-8", null,
            html.getBytes(StandardCharsets.UTF_8), rendered);
    }

    private Optional<FooterReport> inspect() {
        return inspector.inspect(WANTED, null, "example.com", List::of);
    }

    private static List<String> codes(FooterReport report) {
        return report.findings().stream().map(Finding::ruleId).toList();
    }

    @Test
    @Requirement("T-46")
    public void whatScriptsMadeIsJudgedByTheSameChecks() {
        renderings.add(Optional.of(new SiteProbe.Rendering(page(RIGHT, true), List.of(), null)));
        FooterReport report = inspect().orElseThrow();
        assertEquals("where redirects led", List.of(URI.create("https://www.example.com/home")), rendered);
        assertEquals(State.RIGHT, report.state());
        assertEquals(List.of("page-rendered"), codes(report));
        renderings.add(Optional.of(new SiteProbe.Rendering(page(SHELL, true), List.of("127.0.0.1:80", "10.0.0.1:443"), null)));
        FooterReport wrong = inspect().orElseThrow();
        assertEquals(State.WRONG, wrong.state());
        assertEquals(List.of("footer-number-missing", "page-rendered", "page-script-address"), codes(wrong));
        assertTrue(wrong.findings().get(2).text().zh().contains("127.0.0.1:80, 10.0.0.1:443"));
    }

    @Test
    public void withoutABrowserTheReportSaysThatScriptsWereNotRun() {
        FooterReport shell = inspect().orElseThrow();
        assertEquals(List.of("page-needs-script", "page-scripts-not-run"), codes(shell));
        assertEquals("neither right nor wrong", State.UNKNOWN, shell.state());
        page = "<p>" + "内容。".repeat(100) + "</p><script>1</script>";
        FooterReport missing = inspect().orElseThrow();
        assertEquals(List.of("footer-number-missing", "page-scripts-not-run"), codes(missing));
        assertEquals(State.WRONG, missing.state());
        assertEquals("The scripts of the home page were not run: the probe in force runs no scripts",
            missing.findings().get(1).text().en());
    }

    @Test
    public void aFaultOfThisServerJudgesNoSite() {
        SiteProbe.Rendering failed = new SiteProbe.Rendering(null, List.of(), new LocalizedText("浏览器意外退出", "it died"), true);
        page = "<p>" + "内容。".repeat(100) + "</p><script>1</script>";
        renderings.add(Optional.of(failed));
        FooterReport missing = inspect().orElseThrow();
        assertEquals(List.of("footer-number-missing", "page-scripts-not-run"), codes(missing));
        assertEquals("they may bring it", State.UNKNOWN, missing.state());
        page = page + NUMBER.replace("1号-1", "2号-1");
        renderings.add(Optional.of(failed));
        FooterReport other = inspector.inspect(new Wanted(WANTED.numbers(), WANTED.organizerNumber(), WANTED.link(), "版权所有 © 示例", null,
            null, null, null, null, null), null, "example.com", List::of).orElseThrow();
        assertEquals(List.of("footer-number-wrong", "footer-copyright-missing", "content-number-other", "page-scripts-not-run"),
            codes(other));
        assertEquals("no script mends a wrong number", State.WRONG, other.state());
    }

    @Test
    public void scriptsAreRunOnlyForWhatTheyMayBring() {
        for (String done : List.of(RIGHT + "<script>1</script>", "<p>没有</p>", RIGHT.replace("000001号", "000002号") + "<script>1</script>")) {
            page = done;
            assertTrue(inspect().isPresent());
            assertEquals(done, List.of(), rendered);
        }
        page = "<div style='display:none'>" + NUMBER + "</div><script>1</script>";
        inspect();
        assertEquals("a hidden number may be shown by them", 1, rendered.size());
    }

    @Test
    public void whoWaitsForABrowserHoldsUpNobodyElse() throws Exception {
        Semaphore busy = new Semaphore(0);
        CompletableFuture<Optional<SiteProbe.Rendering>> free = new CompletableFuture<>();
        SiteProbe slow = new SiteProbe() {
            @Override
            public Page fetch(URI address) {
                return page(page, false);
            }

            @Override
            public Optional<Rendering> render(URI address) {
                busy.release();
                return free.join();
            }
        };
        Inspector waiting = new Inspector(slow, new AftercareSettings(Settings.defaults()), new Desk());
        List<CompletableFuture<Optional<FooterReport>>> inspections = Stream.of(1, 2).map(number -> CompletableFuture.supplyAsync(
            () -> waiting.inspect(WANTED, null, "example.com", List::of), task -> new Thread(task, "inspection").start())).toList();
        assertTrue(busy.tryAcquire(2, 10, TimeUnit.SECONDS));
        assertEquals("domains are probed on", Optional.of(true), waiting.answers("example.com"));
        assertEquals("as many as may wait", Optional.empty(), waiting.inspect(WANTED, null, "example.com", List::of));
        page = RIGHT;
        assertEquals(State.RIGHT, waiting.inspect(WANTED, null, "example.com", List::of).orElseThrow().state());
        page = SHELL;
        CompletableFuture<Optional<FooterReport>> person = CompletableFuture.supplyAsync(
            () -> waiting.inspectNow(WANTED, null, "example.com", List::of), task -> new Thread(task, "person").start());
        assertTrue("a person has a place of his own", busy.tryAcquire(10, TimeUnit.SECONDS));
        free.complete(Optional.of(new SiteProbe.Rendering(page(RIGHT, true), List.of(), null)));
        assertEquals(State.RIGHT, person.get(10, TimeUnit.SECONDS).orElseThrow().state());
        for (CompletableFuture<Optional<FooterReport>> inspection : inspections) {
            assertEquals(State.RIGHT, inspection.get(10, TimeUnit.SECONDS).orElseThrow().state());
        }
    }

    @Test
    public void whenNoBrowserIsFreeNothingIsConcluded() {
        for (int i = 0; i < 5; i++) {
            renderings.add(Optional.empty());
            assertEquals(Optional.empty(), inspect());
        }
        assertTrue("its own place is free again", inspect().isPresent());
    }
}
