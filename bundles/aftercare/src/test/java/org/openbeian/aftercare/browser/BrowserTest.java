package org.openbeian.aftercare.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.site.SiteProbe.Rendering;

/** How a browser is started, limited and ended, whatever program it is; what Chromium makes of pages is in another test. */
public class BrowserTest {

    private static final URI ADDRESS = URI.create("http://site.example/");
    private static final int PAGE = 100_000;
    private static final String NO_START = "the browser does not start; run it by hand as the user of this server to see why";

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path program(String script) throws IOException {
        Path file = temporary.newFile().toPath();
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private Browser browser(String script, Object... more) throws IOException {
        Map<String, Object> config = new HashMap<>(Map.of("executable", program(script).toString(), "seconds", 3));
        for (int i = 0; i < more.length; i += 2) {
            config.put((String) more[i], more[i + 1]);
        }
        return Browsers.reaching(1, config);
    }

    private boolean inconclusive;

    private String failure(Browser browser) {
        Rendering rendering = browser.render(ADDRESS, PAGE).orElseThrow();
        assertNull(rendering.page());
        inconclusive = rendering.inconclusive();
        assertFalse("in both languages", rendering.reason().zh().isEmpty());
        return rendering.reason().en();
    }

    @Test
    public void oneThatNeverAnswersIsEndedWithAllItStarted() throws Exception {
        Path told = temporary.newFile().toPath();
        String reason = failure(browser("echo $HOME >" + told + "; sleep 600 & echo $! >>" + told + "; sleep 600"));
        assertEquals("the scripts of the home page did not end within 3 seconds", reason);
        assertTrue("a server under load looks the same", inconclusive);
        List<String> lines = Files.readAllLines(told);
        assertFalse("its child, too", ProcessHandle.of(Long.parseLong(lines.get(1))).map(BrowserProcess::isRunning).orElse(false));
        assertFalse("its directory", Files.exists(Path.of(lines.get(0))));
    }

    /** The name of a socket has at most 107 characters on Linux, 103 elsewhere; Chromium adds 45 to the directory that it is told. */
    @Test
    public void itsSocketsHaveRoomHoweverLongThePathOfTheServerIs() throws Exception {
        Path told = temporary.newFile().toPath();
        assertEquals(NO_START, failure(browser("touch \"$TMPDIR/socket\"; echo \"$TMPDIR\" >" + told + "; ls \"$HOME\" >>" + told)));
        List<String> lines = Files.readAllLines(told);
        assertEquals("not its path, which is that of the server and more", ".", lines.get(0));
        assertTrue("removed with its directory", lines.contains("socket"));
    }

    @Test
    public void oneThatDiesOrSaysRubbishIsAReasonOnly() throws Exception {
        for (String script : List.of("exit 1", "printf 'rubbish\\0' >&4; sleep 600", "printf '{\"id\":1' >&4", "exec /no/such/program")) {
            assertEquals(script, NO_START, failure(browser(script)));
            assertTrue(inconclusive);
        }
        assertEquals("the browser ended unexpectedly", failure(browser("head -c 1 <&3 >&2; "
            + "printf '{\"id\":1,\"result\":{}}\\0' >&4")));
        assertEquals("the browser refused Target.createBrowserContext", failure(browser("head -c 1 <&3 >&2; "
            + "printf '{\"id\":1,\"error\":{}}\\0' >&4; sleep 600")));
        assertEquals("the home page that scripts make is larger than " + PAGE + " bytes",
            failure(browser("head -c 2000000 /dev/zero | tr '\\0' x >&4; sleep 600")));
        assertFalse("that is the page's", inconclusive);
    }

    @Test
    public void oneThatTakesTooMuchMemoryIsEnded() throws Exception {
        assertEquals("the scripts of the home page take more memory than they may",
            failure(browser("x=$(head -c 200000000 /dev/zero | tr '\\0' x); sleep 600", "seconds", 60, "memory_megabytes", 128)));
    }

    @Test
    public void oneThatWritesTooMuchIsEnded() throws Exception {
        assertEquals("the scripts of the home page take more memory than they may",
            failure(browser("head -c 140000000 /dev/zero >$HOME/file; sleep 600", "seconds", 60, "memory_megabytes", 128)));
    }

    @Test
    public void whatServersThatAreGoneLeftIsRemoved() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = temporary.newFolder("openbeian-browser-" + gone.pid() + "-1").toPath();
        Files.writeString(left.resolve("page"), "secret");
        String own = "openbeian-browser-" + ProcessHandle.current().pid();
        Path before = temporary.newFolder(own + "-2").toPath();
        Files.setLastModifiedTime(before, FileTime.fromMillis(0));
        Path used = temporary.newFolder(own + "-3").toPath();
        Path other = temporary.newFolder("openbeian-browser").toPath();
        BrowserProcess.removeLeft(temporary.getRoot().toPath());
        assertFalse("its process is gone", Files.exists(left));
        assertFalse("older than the process that has its number now", Files.exists(before));
        assertTrue("in use", Files.exists(used));
        assertTrue("nobody's", Files.exists(other));
    }

