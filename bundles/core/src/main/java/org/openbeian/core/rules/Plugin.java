package org.openbeian.core.rules;

/**
 * A Java plugin with the bundle that brought it.
 *
 * @param service what it is
 * @param id kind of the resource type or id of the check, asked once when the plugin came
 * @param provinceId province that a check is for; null for a resource type
 * @param ranking service ranking
 */
record Plugin<T>(T service, String id, String provinceId, Origin origin, int ranking, PluginGuard guard) {

    /** Whether this one is called when another of the same id is there too. */
    boolean precedes(Plugin<T> other) {
        int version = BundleVersion.compare(origin.version(), other.origin.version());
        return version != 0 ? version > 0 : ranking > other.ranking;
    }
}
