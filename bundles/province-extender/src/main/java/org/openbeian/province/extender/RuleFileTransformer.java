package org.openbeian.province.extender;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.felix.fileinstall.ArtifactListener;
import org.apache.felix.fileinstall.ArtifactTransformer;
import org.openbeian.core.rules.RuleFileBytes;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFileProblem;
import org.openbeian.core.rules.RuleFiles;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Makes a bundle of a rule file that was dropped into {@code deploy/}. Its version is the one in the head of the file. A file
 * with mistakes becomes a bundle too: the extender refuses it, so that the rules before it serve on, and a note beside the
 * file says why.
 */
@Component(service = {ArtifactTransformer.class, ArtifactListener.class})
public final class RuleFileTransformer implements ArtifactTransformer {

    private static final String NAME_PREFIX = "openbeian.rules.";
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9-]");

    /** Holds no state. */
    @Activate
    public RuleFileTransformer() {
    }

    @Override
    public boolean canHandle(File file) {
        return file.isFile() && file.getName().endsWith(RuleFiles.SUFFIX);
    }

    @Override
    public File transform(File file, File directory) throws IOException {
        byte[] bytes = read(file);
        String slug = slug(file);
        BundleRules rules = BundleRules.of(NAME_PREFIX + slug, "0.0.0", new ByteArrayInputStream(bytes));
        note(file, rules);
        File jar = new File(directory, slug + "-" + System.nanoTime() + ".jar");
        Manifest manifest = manifest(file, rules.bundle(), version(rules.text()));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(jar.toPath()));
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new ZipEntry(RuleFiles.FOLDER + "/" + slug + RuleFiles.SUFFIX));
            entries.write(bytes);
            entries.closeEntry();
        }
        return jar;
    }

    private static byte[] read(File file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return RuleFileBytes.read(in);
        }
    }

    private static void note(File file, BundleRules rules) {
        if (rules.refusal() != null) {
            RejectedNote.write(file, List.of(rules.refusal()));
            return;
        }
        try {
            RuleFiles.read(rules.text(), rules.bundle(), rules.bundleVersion());
            RejectedNote.delete(file);
        } catch (RuleFileException e) {
            RejectedNote.write(file, e.problems().stream().map(RuleFileProblem::toString).toList());
        }
    }

    /** Another one for each name, also for those in Chinese; what is no letter of a bundle's name becomes its code. */
    private static String slug(File file) {
        String name = file.getName().substring(0, file.getName().length() - RuleFiles.SUFFIX.length());
        String slug = ODD.matcher(name).replaceAll(odd -> "_" + Integer.toHexString(odd.group().codePointAt(0)));
        return slug.isEmpty() ? "rules" : slug;
    }

    private static Version version(String text) {
        try {
            return RuleFiles.peek(text, "version").map(Version::parseVersion).orElse(Version.emptyVersion);
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }

    private static Manifest manifest(File file, String name, Version version) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Name", file.getName());
        main.putValue("Bundle-Version", version.toString());
        main.putValue("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=openbeian.rules)\"");
        main.putValue(RejectedNote.FILE_HEADER, file.getAbsolutePath());
        return manifest;
    }
}
