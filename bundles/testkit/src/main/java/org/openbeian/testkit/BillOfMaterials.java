package org.openbeian.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Lists every jar of a distribution with its hash and licence as a CycloneDX 1.5 document, and refuses a jar whose
 * licence is unknown or not among those of {@link Licence}. Jars nested in our bundles are taken from their
 * {@code META-INF/NOTICE}. Call with the distribution's directory, the file to write, a time stamp, and a properties file
 * with the licences of jars that do not tell their own ({@code group:artifact = SPDX id}).
 */
public final class BillOfMaterials {

    private static final Pattern NOTICE_LINE = Pattern.compile("\\s*(\\(.+\\)) .* \\(([^:() ]+):([^:]+):([^ ]+) - .*\\)");

    private final Properties told;
    private final TreeSet<Component> components = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();

    BillOfMaterials(Properties told) {
        this.told = told;
    }

    /**
     * Writes the document.
     *
     * @throws IllegalStateException when a licence is unknown or not allowed; names all such jars
     */
    public static void main(String[] args) throws IOException {
        Properties told = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(args[3]))) {
            told.load(in);
        }
        BillOfMaterials bill = new BillOfMaterials(told);
        bill.scan(Path.of(args[0]));
        Files.writeString(Path.of(args[1]), bill.render(args[2]));
    }

    /** Reads all jars below a directory that is laid out as a Karaf distribution. */
    void scan(Path distribution) throws IOException {
        try (Stream<Path> files = Files.walk(distribution)) {
            for (Path jar : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".jar")).sorted()::iterator) {
                add(jar, distribution.relativize(jar));
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Licence unknown or not allowed: " + refused);
        }
    }

    private void add(Path path, Path place) throws IOException {
        byte[] content = Files.readAllBytes(path);
        try (JarFile jar = new JarFile(path.toFile())) {
            Component named = place.startsWith("system") ? Component.ofRepository(place) : Component.ofFile(place);
            String header = jar.getManifest() == null ? null : jar.getManifest().getMainAttributes().getValue("Bundle-License");
            add(named, told.getProperty(named.key(), header), content);
            ZipEntry notice = jar.getEntry("META-INF/NOTICE");
            if (notice != null && named.group().equals("org.openbeian")) {
                addNested(new String(jar.getInputStream(notice).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private void addNested(String notice) {
        for (String line : notice.lines().toList()) {
            Matcher row = NOTICE_LINE.matcher(line);
            if (row.matches()) {
                add(new Component(row.group(2), row.group(3), row.group(4), List.of(), null), row.group(1), null);
            }
        }
    }

    private void add(Component named, String licence, byte[] content) {
        List<String> allowed = Licence.idsIn(licence == null ? "" : licence);
        if (allowed.isEmpty()) {
            refused.add(named.key() + " (" + licence + ")");
        }
        components.add(named.with(allowed, content));
    }

    /** The CycloneDX document. */
    String render(String timestamp) {
        return "{\n\"bomFormat\": \"CycloneDX\",\n\"specVersion\": \"1.5\",\n\"version\": 1,\n\"metadata\": {\"timestamp\": \"" + timestamp
            + "\", \"component\": {\"type\": \"application\", \"group\": \"org.openbeian\", \"name\": \"openbeian\"}},\n\"components\": [\n"
            + components.stream().map(Component::render).collect(Collectors.joining(",\n")) + "\n]\n}\n";
    }

    /** One jar. */
    record Component(String group, String name, String version, List<String> licences, String sha256)
            implements Comparable<Component> {

        private static final int VERSIONED = 4;

        /** A jar of the distribution's repository, whose path holds its coordinates. */
        static Component ofRepository(Path place) {
            int count = place.getNameCount();
            String group = place.subpath(1, count - VERSIONED + 1).toString().replace('/', '.').replace('\\', '.');
            return new Component(group, place.getName(count - VERSIONED + 1).toString(),
                place.getName(count - 2).toString(), List.of(), null);
        }

        /** A jar of the launcher, such as {@code lib/boot/name-1.2.3.jar}. */
        static Component ofFile(Path place) {
            String file = place.getFileName().toString().replaceFirst("\\.jar$", "");
            String name = file.replaceFirst("-\\d.*$", "");
            String version = file.length() > name.length() ? file.substring(name.length() + 1) : "";
            return new Component("org.apache.karaf.lib", name, version, List.of(), null);
        }

        String key() {
            return group + ":" + name;
        }

        Component with(List<String> found, byte[] content) {
            return new Component(group, name, version, found, content == null ? null : Hash.sha256(content));
        }

        String render() {
            String hashes = sha256 == null ? "" : ", \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"" + sha256 + "\"}]";
            String ids = licences.stream().map(id -> "{\"license\": {\"id\": \"" + id + "\"}}").collect(Collectors.joining(", "));
            return "{\"type\": \"library\", \"group\": \"" + group + "\", \"name\": \"" + name + "\", \"version\": \"" + version
                + "\", \"purl\": \"pkg:maven/" + group + "/" + name + "@" + version + "\"" + hashes + ", \"licenses\": [" + ids + "]}";
        }

        @Override
        public int compareTo(Component other) {
            return (key() + ":" + version).compareTo(other.key() + ":" + other.version);
        }
    }
}
