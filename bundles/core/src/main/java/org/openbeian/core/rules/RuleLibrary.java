package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.rules.ProvinceRules;
import org.openbeian.api.rules.RuleBooks.Candidate;
import org.openbeian.api.rules.RuleCheck;

/**
 * Everything that is installed, and what of it is in force. For one thread at a time.
 */
final class RuleLibrary {

    private final Map<Object, Volume> volumes = new LinkedHashMap<>();
    private final Map<Object, Plugin<CloudResourceType>> types = new LinkedHashMap<>();
    private final Map<Object, ResourceTypeProfile> profiles = new HashMap<>();
    private final Map<Object, Plugin<RuleCheck>> checks = new LinkedHashMap<>();
    private final Map<Object, Nameless> nameless = new LinkedHashMap<>();
    private final Map<Joined, Listed> readWithLists = new HashMap<>();

    /**
     * A rule file, read or refused.
     *
     * @param file null when refused
     * @param reason why it is refused
     */
    private record Volume(Origin origin, String provinceId, RuleFile file, String reason, String text) {

        boolean isLists() {
            return file != null && file.isLists();
        }
    }

    /** A Java plugin that could not say what it is, and is not used. */
    private record Nameless(String kind, Origin origin, PluginGuard guard) {
    }

    /** A rule file and the files of lists that are joined to it. */
    private record Joined(Volume base, List<Volume> lists) {
    }

    /** What came of it: a file, or a reason. */
    private record Listed(RuleFile file, String reason) {
    }

    /**
     * What is in force and what else is installed.
     *
     * @param book the snapshot
     * @param candidates every rule file
     */
    record Shelf(Snapshot book, List<Candidate> candidates) {
    }

    void add(ProvinceRules rules) {
        Origin origin = new Origin(rules.bundle(), rules.bundleVersion());
        String text = rules.text();
        if (rules.refusal() != null) {
            volumes.put(rules, new Volume(origin, null, null, rules.refusal(), null));
            return;
        }
        try {
            RuleFile file = rules instanceof ReadRules read && read.file() != null ? read.file()
                : RuleFiles.read(text, origin.bundle(), origin.version());
            volumes.put(rules, new Volume(origin, file.provinceId(), file, null, text));
        } catch (RuleFileException e) {
            String province = RuleFiles.peek(text, "province").or(() -> RuleFiles.peek(text, "listsOf")).orElse(null);
            volumes.put(rules, new Volume(origin, province, null, e.getMessage(), text));
        }
    }

    void remove(ProvinceRules rules) {
        Volume gone = volumes.remove(rules);
        readWithLists.keySet().removeIf(joined -> joined.base() == gone || joined.lists().contains(gone));
    }

    void addType(Plugin<CloudResourceType> type, ResourceTypeProfile profile) {
        types.put(type.service(), type);
        profiles.put(type.service(), profile);
    }

    /** Notes a Java plugin that could not say what it is. */
    void addNameless(Object service, String kind, Origin origin, PluginGuard guard) {
        nameless.put(service, new Nameless(kind, origin, guard));
    }

    void removeType(CloudResourceType type) {
        removeNameless(type);
        profiles.remove(type);
        close(types.remove(type));
    }

    void addCheck(Plugin<RuleCheck> check) {
        checks.put(check.service(), check);
    }

    void removeCheck(RuleCheck check) {
        removeNameless(check);
        close(checks.remove(check));
    }

    private void removeNameless(Object service) {
        Nameless gone = nameless.remove(service);
        if (gone != null) {
            gone.guard().close();
        }
    }

    /** The Java plugins, in the order in which they came. */
    List<PluginStatus> plugins() {
        List<PluginStatus> all = new ArrayList<>();
        nameless.values().forEach(plugin -> all.add(status(plugin.kind(), null, plugin.origin(), plugin.guard(),
            PluginStatus.State.REFUSED, "it could not say what it is")));
        add("resource", types.values(), all);
        add("check", checks.values(), all);
        return all;
    }

    private static <T> void add(String kind, Collection<Plugin<T>> plugins, List<PluginStatus> to) {
        Map<String, Plugin<T>> called = called(plugins);
        for (Plugin<T> plugin : plugins) {
            Origin by = called.get(plugin.id()).origin();
            boolean serves = called.get(plugin.id()) == plugin;
            to.add(status(kind, plugin.id(), plugin.origin(), plugin.guard(),
                serves ? PluginStatus.State.SERVING : PluginStatus.State.SHADOWED,
                serves ? null : "shadowed by " + by.bundle() + " " + by.version()));
        }
    }

    private static PluginStatus status(String kind, String id, Origin origin, PluginGuard guard, PluginStatus.State state,
            String reason) {
        PluginGuard.Failures failures = guard.failures();
        String quarantined = guard.quarantined();
        return new PluginStatus(kind, id, origin.bundle(), origin.version(),
            quarantined == null ? state : PluginStatus.State.QUARANTINED, quarantined == null ? reason : quarantined,
            failures.count(), failures.at(), failures.message());
    }

    /** Lets the quarantined plugins of a bundle be called again; false when there are none. */
    boolean release(Origin origin) {
        List<PluginGuard> guards = new ArrayList<>();
        nameless.values().stream().filter(p -> p.origin().equals(origin)).map(Nameless::guard).forEach(guards::add);
        types.values().stream().filter(p -> p.origin().equals(origin)).map(Plugin::guard).forEach(guards::add);
        checks.values().stream().filter(p -> p.origin().equals(origin)).map(Plugin::guard).forEach(guards::add);
        guards.removeIf(guard -> guard.quarantined() == null);
        guards.forEach(PluginGuard::release);
        return !guards.isEmpty();
    }