    @Test
    public void whoeverIsInterruptedEndsTheBrowserAllTheSame() throws Exception {
        Path told = temporary.getRoot().toPath().resolve("told");
        BrowserProcess process = new BrowserProcess(program("sleep 600 & echo $HOME $! >" + told + ".new; mv " + told + ".new " + told
            + "; sleep 600").toString(), 1);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(told)) {
            assertTrue("it began", process.isAlive() && System.nanoTime() < end);
            Thread.onSpinWait();
        }
        Thread.currentThread().interrupt();
        process.close();
        assertTrue("whoever closed it still learns of it", Thread.interrupted());
        String[] left = Files.readString(told).strip().split(" ");
        assertFalse(Files.exists(Path.of(left[0])));
        assertFalse(ProcessHandle.of(Long.parseLong(left[1])).map(BrowserProcess::isRunning).orElse(false));
    }

    @Test
    public void oneThatEndedAndThatNobodyCollectsDoesNotRun() throws Exception {
        Process neverCollects = new ProcessBuilder("sh", "-c", "exec 3<&0; cat <&3 & exec sleep 600").start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!neverCollects.info().command().orElse("").endsWith("sleep")) {
                assertTrue("it began", System.nanoTime() < end);
                Thread.onSpinWait();
            }
            ProcessHandle ended = neverCollects.children().findFirst().orElseThrow();
            assertTrue(BrowserProcess.isRunning(ended));
            neverCollects.getOutputStream().close();
            while (BrowserProcess.isRunning(ended)) {
                assertTrue("it ended", System.nanoTime() < end);
                Thread.onSpinWait();
            }
            assertTrue("it is still listed", ended.isAlive());
        } finally {
            neverCollects.destroyForcibly();
        }
    }

    @Test
    public void itGetsNoSecretsOfTheServerAndNoWayRoundTheProxy() throws Exception {
        Path told = temporary.newFile().toPath();
        failure(browser("echo \"$@\" >" + told + "; env >>" + told));
        String all = Files.readString(told);
        for (String needed : List.of("--proxy-server=http://127.0.0.1:", "--proxy-bypass-list=<-loopback>",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--disable-quic", "--user-data-dir=",
                "--force-webrtc-ip-handling-policy=disable_non_proxied_udp")) {
            assertTrue(needed, all.contains(needed));
        }
        assertEquals("for root alone", System.getProperty("user.name").equals("root"), all.contains("--no-sandbox"));
        List<String> known = List.of("HOME", "PATH", "TMPDIR", "LANG", "PWD", "OLDPWD", "SHLVL", "_");
        assertEquals(List.of(), all.lines().skip(1).map(line -> line.substring(0, line.indexOf('='))).filter(name -> !known.contains(name))
            .toList());
    }

    @Test
    public void oneAtATimeAndWhoWaitsTooLongComesAgain() throws Exception {
        Path begun = temporary.getRoot().toPath().resolve("begun");
        Browser browser = browser("touch " + begun + "; sleep 600", "seconds", 120);
        CompletableFuture<Optional<Rendering>> first = CompletableFuture.supplyAsync(() -> browser.render(ADDRESS, PAGE));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(begun)) {
            assertTrue("the browser began", !first.isDone() && System.nanoTime() < end);
            Thread.onSpinWait();
        }
        browser.modified(Browsers.config(Map.of("executable", program("exit 0").toString(), "seconds", 3)));
        assertEquals(Optional.empty(), browser.render(ADDRESS, PAGE));
        assertFalse(first.isDone());
        browser.stop();
        assertEquals("the server's end is its end and says nothing", Optional.empty(), first.get(30, TimeUnit.SECONDS));
        assertEquals("nor is there a new one", Optional.empty(), browser.render(ADDRESS, PAGE));
    }

    @Test
    public void withoutABrowserTheReasonIsSaid() throws Exception {
        assertEquals("the configuration switches the browser off", failure(browser("exit 0", "mode", "off")));
        assertFalse("no browser is no fault", inconclusive);
        Browser none = new Browser(Browsers.config(Map.of()), Browsers::dial, temporary.getRoot().getPath());
        assertEquals("this server has no browser", failure(none));
        Path found = temporary.getRoot().toPath().resolve("google-chrome");
        Files.move(program("exit 0"), found);
        assertEquals(NO_START, failure(none));
        none.modified(Browsers.config(Map.of("executable", "/no/such/browser")));
        assertEquals("a path that is none is refused", NO_START, failure(none));
    }
}
