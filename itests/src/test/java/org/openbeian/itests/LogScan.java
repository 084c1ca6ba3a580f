package org.openbeian.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.demo.ServerProcess;

/** Looks for personal data of the invented filings in a server's logs. */
public final class LogScan {

    /** Names, addresses, numbers and mail addresses as {@link org.openbeian.demo.SampleFiling} makes them. */
    private static final Pattern SAMPLES = Pattern.compile("张示例|科技园路1号|庆阳路1号|zhang[0-9]+@example"
            + "|(?<![0-9])(?:44|62)[0-9]{4}190[0-2][0-9]{7}[0-9Xx]|(?<![0-9A-Za-z.])13[89][0-9]{8}(?![0-9A-Za-z])");

    private LogScan() {
    }

    /** Fails when a log of any server that tests ran shows personal data; the build calls it when all tests have passed. */
    public static void main(String[] args) throws IOException {
        List<String> planted = new ArrayList<>(FuzzIT.PLANTED);
        planted.addAll(List.of(PrivacyIT.NAME, PrivacyIT.ADDRESS));
        List<String> leaks = new ArrayList<>();
        int searched = 0;
        try (Stream<Path> folders = Files.walk(Path.of(args[0]))) {
            for (Path folder : folders.filter(Files::isDirectory).filter(one -> one.endsWith("data/log")).toList()) {
                leaks.addAll(leaks(folder, planted.toArray(String[]::new)));
                searched++;
            }
        }
        if (searched == 0 || !leaks.isEmpty()) {
            throw new IllegalStateException("personal data in the logs of " + searched + " servers: " + leaks);
        }
    }

    /** Fails when a log of the server shows personal data of a sample filing, or one of the planted texts. */
    static void assertNothingPersonal(ServerProcess server, String... planted) throws IOException {
        assertEquals("personal data in the logs", List.of(), leaks(server.home().resolve("data/log"), planted));
    }

    /** The lines with personal data in the files below a folder. */
    static List<String> leaks(Path folder, String... planted) throws IOException {
        Pattern pattern = planted.length == 0 ? SAMPLES
                : Pattern.compile(SAMPLES + "|" + Arrays.stream(planted).map(Pattern::quote).collect(Collectors.joining("|")));
        List<String> leaks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
                        .filter(line -> pattern.matcher(line).find()).limit(20)
                        .forEach(line -> leaks.add(file.getFileName() + ": " + line));
            }
        }
        return leaks;
    }
}
