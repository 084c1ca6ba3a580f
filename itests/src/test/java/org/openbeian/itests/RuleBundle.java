package org.openbeian.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes further versions of a built rule bundle, with other rules. */
final class RuleBundle {

    private final Path built;

    RuleBundle(Path built) {
        this.built = built;
    }

    /** The rule file of the bundle. */
    String text() throws IOException {
        try (JarFile jar = new JarFile(built.toFile())) {
            JarEntry file = jar.stream().filter(entry -> entry.getName().endsWith(".province.yaml")).findFirst().orElseThrow();
            try (InputStream in = jar.getInputStream(file)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /**
     * Puts a version into a deploy directory, in one move as a careful operator does.
     *
     * @param version version of the bundle
     * @param edit changes the text of the rule file
     */
    void deploy(Path target, String version, UnaryOperator<String> edit) throws IOException {
        Path made = Files.createTempFile(target.toAbsolutePath().getParent().getParent(), "rules", ".jar.part");
        try (JarFile jar = new JarFile(built.toFile())) {
            Manifest manifest = jar.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (OutputStream out = Files.newOutputStream(made);
                    JarOutputStream copy = new JarOutputStream(out, manifest)) {
                for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
                    copy(jar, entries.nextElement(), copy, edit);
                }
            }
        }
        Files.move(made, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(JarFile jar, JarEntry entry, JarOutputStream out, UnaryOperator<String> edit)
            throws IOException {
        if (entry.isDirectory() || entry.getName().equals(JarFile.MANIFEST_NAME)) {
            return;
        }
        out.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            if (entry.getName().endsWith(".province.yaml")) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                bytes = edit.apply(text).getBytes(StandardCharsets.UTF_8);
            }
            out.write(bytes);
        }
        out.closeEntry();
    }
}
