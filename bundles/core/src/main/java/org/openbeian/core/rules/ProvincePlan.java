package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.core.fact.Scope;

/** The rules that hold in one province: the national ones and its own, by scope. Immutable. */
final class ProvincePlan {

    private final Map<Scope, List<Entry>> rules = new EnumMap<>(Scope.class);
    private final Map<Scope, List<MaterialRule>> materials = new EnumMap<>(Scope.class);
    private final ProvinceProfile profile;
    private final String identity;
    private final Set<String> unknownReplaced = new TreeSet<>();

    private ProvincePlan(ProvinceProfile profile, String identity) {
        this.profile = profile;
        this.identity = identity;
    }

    /**
     * A rule and the province's rules that stand in for it while they are valid.
     *
     * @param replacing usually empty
     */
    record Entry(Rule rule, List<Rule> replacing) {

        boolean holds(FilingType type, LocalDate day) {
            if (!rule.validity().holds(type, day)) {
                return false;
            }
            for (int i = 0; i < replacing.size(); i++) {
                if (replacing.get(i).validity().holds(type, day)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Joins the national rules and those of a province.
     *
     * @param province null for an order whose province is not served
     */
    static ProvincePlan of(RuleFile national, RuleFile province) {
        ProvincePlan plan = new ProvincePlan(
            province == null ? null : province.header().profile(national.header(), province.origin()),
            identity(national) + (province == null ? "" : " + " + identity(province)));
        Map<String, List<Rule>> replacing = new HashMap<>();
        if (province != null) {
            province.rules().forEach(rule -> rule.replaces().forEach(
                id -> replacing.computeIfAbsent(id, i -> new ArrayList<>()).add(rule)));
        }
        plan.unknownReplaced.addAll(replacing.keySet());
        national.ruleIds().forEach(plan.unknownReplaced::remove);
        national.rules().forEach(rule -> plan.add(rule, replacing.getOrDefault(rule.id(), List.of())));
        national.materials().forEach(plan::add);
        if (province != null) {
            province.rules().forEach(rule -> plan.add(rule, List.of()));
            province.materials().forEach(plan::add);
        }
        return plan;
    }

    private static String identity(RuleFile file) {
        return file.origin().bundle() + "/" + file.origin().version() + " (" + file.version() + ")";
    }

    private void add(Rule rule, List<Rule> replacing) {
        rules.computeIfAbsent(rule.scope(), s -> new ArrayList<>()).add(new Entry(rule, List.copyOf(replacing)));
    }

    private void add(MaterialRule material) {
        materials.computeIfAbsent(material.scope(), s -> new ArrayList<>()).add(material);
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

    String identity() {
        return identity;
    }

    /** Rules that the province replaces although the national file has none of that id. */
    Set<String> unknownReplaced() {
        return unknownReplaced;
    }
}
