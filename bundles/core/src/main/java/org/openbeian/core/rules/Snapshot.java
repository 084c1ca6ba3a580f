package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.LegalBasis;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.rules.Verdict;
import org.openbeian.core.fact.CaseParts;
import org.openbeian.core.fact.Part;
import org.openbeian.core.fact.Scope;

/** The rules and plugins in force at one moment. */
final class Snapshot implements RuleBook {

    private static final Scope[] SCOPES = Scope.values();

    private final Map<String, ProvincePlan> plans = new TreeMap<>();
    private final ProvincePlan national;
    private final List<ResourceTypeProfile> resourceTypes;
    private final PluginJudge plugins;
    private final List<LegalBasis> laws;

    /**
     * Joins what is there.
     *
     * @param national null when no national rules are there: then no province is served
     */
    Snapshot(RuleFile national, Map<String, RuleFile> provinces, List<ResourceTypeProfile> resourceTypes,
            PluginJudge plugins) {
        this.national = national == null ? null : ProvincePlan.of(national, null);
        this.resourceTypes = List.copyOf(resourceTypes);
        this.plugins = plugins;
        SortedMap<String, LegalBasis> all = new TreeMap<>();
        Stream.concat(Stream.ofNullable(national), provinces.values().stream()).flatMap(file -> file.laws().stream())
            .forEach(law -> all.putIfAbsent(law.id(), law));
        this.laws = List.copyOf(all.values());
        if (national != null) {
            provinces.forEach((id, file) -> plans.put(id, ProvincePlan.of(national, file)));
        }
    }

    @Override
    public boolean serves(String provinceId) {
        return provinceId != null && plans.containsKey(provinceId);
    }

    @Override
    public Verdict judge(FilingCase filing) {
        ProvincePlan plan = plan(filing);
        if (plan == null || plan == national) {
            throw new IllegalStateException("No rules for province " + filing.application().provinceId());
        }
        CaseParts parts = CaseParts.of(filing);
        List<Finding> findings = new ArrayList<>();
        Outcomes outcomes = new Outcomes();
        if (plan.profile().switchedOff().contains(filing.type())) {
            findings.add(typeOff(plan));
        }
        Rule[][] rules = plan.rulesFor(filing.type(), parts.today());
        for (Scope scope : SCOPES) {
            List<Part> things = parts.of(scope);
            for (int i = 0; i < things.size(); i++) {
                judge(things.get(i), rules[scope.ordinal()], findings, outcomes);
            }
        }
        List<RuleOutcome> ofPlugins = new ArrayList<>(0);
        plugins.judge(filing, findings, ofPlugins);
        outcomes.add(ofPlugins);
        return new Verdict(filing.judgedOn(), plan.identity(), findings, outcomes);
    }

    private static void judge(Part part, Rule[] rules, List<Finding> findings, Outcomes outcomes) {
        for (Rule rule : rules) {
            rule.judge(part, findings, outcomes);
        }
    }

    @Override
    public List<NeededMaterial> materials(FilingCase filing) {
        ProvincePlan plan = plan(filing);
        return plan == null ? List.of() : MaterialNeeds.of(plan, filing);
    }

    @Override
    public SortedSet<String> formSlots() {
        SortedSet<String> slots = new TreeSet<>();
        for (ProvincePlan plan : plans.values()) {
            for (Scope scope : SCOPES) {
                plan.materials(scope).stream().map(rule -> rule.described().template()).filter(Objects::nonNull).forEach(slots::add);
            }
        }
        return slots;
    }

    @Override
    public List<Finding> missingFields(FilingCase filing) {
        return check(filing, Rule::isRequiredField);
    }

    @Override
    public List<Finding> entered(FilingCase filing) {
        return check(filing, rule -> !rule.isRequiredField() && rule.text().severity() == Severity.BLOCK);
    }

    private List<Finding> check(FilingCase filing, Predicate<Rule> which) {
        ProvincePlan plan = plan(filing);
        if (plan == null) {
            return List.of();
        }
        CaseParts parts = CaseParts.of(filing);
        LocalDate day = CaseParts.day(filing.judgedOn());
        List<Finding> found = new ArrayList<>();
        for (Scope scope : SCOPES) {
            for (ProvincePlan.Entry entry : plan.rules(scope)) {
                if (which.test(entry.rule()) && entry.holds(filing.type(), day)) {
                    parts.of(scope).stream().map(entry.rule()::check).filter(Objects::nonNull).forEach(found::add);
                }
            }
        }
        return found;
    }

    @Override
    public Optional<ProvinceProfile> profile(String provinceId) {
        return plan(provinceId).map(ProvincePlan::profile);
    }

    @Override
    public Optional<RequirementPage> requirements(String provinceId, FilingType type, OrganizerNature nature, LocalDate day) {
        return plan(provinceId).map(plan -> new Requirements(plan, new Applicant(provinceId, type, nature, day)).page());
    }

    @Override
    public Optional<Map<String, Object>> form(String provinceId, FilingType type, OrganizerNature nature, LocalDate day) {
        return plan(provinceId).map(plan -> new FormSchema(plan, new Applicant(provinceId, type, nature, day)).schema());
    }

    private Optional<ProvincePlan> plan(String provinceId) {
        return provinceId == null ? Optional.empty() : Optional.ofNullable(plans.get(provinceId));
    }

    @Override
    public List<ProvinceProfile> profiles() {
        return plans.values().stream().map(ProvincePlan::profile).toList();
    }

    @Override
    public List<ResourceTypeProfile> resourceTypes() {
        return resourceTypes;
    }

    @Override
    public List<LegalBasis> legalBases() {
        return laws;
    }

    /** What is odd about the file of a province, or null. */
    String oddity(String provinceId) {
        ProvincePlan plan = plans.get(provinceId);
        return plan == null || plan.unknownReplaced().isEmpty() ? null
            : "replaces rules that the national file does not have: " + String.join(", ", plan.unknownReplaced());
    }

    private ProvincePlan plan(FilingCase filing) {
        String province = filing.application().provinceId();
        return province == null ? national : plans.getOrDefault(province, national);
    }

    private static Finding typeOff(ProvincePlan plan) {
        ProvinceProfile profile = plan.profile();
        return new Finding("filing-type-off", Severity.BLOCK, "",
            new LocalizedText(profile.authority().zh() + "不受理此备案类型",
                profile.authority().en() + " does not take this filing type"),
            new LocalizedText("请改选其他备案类型", "Choose another filing type"), null, profile.bundle(),
            profile.bundleVersion());
    }
}
