package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /**
     * A rule file, read or refused.
     *
     * @param file null when refused
     * @param reason why it is refused
     */
    private record Volume(Origin origin, String provinceId, RuleFile file, String reason) {
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
            volumes.put(rules, new Volume(origin, null, null, rules.refusal()));
            return;
        }
        try {
            RuleFile file = RuleFiles.read(text, origin.bundle(), origin.version());
            volumes.put(rules, new Volume(origin, file.provinceId(), file, null));
        } catch (RuleFileException e) {
            volumes.put(rules, new Volume(origin, RuleFiles.peek(text, "province").orElse(null), null, e.getMessage()));
        }
    }

    void remove(ProvinceRules rules) {
        volumes.remove(rules);
    }

    void addType(Plugin<CloudResourceType> type, ResourceTypeProfile profile) {
        types.put(type.service(), type);
        profiles.put(type.service(), profile);
    }

    void removeType(CloudResourceType type) {
        profiles.remove(type);
        close(types.remove(type));
    }

    void addCheck(Plugin<RuleCheck> check) {
        checks.put(check.service(), check);
    }

    void removeCheck(RuleCheck check) {
        close(checks.remove(check));
    }

    void close() {
        types.values().forEach(RuleLibrary::close);
        checks.values().forEach(RuleLibrary::close);
    }

    Shelf shelf() {
        Map<String, Volume> serving = new TreeMap<>();
        for (Volume volume : volumes.values()) {
            if (volume.file() != null) {
                serving.merge(volume.provinceId(), volume, RuleLibrary::higher);
            }
        }
        Map<String, RuleFile> files = new HashMap<>();
        serving.forEach((id, volume) -> files.put(id, volume.file()));
        RuleFile national = files.remove(Header.NATIONAL);
        Map<String, Plugin<CloudResourceType>> resourceTypes = called(types.values());
        Snapshot book = new Snapshot(national, files,
            resourceTypes.values().stream().map(type -> profiles.get(type.service())).toList(),
            new PluginJudge(resourceTypes, called(checks.values()).values()));
        return new Shelf(book, candidates(Set.copyOf(serving.values()), book));
    }

    private List<Candidate> candidates(Set<Volume> serving, Snapshot book) {
        List<Candidate> candidates = new ArrayList<>();
        for (Volume volume : volumes.values()) {
            String status = volume.file() == null ? "refused" : serving.contains(volume) ? "serving" : "shadowed";
            String reason = status.equals("serving") ? book.oddity(volume.provinceId()) : volume.reason();
            candidates.add(new Candidate(volume.provinceId(), volume.origin().bundle(), volume.origin().version(), status,
                reason));
        }
        candidates.sort(Comparator.comparing(Candidate::provinceId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Candidate::bundleVersion, BundleVersion::compare).thenComparing(Candidate::bundle));
        return List.copyOf(candidates);
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
