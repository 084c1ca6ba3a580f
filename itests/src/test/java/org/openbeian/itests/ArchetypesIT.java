package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Starts plugins outside this build as an author does: generates one of each archetype and builds them with nothing of ours but
 * the artifacts of this build, and without the network.
 */
public class ArchetypesIT {

    private static final List<String> ARCHETYPES = List.of("province", "rule-check", "resource", "channel");
    /** Folders of what a plugin's build needs of ours. */
    private static final List<String> OURS = List.of(".", "bundles", "bundles/plugin-parent", "bundles/testkit", "bundles/api",
        "bundles/core", "bundles/contract-kit", "bundles/camel", "bundles/provinces/national", "bundles/archetypes",
        "bundles/archetypes/province", "bundles/archetypes/rule-check", "bundles/archetypes/resource", "bundles/archetypes/channel");
    private static final String SETTINGS = """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors><mirror><id>local</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>
        </settings>
        """;
    private static final String ALL = """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId><artifactId>all</artifactId><version>1</version><packaging>pom</packaging>
        </project>
        """;
    private static final int MINUTES = 4;

    private final Path root = Path.of(System.getProperty("project.root"));
    private final String version = System.getProperty("openbeian.version");
    private final Path work = Path.of("target", "archetypes").toAbsolutePath();
    private final Path repository = work.resolve("repository");

    @Test
    public void aPluginOfEachKindIsGeneratedAndKeepsToTheContract() throws Exception {
        prepare();
        for (String archetype : ARCHETYPES) {
            maven("org.apache.maven.plugins:maven-archetype-plugin:" + System.getProperty("archetype.version") + ":generate",
                "-DinteractiveMode=false", "-DarchetypeCatalog=internal", "-DarchetypeGroupId=org.openbeian",
                "-DarchetypeArtifactId=archetype-" + archetype, "-DarchetypeVersion=" + version, "-DgroupId=org.example",
                "-DartifactId=my-" + archetype, "-Dversion=1.1.0");
        }
        maven("package");
        for (String archetype : ARCHETYPES) {
            Path module = work.resolve("my-" + archetype);
            assertTrue("the contract kit ran in " + module,
                Files.exists(module.resolve("target/surefire-reports/TEST-org.openbeian.contract.kit.PluginContractTest.xml")));
            try (JarFile jar = new JarFile(module.resolve("target/my-" + archetype + "-1.1.0.jar").toFile())) {
                Attributes manifest = jar.getManifest().getMainAttributes();
                assertEquals("1.1.0", manifest.getValue("Bundle-Version"));
                assertEquals("org.example.my." + archetype.replace('-', '.'), manifest.getValue("Bundle-SymbolicName"));
            }
        }
        assertTrue("of at most 30 lines",
            Files.readAllLines(work.resolve("my-province/src/main/resources/OB-INF/rules/my-province.province.yaml")).size() <= 30);
    }

    private void prepare() throws IOException {
        if (Files.exists(work)) {
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
            }
        }
        Files.createDirectories(repository);
        Files.writeString(work.resolve("pom.xml"), ALL);
        Files.writeString(work.resolve("settings.xml"),
            SETTINGS.formatted(repository, Path.of(System.getProperty("maven.repo.local")).toUri()));
        for (String folder : OURS) {
            install(root.resolve(folder));
        }
    }

    /** Puts what a module's build has made into the repository of this test. */
    private void install(Path module) throws IOException {
        String pom = Files.readString(module.resolve("pom.xml"));
        String own = pom.substring(Math.max(0, pom.indexOf("</parent>")));
        String artifact = own.substring(own.indexOf("<artifactId>") + "<artifactId>".length(), own.indexOf("</artifactId>"));
        Path folder = Files.createDirectories(repository.resolve("org/openbeian").resolve(artifact).resolve(version));
        Files.copy(module.resolve("pom.xml"), folder.resolve(artifact + "-" + version + ".pom"));
        if (!pom.contains("<packaging>pom</packaging>")) {
            String jar = artifact + "-" + version + ".jar";
            Files.copy(module.resolve("target").resolve(jar), folder.resolve(jar));
        }
    }

    private void maven(String... arguments) throws IOException, InterruptedException {
        Path log = work.resolve("build.log");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(), "-B", "-ntp",
            "-s", "settings.xml"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true)
            .redirectOutput(log.toFile()).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
        try {
            assertTrue("ends in time: " + command, process.waitFor(MINUTES, TimeUnit.MINUTES));
            assertEquals(Files.readString(log), 0, process.exitValue());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
