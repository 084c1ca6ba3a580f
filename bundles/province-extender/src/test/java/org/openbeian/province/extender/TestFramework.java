package org.openbeian.province.extender;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.openbeian.api.rules.ProvinceRules;
import org.openbeian.core.rules.RuleFiles;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** A framework with the extender, in a directory of its own. */
final class TestFramework implements AutoCloseable {

    private final Framework framework;
    private final RulesExtender extender;

    TestFramework(Path directory) throws BundleException {
        framework = new org.apache.felix.framework.FrameworkFactory().newFramework(Map.of(
            Constants.FRAMEWORK_STORAGE, directory.resolve("storage").toString(),
            Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
            "osgi.extender;osgi.extender=openbeian.rules;version:Version=\"1.0\""));
        framework.start();
        extender = new RulesExtender(framework.getBundleContext(), new LastGoodRules(directory.resolve("last-good")));
        extender.open();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Symbolic name, version and whether the text is good, of every service. */
    List<String> services() {
        List<String> services = new ArrayList<>();
        try {
            Collection<ServiceReference<ProvinceRules>> references =
                context().getServiceReferences(ProvinceRules.class, null);
            for (ServiceReference<ProvinceRules> reference : references) {
                ProvinceRules rules = context().getService(reference);
                services.add(rules.bundleVersion() + (isGood(rules) ? " good" : " refused"));
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        services.sort(null);
        return services;
    }

    /** How many services stay when an event is over; the framework may still show the one that goes. */
    int servicesBeside(ServiceEvent event) {
        try {
            return (int) context().getServiceReferences(ProvinceRules.class, null).stream()
                .filter(reference -> event.getType() != ServiceEvent.UNREGISTERING
                    || !reference.equals(event.getServiceReference())).count();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isGood(ProvinceRules rules) {
        try {
            RuleFiles.read(rules.text(), rules.bundle(), rules.bundleVersion());
            return rules.refusal() == null;
        } catch (org.openbeian.core.rules.RuleFileException e) {
            return false;
        }
    }

    static InputStream jar(String name, String version, byte[]... files) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (int i = 0; i < files.length; i++) {
                jar.putNextEntry(new ZipEntry(RuleFiles.FOLDER + "/" + i + RuleFiles.SUFFIX));
                jar.write(files[i]);
                jar.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    static InputStream gansu(String version, String text) throws IOException {
        return jar("test.gansu", version, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws BundleException {
        extender.close();
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
