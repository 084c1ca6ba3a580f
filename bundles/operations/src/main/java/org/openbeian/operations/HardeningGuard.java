package org.openbeian.operations;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses to start in the production profile with what {@link Hardening} forbids: names it on the console and in the log and
 * ends the process. This bundle starts before those that open ports or the database, so there is nothing to stop in order; an
 * orderly stop would wait until all of them have started.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class HardeningGuard implements BundleActivator {

    private static final Logger LOG = LoggerFactory.getLogger(HardeningGuard.class);

    /** As sysexits.h has it for a bad configuration. */
    private static final int EXIT_CODE = 78;

    private Deployments deployments;

    @Override
    public void start(BundleContext context) throws IOException {
        if (isDemo(context)) {
            return;
        }
        List<String> findings = findings(context);
        if (!findings.isEmpty()) {
            findings.forEach(finding -> LOG.error("The server does not start in the production profile: {}", finding));
            sayOnConsole("The server does not start in the production profile:\n - " + String.join("\n - ", findings));
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        deployments = new Deployments(context);
    }

    /** Whether the server runs for a demonstration, where all is allowed. */
    static boolean isDemo(BundleContext context) {
        return "demo".equalsIgnoreCase(context.getProperty(Hardening.PROFILE));
    }

    /** What is forbidden in the running server. */
    static List<String> findings(BundleContext context) throws IOException {
        return Hardening.findings(Path.of(context.getProperty("karaf.etc")),
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    @Override
    public void stop(BundleContext context) {
        if (deployments != null) {
            deployments.close();
        }
    }

    /** Whoever starts the server by hand does not look into the log first; the logger does not write to the console. */
    private static void sayOnConsole(String text) throws IOException {
        try (FileOutputStream console = new FileOutputStream(FileDescriptor.err)) {
            console.write((text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