    void close() {
        nameless.values().forEach(plugin -> plugin.guard().close());
        types.values().forEach(RuleLibrary::close);
        checks.values().forEach(RuleLibrary::close);
    }

    /** The file of an installed bundle, serving or not; null when there is none. */
    String text(Origin origin) {
        return volumes.values().stream().filter(volume -> volume.origin().equals(origin)).map(Volume::text)
            .filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The text of the file of a province that serves; null when none does. */
    String textInForce(String provinceId) {
        Volume volume = serving().get(provinceId);
        return volume == null ? null : volume.text();
    }

    /** The files in force, the lists that replace theirs included, by province. */
    Map<String, RuleFile> inForce() {
        Map<String, RuleFile> files = new TreeMap<>();
        serving().forEach((id, volume) -> files.put(id, withLists(volume, new HashMap<>())));
        return files;
    }

    /** The files that would be in force with a candidate. */
    Map<String, RuleFile> inForceWith(RuleFile candidate) throws RuleFileException {
        Map<String, RuleFile> files = inForce();
        String province = candidate.provinceId();
        if (!candidate.isLists()) {
            files.put(province, candidate);
            return files;
        }
        Volume base = serving().get(province);
        if (base != null) {
            Map<String, List<String>> words = new HashMap<>(files.get(province).lists());
            words.putAll(candidate.lists());
            files.put(province,
                RuleFiles.read(base.text(), base.origin().bundle(), base.origin().version(), words));
        }
        return files;
    }

    private Map<String, Volume> serving() {
        Map<String, Volume> serving = new TreeMap<>();
        for (Volume volume : volumes.values()) {
            if (volume.file() != null && !volume.isLists()) {
                serving.merge(volume.provinceId(), volume, RuleLibrary::higher);
            }
        }
        return serving;
    }

    Shelf shelf() {
        Map<String, Volume> serving = serving();
        Map<String, RuleFile> files = new HashMap<>();
        Map<Volume, String> listed = new HashMap<>();
        serving.forEach((id, volume) -> files.put(id, withLists(volume, listed)));
        RuleFile national = files.remove(Header.NATIONAL);
        Map<String, Plugin<CloudResourceType>> resourceTypes = called(types.values());
        Snapshot book = new Snapshot(national, files,
            resourceTypes.values().stream().map(type -> profiles.get(type.service())).toList(),
            new PluginJudge(resourceTypes, called(checks.values()).values()));
        return new Shelf(book, candidates(Set.copyOf(serving.values()), listed, book));
    }

    /**
     * The file with the lists that replace its own, the higher version last.
     *
     * @param listed is told of each file of lists the reason why it is refused, or an empty text when it is used
     */
    private RuleFile withLists(Volume base, Map<Volume, String> listed) {
        List<Volume> used = new ArrayList<>();
        RuleFile file = base.file();
        for (Volume lists : volumes.values().stream().filter(v -> v.isLists() && v.provinceId().equals(base.provinceId()))
                .sorted(Comparator.comparing(v -> v.origin().version(), BundleVersion::compare)).toList()) {
            used.add(lists);
            Listed result = readWithLists.computeIfAbsent(new Joined(base, List.copyOf(used)), RuleLibrary::join);
            listed.put(lists, result.reason());
            if (result.file() == null) {
                used.remove(lists);
            } else {
                file = result.file();
            }
        }
        return file;
    }

    private static Listed join(Joined joined) {
        Map<String, List<String>> words = new HashMap<>();
        joined.lists().forEach(lists -> words.putAll(lists.file().lists()));
        Volume base = joined.base();
        try {
            return new Listed(RuleFiles.read(base.text(), base.origin().bundle(), base.origin().version(), words), "");
        } catch (RuleFileException e) {
            return new Listed(null, "with these lists the file of " + base.provinceId() + " is wrong: " + e.getMessage());
        }
    }

    private List<Candidate> candidates(Set<Volume> serving, Map<Volume, String> listed, Snapshot book) {
        List<Candidate> candidates = new ArrayList<>();
        for (Volume volume : volumes.values()) {
            Candidate candidate = volume.isLists() ? ofLists(volume, listed.get(volume))
                : candidate(volume, volume.file() == null ? "refused" : serving.contains(volume) ? "serving" : "shadowed",
                    serving.contains(volume) ? book.oddity(volume.provinceId()) : volume.reason());
            candidates.add(candidate);
        }
        candidates.sort(Comparator.comparing(Candidate::provinceId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Candidate::bundleVersion, BundleVersion::compare).thenComparing(Candidate::bundle));
        return List.copyOf(candidates);
    }

    private static Candidate ofLists(Volume volume, String reason) {
        if (reason == null) {
            return candidate(volume, "shadowed", "holds lists for the rules of " + volume.provinceId() + ", which do not serve");
        }
        return candidate(volume, reason.isEmpty() ? "amending" : "refused", reason.isEmpty() ? null : reason);
    }

    private static Candidate candidate(Volume volume, String status, String reason) {
        return new Candidate(volume.provinceId(), volume.origin().bundle(), volume.origin().version(), status, reason);
    }

    private static Volume higher(Volume one, Volume other) {
        int version = BundleVersion.compare(one.origin().version(), other.origin().version());
        if (version == 0) {
            return one.origin().bundle().compareTo(other.origin().bundle()) <= 0 ? one : other;
        }
        return version > 0 ? one : other;
    }

    private static <T> Map<String, Plugin<T>> called(Iterable<Plugin<T>> plugins) {
        Map<String, Plugin<T>> called = new TreeMap<>();
        plugins.forEach(plugin -> called.merge(plugin.id(), plugin,
            (one, other) -> other.precedes(one) ? other : one));
        return called;
    }

    private static void close(Plugin<?> plugin) {
        if (plugin != null) {
            plugin.guard().close();
        }
    }
}
