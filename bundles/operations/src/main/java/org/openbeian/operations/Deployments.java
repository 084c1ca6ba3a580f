package org.openbeian.operations;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no bundle resolve that is neither of the distribution nor signed by one whom the operator trusts, whichever way it
 * came: {@code deploy/}, a KAR, a feature file or the shell. Judged is what the framework holds, not only the file that it
 * was read from. A rule file is judged by the detached signature beside it. Thread-safe.
 */
final class Deployments implements ResolverHookFactory, ResolverHook, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

    private final Path etc;
    private final Path system;
    private final ServiceRegistration<?> registration;
    /** Verdict by bundle id and time of its last change; empty text when it is trusted. */
    private final Map<String, String> verdicts = new ConcurrentHashMap<>();

    /** Judges from now on. */
    Deployments(BundleContext context) {
        etc = Path.of(context.getProperty("karaf.etc"));
        system = system(context);
        registration = context.registerService(new String[] {ResolverHookFactory.class.getName(), Deployments.class.getName()},
                this, null);
    }

    /** Where the distribution's own bundles are. */
    static Path system(BundleContext context) {
        return Path.of(context.getProperty("karaf.home"), context.getProperty("karaf.default.repository"));
    }

    /** Whether a bundle came with the distribution. */
    static boolean isShipped(Bundle bundle, Path system) {
        String location = bundle.getLocation();
        if (bundle.getBundleId() == 0) {
            return true;
        }
        if (location.startsWith("mvn:")) {
            String[] parts = location.substring("mvn:".length()).split("/");
            return parts.length >= 3 && !location.contains("..") && !location.contains("!")
                    && Files.isDirectory(system.resolve(parts[0].replace('.', '/')).resolve(parts[1]).resolve(parts[2]));
        }
        return location.startsWith("reference:" + system.toUri()) && !location.contains("..");
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(candidate -> !verdict(candidate.getBundle()).isEmpty());
    }

    /** Why a bundle is not started; empty when it may be. */
    String verdict(Bundle bundle) {
        return isShipped(bundle, system) ? ""
                : verdicts.computeIfAbsent(bundle.getBundleId() + " " + bundle.getLastModified(), key -> judge(bundle));
    }

    private String judge(Bundle bundle) {
        String trouble = "";
        try {
            check(bundle, new Signatures(etc));
        } catch (IOException | GeneralSecurityException | SecurityException | IllegalArgumentException e) {
            trouble = e.getMessage() == null ? e.toString() : e.getMessage();
            LOG.error("{} is not started, because in the production profile it needs a trusted signature: {}",
                    bundle.getLocation(), trouble);
        }
        return trouble;
    }

    private static void check(Bundle bundle, Signatures signatures) throws IOException, GeneralSecurityException {
        if (!bundle.getLocation().startsWith("file:")) {
            throw new GeneralSecurityException("it came neither with the distribution nor from a file");
        }
        Path file = Path.of(URI.create(bundle.getLocation()));
        Map<String, byte[]> held = content(bundle);
        if (file.toString().endsWith(".jar")) {
            if (!Signatures.same(held, signatures.jar(file))) {
                throw new GeneralSecurityException("the file was changed after it was read");
            }
            return;
        }
        Path signature = file.resolveSibling(file.getFileName() + ".sig");
        if (!Files.isRegularFile(signature)) {
            throw new GeneralSecurityException("there is no " + signature.getFileName() + " beside it");
        }
        List<byte[]> rules = held.entrySet().stream().filter(entry -> entry.getKey().startsWith("OB-INF/"))
                .map(Map.Entry::getValue).toList();
        if (rules.size() != 1 || held.keySet().stream().anyMatch(name -> name.endsWith(".class"))) {
            throw new GeneralSecurityException("only jars and rule files can be signed");
        }
        signatures.detached(rules.get(0), Files.readAllBytes(signature));
    }

    /** What the framework holds of a bundle, by name. */
    private static Map<String, byte[]> content(Bundle bundle) throws IOException {
        Map<String, byte[]> content = new HashMap<>();
        collect(bundle, "/", content);
        return content;
    }

    private static void collect(Bundle bundle, String folder, Map<String, byte[]> content) throws IOException {
        var paths = bundle.getEntryPaths(folder);
        for (String path : paths == null ? List.<String>of() : Collections.list(paths)) {
            if (path.endsWith("/")) {
                collect(bundle, path, content);
            } else {
                URL entry = bundle.getEntry("/" + path);
                content.put(path, Signatures.read(entry));
            }
        }
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
    }

    @Override
    public void end() {
    }

    @Override
    public void close() {
        registration.unregister();
    }
}
