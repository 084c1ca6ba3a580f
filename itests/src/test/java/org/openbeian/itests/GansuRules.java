package org.openbeian.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.ServerProcess;

/** Versions of Gansu's rules, put into a server in every way. */
final class GansuRules {

    static final String FEATURE = "openbeian-province-gansu";

    /** Version of the bundle that the build made. */
    static final String BUILT = "1.0.0.SNAPSHOT";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ANOTHER_RULE = String.join("\n",
            "  - id: gansu-remark-wanted",
            "    require: {organizer.remark: {present: true}}",
            "    text: {zh: 请填写备注, en: A remark is wanted}",
            "    mend: {zh: 请填写备注, en: Enter a remark}",
            "    source: {ref: S1}",
            "    examples: [{pass: {organizer.remark: 备注}}, {fail: {}}]", "");

    private final RestClient operator;
    private final Path deploy;
    private final Path made;
    private final RuleBundle bundle = new RuleBundle(Path.of(System.getProperty("gansu.bundle")));

    GansuRules(ServerProcess server) throws IOException {
        operator = server.as("operator");
        deploy = server.home().resolve("deploy");
        made = Files.createDirectories(server.home().resolve("made/by-test"));
    }

    /** The rules with one more: that there is a remark. */
    static String withAnotherRule(String text) {
        return text.replace("\nrules:\n", "\nrules:\n" + ANOTHER_RULE);
    }

    /** The file as built, with another version. */
    String text(String version) throws IOException {
        return bundle.text().replaceFirst("\nversion: \\S+", "\nversion: " + version);
    }

    /** A bundle outside of the deploy folder. */
    Path jar(String version) throws IOException {
        Path jar = made.resolve("gansu-" + version + ".jar");
        bundle.deploy(jar, version, UnaryOperator.identity());
        return jar;
    }

    /** A bundle in the deploy folder. */
    Path dropJar(String version) throws IOException {
        return Files.move(jar(version), deploy.resolve("gansu.jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The bare file in the deploy folder. */
    Path dropBare(String text) throws IOException {
        return drop("lanzhou.province.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Any file in the deploy folder, or outside of it first and then moved there. */
    Path drop(String name, byte[] content) throws IOException {
        return Files.move(write(name, content), deploy.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** A file outside of the deploy folder. */
    Path write(String name, byte[] content) throws IOException {
        return Files.write(made.resolve(name), content);
    }

    /** Takes back what was dropped. */
    void clear() throws IOException {
        try (Stream<Path> files = Files.list(deploy)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(jar|kar|yaml)")).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The note beside a file that is refused. */
    static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + ".rejected");
    }

    /** Waits until a version of the bundle serves; null for none. */
    void awaitServing(String version) throws InterruptedException {
        TestServer.await("rules of Gansu " + version, PATIENCE, () -> {
            Reply reply = operator.send("GET", "/api/v1/provinces/620000");
            return version == null ? reply.status() == 404 : reply.json().path("bundleVersion").asText().equals(version);
        });
    }

    /** Waits until these versions are there, in these states. */
    void awaitStates(Map<String, String> expected) throws InterruptedException {
        TestServer.await("rule bundles " + expected, PATIENCE, () -> states().equals(expected));
    }

    private Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode plugin : operator.send("GET", "/api/v1/plugins").expectSuccess().json()) {
            if (plugin.path("id").asText().equals("620000") && plugin.path("kind").asText().equals("province")) {
                states.put(plugin.path("version").asText(), plugin.path("state").asText());
            }
        }
        return states;
    }
}
