package org.openbeian.aftercare.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * One browser with all its processes and a directory of its own, which are gone when it is closed. It is spoken to over a pipe. Its parts
 * on this side are used by one thread; it may be closed by another.
 */
final class BrowserProcess implements AutoCloseable {

    /** Chromium speaks on its descriptors 3 and 4, which Java cannot open. */
    private static final String WITH_PIPE = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";
    private static final List<String> FLAGS = List.of("--headless", "--remote-debugging-pipe", "--no-first-run",
        "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
        "--disable-extensions", "--disable-sync", "--disable-quic", "--disable-gpu", "--disable-dev-shm-usage", "--disable-breakpad",
        "--disable-domain-reliability", "--disable-features=MediaRouter,DialMediaRouteProvider,OptimizationHints,Translate",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "--proxy-bypass-list=<-loopback>", "--mute-audio", "--password-store=basic", "--lang=zh-CN", "--window-size=1366,768");
    private static final int ROUNDS = 20;
    private static final int ROUND_MILLIS = 100;

    private final Path folder;
    private final Process process;

    /**
     * Starts a browser.
     *
     * @param executable its path
     * @param proxyPort port on loopback by which alone it reaches anything
     */
    BrowserProcess(String executable, int proxyPort) throws IOException {
        folder = Files.createTempDirectory("openbeian-browser");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WITH_PIPE, executable));
        command.addAll(FLAGS);
        command.add("--proxy-server=http://127.0.0.1:" + proxyPort);
        command.add("--user-data-dir=" + folder);
        if (isRoot(folder)) {
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path == null ? "/usr/bin:/bin" : path, "HOME", folder.toString(), "TMPDIR",
            folder.toString(), "LANG", "C.UTF-8"));
        try {
            process = builder.start();
        } catch (IOException e) {
            remove(folder);
            throw e;
        }
    }

    /** Chromium refuses to run with its sandbox for root. */
    private static boolean isRoot(Path ours) throws IOException {
        return Files.getOwner(ours).getName().equals("root");
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    InputStream output() {
        return process.getInputStream();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Bytes that its processes have for themselves in memory; 0 where the platform does not tell. */
    long memory() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).mapToLong(one -> memory(one.pid())).sum();
    }

    private static long memory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /** Kills all of it; whatever is born meanwhile is killed in the next round. */
    @Override
    public void close() {
        List<ProcessHandle> known = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            process.descendants().forEach(known::add);
            known.addAll(known.stream().flatMap(ProcessHandle::descendants).toList());
            known.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Optional<ProcessHandle> living = Stream.concat(Stream.of(process.toHandle()), known.stream()).filter(ProcessHandle::isAlive)
                .findFirst();
            if (living.isEmpty()) {
                break;
            }
            await(living.get());
        }
        remove(folder);
    }

    private static void await(ProcessHandle dying) {
        try {
            dying.onExit().get(ROUND_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException late) {
            return;
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(BrowserProcess.class).warn("{} could not be removed: {}", folder, e.toString());
        }
    }
}
