package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.aftercare.browser.Browser;
import org.openbeian.aftercare.browser.Browsers;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.FooterReport.State;
import org.openbeian.testkit.Requirement;

/** Pages that scripts make, seen by a real Chromium. Without one on this machine the test is skipped and says so. */
public class ChromiumTest {

    private static final String NUMBER = "粤ICP备2026000001号-1";
    private static final String LINK = "https://beian.miit.gov.cn/";
    private static final Wanted WANTED = new Wanted(List.of(NUMBER), "粤ICP备2026000001号", LINK, null, null, null, null, null, null, null);
    private static final String FOOTER = "<footer><a href=\"" + LINK + "\">" + NUMBER + "</a></footer>";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer site;

    @Before
    public void serve() throws IOException {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator)).flatMap(folder -> Stream.of("chromium",
            "chromium-browser", "google-chrome-stable", "google-chrome").map(name -> Path.of(folder, name))).anyMatch(Files::isExecutable);
        assumeTrue("no Chromium on the PATH: what it makes of pages is not tested (Debian: apt-get install chromium)", there);
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", this::answer);
        site.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "site");
            thread.setDaemon(true);
            return thread;
        }));
        site.start();
    }

    @After
    public void stop() {
        if (site != null) {
            site.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        if (path.equals("/hangs")) {
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        byte[] page = pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        if (path.equals("/late")) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
        }
        exchange.sendResponseHeaders(path.equals("/guarded") ? 403 : 200, 0);
        exchange.getResponseBody().write(page);
        if (path.equals("/endless")) {
            byte[] piece = "<p>x</p>".repeat(1000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(piece);
            }
        }
        exchange.close();
    }

    /** What the inspection says about a page of which it fetched so much without scripts. */
    private FooterReport inspect(String path, Object... config) {
        Map<String, Object> settings = new HashMap<>(Map.of("seconds", 20));
        for (int i = 0; i < config.length; i += 2) {
            settings.put((String) config[i], config[i + 1]);
        }
        byte[] plain = pages.getOrDefault(path, "<div id=\"app\"></div><script></script>").getBytes(StandardCharsets.UTF_8);
        OutgoingHttp http = Desk.fake(OutgoingHttp.class, (proxy, method, arguments) -> new OutgoingHttp.Answer(200,
            ((OutgoingHttp.Request) arguments[0]).address(), Map.of("content-type", "text/html; charset=utf-8"), plain));
        AftercareSettings limits = new AftercareSettings(Settings.defaults());
        Browser browser = Browsers.reaching(site.getAddress().getPort(), settings);
        HttpProbe probe = new HttpProbe(http, limits, browser);
        try {
            return new Inspector(probe, limits, new Desk()).inspect(WANTED, URI.create("http://site.example" + path).toString(),
                "site.example", List::of).orElseThrow();
        } finally {
            probe.stop();
        }
    }

    private static List<String> codes(FooterReport report) {
        return report.findings().stream().map(Finding::ruleId).toList();
    }

    private static String lastText(FooterReport report) {
        return report.findings().get(report.findings().size() - 1).text().en();
    }

    @Test
    @Requirement({"T-46", "T-54"})
    public void aNumberThatScriptsWriteIsSeen() {
        pages.put("/", "<body><div id='app'></div><script src='/app.js'></script></body>");
        pages.put("/app.js", "setTimeout(() => document.getElementById('app').innerHTML = '" + FOOTER + "', 700); alert('hello')");
        Browsers.LOOKED_UP.clear();
        FooterReport report = inspect("/");
        assertEquals(List.of("page-rendered"), codes(report));
        assertEquals("the browser itself calls nobody", List.of(), List.copyOf(Browsers.LOOKED_UP));
        assertEquals(State.RIGHT, report.state());
        assertTrue(report.numberShown());
        assertEquals("http://site.example/", report.address());
        pages.put("/", "<body><div id='app'></div><script>document.title = 'nothing'</script></body>");
        FooterReport none = inspect("/");
        assertEquals("wrong, not unknown, now", List.of("footer-number-missing", "page-rendered"), codes(none));
        pages.put("/", "<body><script>location.href = '/home'</script></body>");
        pages.put("/home", "<body>" + FOOTER + "</body>");
        assertEquals("http://site.example/home", inspect("/").address());
    }

    @Test
    public void scriptsReachNothingInside() {
        pages.put("/", "<body><div id='app'></div><script>"
            + "for (const a of ['http://127.0.0.1/', 'http://127.0.0.1:" + site.getAddress().getPort() + "/inside', 'http://localhost/',"
            + " 'http://169.254.169.254/latest/meta-data/', 'https://10.0.0.1/', 'http://inside.example/', 'ws://192.168.0.1/',"
            + " 'http://[::1]/'])"
            + " { if (a.startsWith('ws')) new WebSocket(a); else fetch(a, {mode: 'no-cors'})"
            + ".then(() => document.body.append('REACHED'), () => document.body.append('no ')); }"
            + "document.getElementById('app').innerHTML = '" + FOOTER + "'</script></body>");
        FooterReport report = inspect("/");
        assertEquals(List.of("page-rendered", "page-script-address"), codes(report));
        String text = lastText(report);
        for (String refused : List.of("127.0.0.1:80", "127.0.0.1:" + site.getAddress().getPort(), "169.254.169.254:80", "10.0.0.1:443",
                "inside.example:80", "192.168.0.1:80", "[::1]:80")) {
            assertTrue(refused + " in " + text, text.contains(refused));
        }
        assertTrue("not even round the proxy: " + asked, asked.stream().noneMatch("/inside"::equals));
    }

    @Test
    public void aPageThatIsLedInsideIsJudgedAsItWas() {
        pages.put("/", "<body><div id='app'></div><script>location.href = 'http://169.254.169.254/latest/'</script></body>");
        FooterReport report = inspect("/");
        assertEquals(List.of("page-needs-script", "page-scripts-not-run", "page-script-address"), codes(report));
        assertEquals(State.UNKNOWN, report.state());
        pages.put("/", "<body><div id='app'></div><script>location.href = 'file:///etc/passwd';"
            + " location.href = 'chrome://version'</script></body>");
        assertEquals("the page stays", "http://site.example/", inspect("/").address());
    }

    @Test
    public void aFrameWithinThePageIsNotThePage() {
        pages.put("/", "<body><div id='app'></div><iframe></iframe><script>fetch('/late').then(r => r.text()).then(t =>"
            + " document.getElementById('app').innerHTML = t)</script></body>");
        pages.put("/late", FOOTER);
        assertEquals("it is quiet at once, the page is not", List.of("page-rendered"), codes(inspect("/")));
        pages.put("/", "<body><div id='app'></div><script>addEventListener('load', () => { const f = document.createElement('iframe');"
            + " f.src = '/hangs'; document.body.append(f); document.getElementById('app').innerHTML = '" + FOOTER + "'; })</script>");
        assertEquals("nor does the page wait for one that hangs", List.of("page-rendered"), codes(inspect("/", "seconds", 20)));
    }

    @Test
    public void whatAGuardAnswersTheBrowserIsNotThePage() {
        pages.put("/guarded", "<body><p>" + "没有权限。".repeat(100) + "</p><script>1</script></body>");
        FooterReport report = inspect("/guarded");
        assertEquals(List.of("footer-number-missing", "page-scripts-not-run"), codes(report));
        assertEquals("nobody knows what the page shows", State.UNKNOWN, report.state());
        assertTrue(lastText(report).endsWith("the browser gets status 403 for the home page"));
    }

    @Test
    public void aPageThatIsSlowIsReadAsItIs() {
        pages.put("/", "<body><div id='app'></div><script>fetch('/hangs'); setInterval(() => fetch('/x'), 100);"
            + "document.getElementById('app').innerHTML = '" + FOOTER + "'</script><img src='/hangs'></body>");
        assertEquals(List.of("page-rendered"), codes(inspect("/", "seconds", 6)));
    }

    @Test
    public void aPageWithoutEndOrMeasureEndsWithAReason() {
        String shell = "<body><div id='app'></div><script>";
        pages.put("/", shell + "for (;;) {}</script></body>");
        assertEquals("The scripts of the home page were not run: the scripts of the home page did not end within 5 seconds",
            lastText(inspect("/", "seconds", 5)));
        pages.put("/", shell + "document.body.append('x'.repeat(3000000))</script></body>");
        assertTrue(lastText(inspect("/")).endsWith("the home page that scripts make is larger than 2000000 bytes"));
        pages.put("/", shell + "fetch('/endless').then(r => r.text())</script></body>");
        assertTrue(lastText(inspect("/", "traffic_bytes", 1_000_000)).endsWith("the home page loads more than 1000000 bytes"));
        pages.put("/", shell + "const a = []; setInterval(() => { for (let i = 0; i < 50; i++) a.push(new Uint8Array(1 << 20).fill(7)); },"
            + " 20)</script></body>");
        assertTrue(lastText(inspect("/", "memory_megabytes", 300)).endsWith("take more memory than they may"));
        assertEquals(List.of("page-needs-script", "page-scripts-not-run"), codes(inspect("/", "mode", "off")));
    }
}
