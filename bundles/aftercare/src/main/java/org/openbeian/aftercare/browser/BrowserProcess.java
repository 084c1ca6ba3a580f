package org.openbeian.aftercare.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * One browser with all its processes and a directory of its own, which are gone when it is closed. It is spoken to over a pipe. Its parts
 * on this side are used by one thread; it may be closed by another.
 */
final class BrowserProcess implements AutoCloseable {

    /** Chromium speaks on its descriptors 3 and 4, which Java cannot open. */
    private static final String WITH_PIPE = "exec nice -n 19 \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";
    private static final String FOLDER = "openbeian-browser";
    private static final Pattern OWNED = Pattern.compile(FOLDER + "-(\\d{1,10})-.*");
    private static final List<String> FLAGS = List.of("--headless", "--remote-debugging-pipe", "--no-first-run",
        "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
        "--disable-extensions", "--disable-sync", "--disable-quic", "--disable-gpu", "--disable-dev-shm-usage", "--disable-breakpad",
        "--disable-domain-reliability", "--disable-features=MediaRouter,DialMediaRouteProvider,OptimizationHints,Translate",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "--proxy-bypass-list=<-loopback>", "--mute-audio", "--password-store=basic", "--lang=zh-CN", "--window-size=1366,768");
    /**
     * Its own directory, as seen from there: Chromium puts a socket into what it is told, and the name of a socket may have some hundred
     * characters, which the directories of a server and of its browsers use up.
     */
    private static final String HERE = ".";
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
        folder = Files.createTempDirectory(FOLDER + "-" + ProcessHandle.current().pid() + "-");
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
            HERE, "LANG", "C.UTF-8"));
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

    /**
     * Bytes that its processes have for themselves in memory, as far as the platform tells, and those of its directory, which may lie in
     * memory, too.
     */
    long weight() {
        return size(folder) + Stream.concat(Stream.of(process.toHandle()), process.descendants()).mapToLong(one -> memory(one.pid())).sum();
    }

    private static long size(Path folder) {
        long[] all = new long[1];
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    all[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return all[0];
    }

    private static long memory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /** Removes what browsers left of servers that are gone, such as were killed. */
    static void removeLeft(Path temporary) {
        try (Stream<Path> all = Files.list(temporary)) {
            all.filter(BrowserProcess::isLeft).forEach(BrowserProcess::remove);
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(BrowserProcess.class).warn("{} could not be searched: {}", temporary, e.toString());
        }
    }

    /** Whether no process has the number in its name, or one that began later: in a container the next server has the same. */
    private static boolean isLeft(Path folder) {
        Matcher name = OWNED.matcher(folder.getFileName().toString());
        try {
            if (!name.matches() || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            Instant used = Files.getLastModifiedTime(folder).toInstant();
            Optional<ProcessHandle> owner = ProcessHandle.of(Long.parseLong(name.group(1)));
            return owner.isEmpty() || owner.get().info().startInstant().filter(used::isBefore).isPresent();
        } catch (IOException gone) {
            return false;
        }
    }

    /** Kills all of it; whatever is born meanwhile is killed in the next round. Whoever is interrupted does not stop half-way. */
    @Override
    public void close() {
        boolean interrupted = false;
        List<ProcessHandle> known = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            process.descendants().forEach(known::add);
            known.addAll(known.stream().flatMap(ProcessHandle::descendants).toList());
            known.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Optional<ProcessHandle> living = Stream.concat(Stream.of(process.toHandle()), known.stream()).filter(BrowserProcess::isRunning)
                .findFirst();
            if (living.isEmpty()) {
                break;
            }
            interrupted |= Thread.interrupted();
            interrupted |= isInterrupted(living.get());
        }
        remove(folder);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether a process still does anything. One that ended without its parent stays listed until the first process of the machine or
     * container collects it, and many a container's never does.
     */
    static boolean isRunning(ProcessHandle one) {
        if (!one.isAlive()) {
            return false;
        }
        try {
            String line = Files.readString(Path.of("/proc/" + one.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return !line.startsWith(" Z ", line.lastIndexOf(')') + 1);
        } catch (IOException untold) {
            return one.isAlive();
        }
    }

    /** Waits for an end; says whether it was interrupted. */
    private static boolean isInterrupted(ProcessHandle dying) {
        try {
            dying.onExit().get(ROUND_MILLIS, TimeUnit.MILLISECONDS);
            return false;
        } catch (InterruptedException e) {
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return false;
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
