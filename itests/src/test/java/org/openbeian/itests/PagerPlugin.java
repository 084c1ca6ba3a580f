package org.openbeian.itests;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/** The bundle of a channel that somebody else made: built here from its sources, against what plugins may import and nothing more. */
final class PagerPlugin {

    private static final String PACKAGE = "com.example.pager.";
    private static final String CHANNEL = "OSGI-INF/channel.xml";
    private static final String ROUTES = "OSGI-INF/routes.xml";
    private static final String CAMEL = ";version=\"[4.18,5)\",";

    private PagerPlugin() {
    }

    /** Drops the bundle, in one move as a careful operator does. */
    static void drop(Path target) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "com.example.pager");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", "org.apache.camel" + CAMEL + "org.apache.camel.builder" + CAMEL + "org.apache.camel.model" + CAMEL
                + "org.openbeian.api.channel,org.openbeian.api.http,org.openbeian.api.model");
        main.putValue("Service-Component", CHANNEL + "," + ROUTES);
        Path classes = compiled();
        Path made = Files.createTempFile(target.getParent().getParent(), "pager", ".jar.part");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(made), manifest)) {
            for (String name : List.of("PagerChannel", "PagerRoutes")) {
                String entry = (PACKAGE + name).replace('.', '/') + ".class";
                put(jar, entry, Files.readAllBytes(classes.resolve(entry)));
            }
            put(jar, CHANNEL, component("PagerChannel", "org.openbeian.api.channel.NotificationChannel", ""));
            put(jar, ROUTES, component("PagerRoutes", "org.apache.camel.RoutesBuilder",
                    "<reference name=\"endpoints\" interface=\"org.openbeian.api.channel.Endpoints\" parameter=\"0\"/>"
                    + "<reference name=\"http\" interface=\"org.openbeian.api.http.OutgoingHttp\" parameter=\"1\"/>"));
        }
        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The folder with the classes. */
    private static Path compiled() throws IOException {
        try {
            Path classes = Files.createTempDirectory("pager");
            Path sources = Path.of(PagerPlugin.class.getResource("pager").toURI());
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-nowarn", "-proc:none", "-encoding", "UTF-8",
                    "--release", "17", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"),
                    sources.resolve("PagerChannel.java").toString(), sources.resolve("PagerRoutes.java").toString());
            if (result != 0) {
                throw new IllegalStateException("the sources in " + sources + " do not compile");
            }
            return classes;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] component(String type, String service, String references) {
        return ("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + PACKAGE + type + "\" init=\""
                + (references.isEmpty() ? 0 : 2) + "\"><service><provide interface=\"" + service + "\"/></service>" + references
                + "<implementation class=\"" + PACKAGE + type + "\"/></scr:component>").getBytes(StandardCharsets.UTF_8);
    }

    private static void put(JarOutputStream jar, String entry, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(entry));
        jar.write(bytes);
    }
}
