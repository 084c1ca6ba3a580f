package org.openbeian.aftercare.browser;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.site.SiteProbe.Page;
import org.openbeian.api.site.SiteProbe.Rendering;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the scripts of pages in a headless browser, a few at a time; each page has a browser of its own. Thread-safe. */
@Component(service = Browser.class, configurationPid = Browser.PID)
@Designate(ocd = BrowserConfig.class)
public final class Browser {

    static final String PID = "org.openbeian.aftercare.browser";

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    /** A character of a page may become six in JSON. */
    private static final int ESCAPED = 6;
    private static final int ENVELOPE = 100_000;
    private static final int OK = 200;

    private final ConfigGuard<BrowserConfig> config = new ConfigGuard<>(BrowserConfig.class, PID, LOG)
        .text("mode", Pattern.compile("auto|off"), "auto or off").number("seconds", 3, 120)
        .number("traffic.bytes", 100_000, 500_000_000).number("memory.megabytes", 128, 16_384).number("at.once", 1, 8)
        .check("executable", "the path of a file that can be run, or nothing", value -> isRunnable((String) value));
    private final Supplier<Dial> dials;
    private final String path;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Set<BrowserProcess> running = ConcurrentHashMap.newKeySet();
    private int taken;
    private volatile boolean stopped;

    /** What one page may cost. */
    record Limits(Duration patience, int pageBytes, long trafficBytes, long memoryBytes) {
    }

    /** Created by Declarative Services. */
    @Activate
    public Browser(BrowserConfig given) {
        this(given, () -> new PublicDial(InetAddress::getAllByName), System.getenv("PATH"));
        BrowserProcess.removeLeft(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * A browser.
     *
     * @param dials gives each run a dial of its own, so that a page whose names nobody resolves holds up no other
     */
    Browser(BrowserConfig given, Supplier<Dial> dials, String path) {
        this.dials = dials;
        this.path = path == null ? "" : path;
        config.update(given);
        LOG.info("The scripts of inspected pages are run by {}", executable().orElse("nobody: no browser was found, or mode is off"));
    }

    @Modified
    void modified(BrowserConfig given) {
        config.update(given);
    }

    /** Ends whatever runs. */
    @Deactivate
    void stop() {
        stopped = true;
        running.forEach(BrowserProcess::close);
    }

    /**
     * Opens a page and runs its scripts.
     *
     * @param pageBytes characters that the page may have in the end
     * @return empty when no place became free in time, or the server stops
     */
    public Optional<Rendering> render(URI address, int pageBytes) {
        Optional<String> executable = executable();
        if (executable.isEmpty()) {
            return Optional.of(Rendering.none(config.get().mode().equals("off") ? new LocalizedText("配置关闭了浏览器", "the configuration"
                + " switches the browser off") : new LocalizedText("服务器上没有浏览器", "this server has no browser")));
        }
        BrowserConfig limits = config.get();
        Duration patience = Duration.ofSeconds(limits.seconds());
        try {
            if (!enter(patience)) {
                return Optional.empty();
            }
            try {
                Rendering seen = run(executable.get(), address, new Limits(patience, pageBytes, limits.traffic_bytes(),
                    (long) limits.memory_megabytes() << 20));
                return stopped && seen.page() == null ? Optional.empty() : Optional.of(seen);
            } finally {
                leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Rendering run(String executable, URI address, Limits limits) throws InterruptedException {
        try (FilterProxy proxy = new FilterProxy(dials.get(), limits.trafficBytes());
             BrowserProcess process = new BrowserProcess(executable, proxy.port())) {
            DevTools tools = new DevTools(process.output(), process.input(), limits.pageBytes() * ESCAPED + ENVELOPE);
            running.add(process);
            try {
                if (stopped) {
                    throw new RenderFailure("服务正在停止", "the server stops");
                }
                PageRun.Outcome page = new PageRun(process, proxy, tools, limits).open(address);
                return new Rendering(new Page(page.address(), OK, "text/html; charset=utf-8", null,
                    page.html().getBytes(StandardCharsets.UTF_8), true), proxy.refused(), null);
            } catch (RenderFailure failure) {
                return new Rendering(null, proxy.refused(), failure.reason(), !failure.isOfPage());
            } finally {
                running.remove(process);
                tools.close();
            }
        } catch (IOException e) {
            LOG.warn("The browser could not be started: {}", e.toString());
            return new Rendering(null, List.of(), new LocalizedText("浏览器无法启动", "the browser could not be started"), true);
        }
    }

    private boolean enter(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (taken >= config.get().at_once()) {
                if (freed.awaitNanos(end - System.nanoTime()) <= 0) {
                    return false;
                }
            }
            taken++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            taken--;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What runs pages, as configured; empty when nothing does. */
    private Optional<String> executable() {
        BrowserConfig now = config.get();
        if (now.mode().equals("off")) {
            return Optional.empty();
        }
        if (!now.executable().isEmpty()) {
            return Optional.of(now.executable());
        }
        return Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable).map(Path::toString)
            .findFirst();
    }

    private static boolean isRunnable(String executable) {
        try {
            return executable.isEmpty() || Files.isRegularFile(Path.of(executable)) && Files.isExecutable(Path.of(executable));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
