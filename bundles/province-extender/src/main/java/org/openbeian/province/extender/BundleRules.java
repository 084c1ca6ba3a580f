package org.openbeian.province.extender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.openbeian.core.rules.ReadRules;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleFileBytes;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;
import org.osgi.framework.Bundle;

/**
 * The rule file of one version of a bundle.
 *
 * @param bundle symbolic name
 * @param bundleVersion version of the bundle
 * @param text the file; empty when it could not be read
 * @param refusal why it could not be read, or null
 * @param file what was read, or null
 */
record BundleRules(String bundle, String bundleVersion, String text, String refusal, RuleFile file) implements ReadRules {

    BundleRules(String bundle, String bundleVersion, String text, String refusal) {
        this(bundle, bundleVersion, text, refusal, null);
    }

    /** Reads the file, examples and all. */
    BundleRules read() throws RuleFileException {
        return new BundleRules(bundle, bundleVersion, text, refusal, RuleFiles.read(text, bundle, bundleVersion));
    }

    /** The rule file of a bundle, or null when it has none. */
    static BundleRules of(Bundle bundle) {
        var found = bundle.findEntries(RuleFiles.FOLDER, "*" + RuleFiles.SUFFIX, false);
        List<URL> files = found == null ? List.of() : Collections.list(found);
        String name = bundle.getSymbolicName();
        String version = bundle.getVersion().toString();
        if (files.isEmpty()) {
            return null;
        }
        if (files.size() > 1) {
            return new BundleRules(name, version, "",
                "the bundle holds " + files.size() + " files " + RuleFiles.FOLDER + "/*" + RuleFiles.SUFFIX + "; expected one");
        }
        try (InputStream in = files.get(0).openStream()) {
            return of(name, version, in);
        } catch (IOException e) {
            return new BundleRules(name, version, "", "the file cannot be read: " + e.getMessage());
        }
    }

    static BundleRules of(String name, String version, InputStream in) throws IOException {
        try {
            return new BundleRules(name, version, RuleFileBytes.decode(RuleFileBytes.read(in)), null);
        } catch (RuleFileException e) {
            return new BundleRules(name, version, "", e.getMessage());
        }
    }

    /** Names the bundle; the text is long. */
    @Override
    public String toString() {
        return bundle + " " + bundleVersion;
    }
}
