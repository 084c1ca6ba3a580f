package org.openbeian.api.rules;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The rule file of one province, or of the nation, as a bundle brought it. The province extender registers one service for
 * each; a bundle may register its own. Core reads and checks the text itself: a file with a mistake is listed as refused
 * and never judges anything.
 *
 * <p>Immutable: methods answer at once, always the same, on any thread. When the service goes, orders of the province
 * wait until rules are back. Of two services for one province the one of the higher bundle version serves.
 */
@ConsumerType
public interface ProvinceRules {

    /** Symbolic name of the bundle that brought the file, never null. */
    String bundle();

    /** Version of that bundle, never null. */
    String bundleVersion();

    /** The file: YAML in the format of the rule files, never null. */
    String text();

    /** Why the file could not even be read, such as a wrong encoding; null when {@link #text()} is the file. */
    default String refusal() {
        return null;
    }
}
