package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.ServerProcess;

/** The manifests of our bundles as shipped: what each exports, imports and is called. */
public class ManifestIT {

    private static final Set<String> EXPORTERS = Set.of("org.openbeian.api", "org.openbeian.core", "org.openbeian.camel",
        "org.openbeian.regulator.gateway", "org.openbeian.authority.simulator");
    private static final Predicate<String> PLUGIN = name -> name.matches("org\\.openbeian\\.(province|resource|channel)\\..*")
        && !name.equals("org.openbeian.province.extender");
    private static final Map<String, Attributes> MANIFESTS = new TreeMap<>();
    private static final Map<String, String> ARTIFACTS = new TreeMap<>();

    @BeforeClass
    public static void unpack() throws IOException {
        Path archive = Path.of(System.getProperty("distribution.archive"));
        Path home = ServerProcess.prepare(archive, Files.createTempDirectory(Path.of("target"), "manifests")).home();
        try (Stream<Path> files = Files.walk(home.resolve("system/org/openbeian"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    Attributes manifest = jar.getManifest().getMainAttributes();
                    MANIFESTS.put(manifest.getValue("Bundle-SymbolicName"), manifest);
                    ARTIFACTS.put(manifest.getValue("Bundle-SymbolicName"), file.getName(file.getNameCount() - 3).toString());
                }
            }
        }
        assertTrue("the distribution is empty", MANIFESTS.size() > 10);
    }

    @Test
    public void namesFollowTheArtifact() {
        ARTIFACTS.forEach((name, artifact) -> assertEquals("org.openbeian." + artifact.replace('-', '.'), name));
    }

    @Test
    public void onlyTheNamedBundlesExport() {
        assertEquals(List.of(), bundles(m -> m.getValue("Export-Package") != null && !EXPORTERS.contains(name(m))));
    }

    @Test
    public void noPackageIsExportedTwice() {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        MANIFESTS.values().forEach(m -> packages(m, "Export-Package").filter(p -> !seen.add(p)).forEach(twice::add));
        assertEquals(List.of(), twice);
    }

    @Test
    public void noImportIsDynamicOrOptional() {
        assertEquals(List.of(), bundles(m -> m.getValue("DynamicImport-Package") != null
            || String.valueOf(m.getValue("Import-Package")).contains("resolution:=\"optional\"")
            || String.valueOf(m.getValue("Import-Package")).contains("resolution:=optional")));
    }

    @Test
    public void pluginsSeeOnlyTheApi() {
        assertEquals(List.of(), bundles(m -> PLUGIN.test(name(m)) && packages(m, "Import-Package")
            .anyMatch(p -> p.startsWith("org.openbeian.") && !p.startsWith("org.openbeian.api"))));
        assertEquals("the check sees plugins: 32 rule bundles, 5 resource types, 8 channels", 45,
            MANIFESTS.keySet().stream().filter(PLUGIN).count());
    }

    private static List<String> bundles(Predicate<Attributes> matching) {
        return MANIFESTS.values().stream().filter(matching).map(ManifestIT::name).toList();
    }

    private static String name(Attributes manifest) {
        return manifest.getValue("Bundle-SymbolicName");
    }

    /** Package names of a header, whose clauses are parted by commas outside quotes and may carry parameters. */
    private static Stream<String> packages(Attributes manifest, String header) {
        String value = manifest.getValue(header);
        return value == null ? Stream.empty() : Arrays.stream(value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
            .map(clause -> clause.split(";")[0].strip());
    }
}
