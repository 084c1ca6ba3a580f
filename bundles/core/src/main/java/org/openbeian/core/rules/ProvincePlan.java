package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.core.fact.Scope;

/** The rules that hold in one province: the national ones and its own, by scope. Immutable. */
final class ProvincePlan {

    private final Map<Scope, List<Entry>> rules = new EnumMap<>(Scope.class);
    private final Map<Scope, List<MaterialRule>> materials = new EnumMap<>(Scope.class);
    /** How many filing types and days are remembered. */
    private static final int OCCASIONS = 64;

    private final Map<Occasion, Rule[][]> byOccasion = new ConcurrentHashMap<>();
    private final ProvinceProfile profile;
    private final String identity;
    private final Set<String> unknownReplaced = new TreeSet<>();
    private final List<RuleFile> files;

    private ProvincePlan(ProvinceProfile profile, String identity, List<RuleFile> files) {
        this.profile = profile;
        this.identity = identity;
        this.files = files;
    }

    /**
     * A rule.
     *
     * @param except when others of the province stand in for it, or it does not hold there; usually empty
     */
    record Entry(Rule rule, List<Validity> except) {

        boolean holds(FilingType type, LocalDate day) {
            if (!rule.validity().holds(type, day)) {
                return false;
            }
            for (int i = 0; i < except.size(); i++) {
                if (except.get(i).holds(type, day)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What decides which rules are valid. */
    private record Occasion(FilingType type, LocalDate day) {
    }

    /**
     * Joins the national rules and those of a province.
     *
     * @param province null for an order whose province is not served
     */
    static ProvincePlan of(RuleFile national, RuleFile province) {
        ProvincePlan plan = new ProvincePlan(
            province == null ? null : province.header().profile(national.header(), province.origin()),
            identity(national) + (province == null ? "" : " + " + identity(province)),
            province == null ? List.of(national) : List.of(national, province));
        Map<String, List<Validity>> except = province == null ? Map.of() : exceptions(province);
        plan.unknownReplaced.addAll(except.keySet());
        national.ruleIds().forEach(plan.unknownReplaced::remove);
        national.rules().forEach(rule -> plan.add(rule, except.getOrDefault(rule.id(), List.of())));
        national.materials().forEach(plan::add);
        if (province != null) {
            province.changes().forEach(change -> plan.weigh(national, change, province.origin()));
            province.rules().forEach(rule -> plan.add(rule, List.of()));
            province.materials().forEach(plan::add);
        }
        return plan;
    }

    private static Map<String, List<Validity>> exceptions(RuleFile province) {
        Map<String, List<Validity>> except = new HashMap<>();
        province.rules().forEach(rule -> rule.replaces().forEach(
            id -> except.computeIfAbsent(id, i -> new ArrayList<>()).add(rule.validity())));
        province.changes().forEach(
            change -> except.computeIfAbsent(change.rule(), i -> new ArrayList<>()).add(change.validity()));
        return except;
    }

    private void weigh(RuleFile national, NationalChange change, Origin origin) {
        for (Rule rule : national.rules()) {
            Validity both = rule.id().equals(change.rule()) ? rule.validity().with(change.validity()) : null;
            if (both != null && change.severity() != null) {
                add(rule.weighing(change.severity(), both, change.source(), origin), List.of());
            }
        }
    }

    private static String identity(RuleFile file) {
        return file.origin().bundle() + "/" + file.origin().version() + " (" + file.version() + ")";
    }

    private void add(Rule rule, List<Validity> except) {
        rules.computeIfAbsent(rule.scope(), s -> new ArrayList<>()).add(new Entry(rule, List.copyOf(except)));
    }

    private void add(MaterialRule material) {
        materials.computeIfAbsent(material.scope(), s -> new ArrayList<>()).add(material);
    }

    /** The rules for a filing type on a day, by scope; the same array each time, not to be changed. */
    Rule[][] rulesFor(FilingType type, LocalDate day) {
        Occasion occasion = new Occasion(type, day);
        Rule[][] known = byOccasion.get(occasion);
        if (known != null) {
            return known;
        }
        Rule[][] found = new Rule[Scope.values().length][];
        for (Scope scope : Scope.values()) {
            found[scope.ordinal()] = rules(scope).stream().filter(entry -> entry.holds(type, day)).map(Entry::rule)
                .toArray(Rule[]::new);
        }
        if (byOccasion.size() >= OCCASIONS) {
            byOccasion.clear();
        }
        byOccasion.put(occasion, found);
        return found;
    }

    List<Entry> rules(Scope scope) {
        return rules.getOrDefault(scope, List.of());
    }

    List<MaterialRule> materials(Scope scope) {
        return materials.getOrDefault(scope, List.of());
    }

    ProvinceProfile profile() {
        return profile;
    }

    /** The files it was made of, the nation's first. */
    List<RuleFile> files() {
        return files;
    }

    String identity() {
        return identity;
    }

    /** Rules that the province replaces or changes although the national file has none of that id. */
    Set<String> unknownReplaced() {
        return unknownReplaced;
    }
}
