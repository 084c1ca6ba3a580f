package org.openbeian.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * The plugins of one kind that are there. Of two with one id that of the higher bundle version is used, then that of the
 * higher service ranking, then the older one. Thread-safe.
 *
 * @param <S> what they are
 */
public final class PluginsById<S> {

    private volatile List<Entry<S>> highestFirst = List.of();

    /**
     * A plugin.
     *
     * @param reference of its service
     * @param id its id, asked once when it came
     * @param service itself
     * @param bundle symbolic name of its bundle
     * @param version version of its bundle
     */
    public record Entry<S>(ServiceReference<S> reference, String id, S service, String bundle, Version version) {

        /** Whether this one is used when another of the same id is there too. */
        public boolean precedes(Entry<S> other) {
            return order(this, other) < 0;
        }
    }

    /** Adds a plugin that came. */
    public synchronized Entry<S> add(ServiceReference<S> reference, String id, S service) {
        Entry<S> entry = new Entry<>(reference, Objects.requireNonNull(id, "a plugin has no id"), service,
            reference.getBundle().getSymbolicName(), reference.getBundle().getVersion());
        List<Entry<S>> all = new ArrayList<>(highestFirst);
        all.add(entry);
        all.sort(PluginsById::order);
        highestFirst = List.copyOf(all);
        return entry;
    }

    /** Takes a plugin out that goes; it is empty when it was not there. */
    public synchronized Optional<Entry<S>> remove(ServiceReference<S> reference) {
        Optional<Entry<S>> gone = highestFirst.stream().filter(entry -> entry.reference().equals(reference)).findFirst();
        highestFirst = highestFirst.stream().filter(entry -> !entry.reference().equals(reference)).toList();
        return gone;
    }

    /** The one of this id that is used. */
    public Optional<Entry<S>> find(String id) {
        return highestFirst.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The ids that are there. */
    public SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>();
        highestFirst.forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    /** All, also those that are not used: of each id the one that is used comes first. */
    public List<Entry<S>> all() {
        return highestFirst;
    }

    private static int order(Entry<?> one, Entry<?> other) {
        return Comparator.<Entry<?>, Version>comparing(Entry::version)
            .thenComparing(Entry::reference, (a, b) -> a.compareTo(b)).reversed().compare(one, other);
    }
}
