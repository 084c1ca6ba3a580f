package org.openbeian.itests;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.extra.VMOption;

/** Options that make Pax Exam run the distribution that we ship, on free ports of the loopback interface. */
final class Distribution {

    /** System property with the HTTP port, inside the container. */
    static final String HTTP_PORT = "itests.http.port";

    private static final long BOOT_MILLIS = 90_000;
    private static final int POLL_MILLIS = 250;

    private Distribution() {
    }

    /** The distribution as it is shipped, and further options. */
    static Option[] with(Option... more) {
        int http = freePort();
        return new Option[] {
            karafDistributionConfiguration()
                .frameworkUrl(new File(System.getProperty("distribution.archive")).toURI().toString())
                .karafVersion(System.getProperty("karaf.version")).name("OpenBeian")
                .unpackDirectory(new File("target/exam")).useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole(),
            // Pax Exam's own bundles are unsigned; the production profile is looked at by HardenedIT.
            editConfigurationFilePut("etc/system.properties", "openbeian.profile", "demo"),
            editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository",
                System.getProperty("maven.repo.local")),
            editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", "" + http),
            editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + freePort()),
            editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiRegistryPort", "" + freePort()),
            editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiServerPort", "" + freePort()),
            systemProperty(HTTP_PORT).value("" + http),
            systemTimeout(BOOT_MILLIS),
            composite(virtualMachine()),
            composite(more),
        };
    }

    /** Address of the server, inside the container. */
    static String base() {
        return "http://127.0.0.1:" + System.getProperty(HTTP_PORT);
    }

    /** Waits until something holds: looks again and again, and gives up with an error that names it. */
    static void await(String what, long millis, Condition condition) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not happen within " + millis + " ms");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(POLL_MILLIS * 1_000_000L);
        }
    }

    /** Something that comes true by itself. */
    interface Condition {

        boolean holds() throws Exception;
    }

    /** What {@code bin/karaf} and {@code bin/setenv} pass to a JVM 17. */
    private static Option[] virtualMachine() {
        String endorsed = "lib/endorsed/org.apache.karaf.specs.";
        String version = "-" + System.getProperty("karaf.version") + ".jar";
        return Stream.of("-Xmx256m", "-XX:+UseSerialGC", "-Djava.security.manager=allow",
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module", "java.base=" + endorsed + "locator" + version,
            "--patch-module", "java.xml=" + endorsed + "java.xml" + version,
            "--add-opens", "java.base/java.security=ALL-UNNAMED",
            "--add-opens", "java.base/java.net=ALL-UNNAMED",
            "--add-opens", "java.base/java.lang=ALL-UNNAMED",
            "--add-opens", "java.base/java.util=ALL-UNNAMED",
            "--add-opens", "java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens", "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
            "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
            "-classpath", "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*").map(VMOption::new).toArray(Option[]::new);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
