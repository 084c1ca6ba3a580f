package org.openbeian.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Version;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Follows the bundles that bring profiles. */
final class ProfileBundles implements BundleTrackerCustomizer<List<ProfileBundles.Found>> {

    /** Not the tracker's own map: that one holds a bundle only after it was told of. */
    private final Map<Bundle, List<Found>> held = new ConcurrentHashMap<>();
    private final BundleTracker<List<Found>> tracker;
    private final Runnable changed;

    /**
     * A file in a bundle.
     *
     * @param bundle symbolic name
     * @param name name of the file without its ending
     * @param file what was read
     */
    record Found(String bundle, String name, ProfileFile file) {

        String id() {
            return file.profile() == null || file.profile().id() == null ? name : file.profile().id();
        }

        private Version version() {
            return file.problems().isEmpty() ? Version.parseVersion(file.profile().version()) : Version.emptyVersion;
        }
    }

    ProfileBundles(BundleContext context, Runnable changed) {
        this.changed = changed;
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    /** What is there: by id, of one id those without mistakes first, then the newer version. */
    List<Found> all() {
        return held.values().stream().flatMap(Collection::stream).sorted(Comparator.comparing(Found::id)
            .thenComparing(one -> !one.file().problems().isEmpty()).thenComparing(Comparator.comparing(Found::version).reversed())
            .thenComparing(Found::bundle)).toList();
    }

    @Override
    public List<Found> addingBundle(Bundle bundle, BundleEvent event) {
        var entries = bundle.findEntries(ProfileFile.FOLDER, "*" + ProfileFile.SUFFIX, false);
        if (entries == null) {
            return null;
        }
        List<Found> found = new ArrayList<>();
        for (URL entry : Collections.list(entries)) {
            String name = entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
            found.add(new Found(bundle.getSymbolicName(), name.substring(0, name.length() - ProfileFile.SUFFIX.length()), read(entry)));
        }
        held.put(bundle, found);
        changed.run();
        return found;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<Found> found) {
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<Found> found) {
        held.remove(bundle);
        changed.run();
    }

    private static ProfileFile read(URL entry) {
        try (InputStream in = entry.openStream()) {
            return ProfileFile.read(in.readNBytes(ProfileFile.LARGEST + 1));
        } catch (IOException e) {
            return new ProfileFile(null, List.of("the file cannot be read: " + e.getMessage()));
        }
    }
}
