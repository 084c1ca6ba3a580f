package org.openbeian.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.openbeian.api.rules.RuleCheck;
import org.openbeian.itests.faulty.FaultyCheck;

/** Makes bundles of one service, as another's build would. */
final class FaultyPlugin {

    /** Symbolic name of the bundle. */
    static final String BUNDLE = "org.example.faulty";

    private static final String COMPONENT = "OSGI-INF/faulty.xml";

    private FaultyPlugin() {
    }

    /** Writes a version of the bundle with {@link FaultyCheck}. */
    static Path write(Path jar, String version) throws IOException {
        return write(jar, BUNDLE, version, FaultyCheck.class, RuleCheck.class);
    }

    /** Writes a bundle that provides one service of our API. */
    static Path write(Path jar, String bundle, String version, Class<?> type, Class<?> service) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", bundle);
        main.putValue("Bundle-Version", version);
        main.putValue("Import-Package", "org.openbeian.api.model," + service.getPackageName());
        main.putValue("Service-Component", COMPONENT);
        String entry = type.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out, manifest);
                InputStream code = type.getClassLoader().getResourceAsStream(entry)) {
            entries.putNextEntry(new JarEntry(entry));
            code.transferTo(entries);
            entries.putNextEntry(new JarEntry(COMPONENT));
            entries.write(("<component xmlns=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"" + bundle + "\"><implementation class=\""
                    + type.getName() + "\"/><service><provide interface=\"" + service.getName() + "\"/></service></component>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
