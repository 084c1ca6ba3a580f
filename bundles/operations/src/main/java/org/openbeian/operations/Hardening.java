package org.openbeian.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the production profile forbids: plain HTTP, shell and remote management beyond the loopback interface, a debugger's
 * door, and passwords that everybody knows. Looks at the files below {@code etc}, before those who read them open a port.
 * What is not written there counts as Karaf's own default, which is open to everybody.
 */
final class Hardening {

    /** Framework property that names the profile; anything but {@code demo} is taken for production. */
    static final String PROFILE = "openbeian.profile";

    private static final String DATASOURCE = "org.ops4j.datasource-openbeian.cfg";
    private static final Set<String> KNOWN = Set.of("123456", "12345678", "admin", "admin123", "changeit", "changeme", "default",
            "karaf", "openbeian", "passw0rd", "password", "postgres", "root", "secret", "simulator-only", "test");

    private final Path etc;
    private final List<String> findings = new ArrayList<>();

    private Hardening(Path etc) {
        this.etc = etc;
    }

    /**
     * Everything that the production profile forbids, each with how to mend it.
     *
     * @param etc directory of the configuration
     * @param jvmArguments arguments of the virtual machine
     * @return empty when all is well
     * @throws IOException when a file cannot be read
     */
    static List<String> findings(Path etc, List<String> jvmArguments) throws IOException {
        Hardening look = new Hardening(etc);
        look.ports();
        look.database();
        look.passwords();
        for (String argument : jvmArguments) {
            if (argument.contains("jdwp") || argument.startsWith("-Dcom.sun.management.jmxremote.port")) {
                look.findings.add("the virtual machine runs with " + argument.split("[=:]")[0]
                        + " for debugging or management; remove it from bin/setenv");
            }
        }
        return look.findings;
    }

    private void ports() throws IOException {
        Properties web = read("org.ops4j.pax.web.cfg");
        if (!"false".equals(web.getProperty("org.osgi.service.http.enabled"))) {
            for (String address : web.getProperty("org.ops4j.pax.web.listening.addresses", "0.0.0.0").split(",")) {
                closed("org.ops4j.pax.web.cfg", "org.ops4j.pax.web.listening.addresses", "plain HTTP", address,
                        "set org.osgi.service.http.enabled = false and org.osgi.service.http.secure.enabled = true, or");
            }
        }
        closed("org.apache.karaf.shell.cfg", "sshHost", "the shell over SSH");
        closed("org.apache.karaf.management.cfg", "rmiRegistryHost", "the registry for JMX");
        closed("org.apache.karaf.management.cfg", "rmiServerHost", "JMX");
        if ("true".equals(read("org.apache.karaf.management.cfg").getProperty("jmxmpEnabled"))) {
            closed("org.apache.karaf.management.cfg", "jmxmpHost", "JMXMP");
        }
    }

    private void closed(String file, String key, String what) throws IOException {
        closed(file, key, what, read(file).getProperty(key, "0.0.0.0"), "");
    }

    private void closed(String file, String key, String what, String address, String otherwise) {
        if (!Set.of("127.0.0.1", "::1", "[::1]", "localhost").contains(address.strip().toLowerCase(Locale.ROOT))) {
            findings.add("etc/" + file + ": " + what + " would listen on " + address.strip() + "; " + (otherwise + " ").stripLeading()
                    + "set " + key + " = 127.0.0.1");
        }
    }

    private void database() throws IOException {
        Properties source = read(DATASOURCE);
        if (!source.getProperty("url", "jdbc:h2:").startsWith("jdbc:h2:") && source.getProperty("password", "").isBlank()) {
            findings.add("etc/" + DATASOURCE + ": the database has no password; give its user one of its own");
        }
    }

    private void passwords() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, "*.cfg")) {
            for (Path file : files) {
                Properties values = read(file.getFileName().toString());
                for (String key : new TreeSet<>(values.stringPropertyNames())) {
                    if (key.toLowerCase(Locale.ROOT).endsWith("password")
                            && KNOWN.contains(values.getProperty(key).strip().toLowerCase(Locale.ROOT))) {
                        findings.add("etc/" + file.getFileName() + ": " + key + " is a password that everybody knows; choose another");
                    }
                }
            }
        }
        Properties users = read("users.properties");
        for (String name : new TreeSet<>(users.stringPropertyNames())) {
            String password = users.getProperty(name).split(",")[0].strip().toLowerCase(Locale.ROOT);
            if (!name.startsWith("_g_") && (KNOWN.contains(password) || password.equals(name.toLowerCase(Locale.ROOT)))) {
                findings.add("etc/users.properties: the password of " + name + " is one that everybody knows; choose another");
            }
        }
    }

    private Properties read(String file) throws IOException {
        Properties properties = new Properties();
        Path path = etc.resolve(file);
        if (Files.isRegularFile(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                properties.load(in);
            }
        }
        return properties;
    }
}
