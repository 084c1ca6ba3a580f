package org.openbeian.core.fake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.rules.Verdict;

/** A rule book whose answers the test sets. */
public final class FakeRules implements RuleBooks, RuleBook {

    private static final RuleSource SOURCE = new RuleSource("test", "undated", null);

    private final Set<String> served = new HashSet<>(Set.of("440000"));
    private final Set<String> kinds = new HashSet<>(Set.of("cvm"));
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> entered = new ArrayList<>();
    private final List<RuleOutcome> outcomes = new ArrayList<>();
    private final List<NeededMaterial> materials = new ArrayList<>();
    private String footerNumber = "service";
    private boolean copyrightNotice;
    private boolean failsWithoutDate;
    private FilingCase judged;
    private final SortedSet<String> formSlots = new TreeSet<>();

    /** A text in both languages. */
    public static LocalizedText text(String text) {
        return new LocalizedText(text, text);
    }

    /** Starts or stops serving a province. */
    public void serve(String province, boolean there) {
        if (there) {
            served.add(province);
        } else {
            served.remove(province);
        }
    }

    /** Names a slot of a form. */
    public void slot(String slot) {
        formSlots.add(slot);
    }

    @Override
    public SortedSet<String> formSlots() {
        return formSlots;
    }

    /** Installs or removes a resource type. */
    public void serveKind(String kind, boolean there) {
        if (there) {
            kinds.add(kind);
        } else {
            kinds.remove(kind);
        }
    }

    /** Lets a rule fail from now on. */
    public void fail(String rule, Severity severity, String pointer) {
        findings.add(new Finding(rule, severity, pointer, text("wrong"), text("mend"), SOURCE, "test", "1.0.0"));
    }

    /** Lets a rule of a bundle version fail from now on, having looked at one fact; a hard one may not be overridden. */
    public void fail(String rule, Severity severity, String pointer, boolean hard, String version, String seen) {
        findings.add(new Finding(rule, severity, pointer, text("wrong"), text("mend"), SOURCE, "test", version, hard));
        outcomes.add(new RuleOutcome(rule, pointer, false, "x", Map.of("fact", seen), SOURCE, "test", version));
    }

    /** Lets a rule find something in what was entered, whatever is missing. */
    public void enter(String rule, String pointer) {
        entered.add(new Finding(rule, Severity.BLOCK, pointer, text("wrong"), text("mend"), SOURCE, "test", "1.0.0"));
    }

    @Override
    public List<Finding> entered(FilingCase filing) {
        return List.copyOf(entered);
    }

    /** Lets every rule pass again. */
    public void passAll() {
        outcomes.clear();
        findings.clear();
    }

    /** Throws for a case without a date, as a broken rule engine would. */
    public void failWithoutDate(boolean fails) {
        failsWithoutDate = fails;
    }

    /** Asks for a material. */
    public void need(String type, String subject, long minBytes) {
        materials.add(new NeededMaterial(type, subject, text(type), List.of(), minBytes, 4_000_000,
            List.of("image/jpeg", "image/png"), true, SOURCE, "test"));
    }

    /** Asks for the signed copy of a form. */
    public void form(String type, String subject, String slot) {
        formSlots.add(slot);
        materials.add(new NeededMaterial(type, subject, text(type), List.of(text("seal it")), 1, 4_000_000,
            List.of("image/jpeg", "image/png"), false, SOURCE, "test", slot));
    }

    /** The case that was judged last. */
    public FilingCase judged() {
        return judged;
    }

    /** Sets what the province's footer shows. */
    public void footer(String number, boolean copyright) {
        footerNumber = number;
        copyrightNotice = copyright;
    }

    @Override
    public RuleBook current() {
        return this;
    }

    @Override
    public List<Candidate> candidates() {
        return List.of();
    }

    @Override
    public boolean serves(String provinceId) {
        return served.contains(provinceId);
    }

    @Override
    public Verdict judge(FilingCase filing) {
        judged = filing;
        if (!serves(filing.application().provinceId())) {
            throw new IllegalStateException("not served");
        }
        if (failsWithoutDate && filing.judgedOn() == null) {
            throw new IllegalArgumentException("no date");
        }
        List<Finding> all = new ArrayList<>(findings);
        filing.application().services().stream().flatMap(service -> service.accesses().stream())
            .filter(access -> !kinds.contains(access.resourceKind()))
            .forEach(access -> all.add(new Finding(RESOURCE_TYPE_MISSING, Severity.BLOCK, "/services/0/accesses/0",
                text("away"), text("wait"), SOURCE, "test", "1.0.0")));
        return new Verdict(filing.judgedOn(), "test 1.0.0", all, outcomes);
    }

    @Override
    public List<NeededMaterial> materials(FilingCase filing) {
        return List.copyOf(materials);
    }

    @Override
    public List<Finding> missingFields(FilingCase filing) {
        if (filing.application().organizer() != null && filing.application().organizer().name() == null) {
            return List.of(new Finding("organizer-name", Severity.BLOCK, "/organizer/name", text("missing"), text("enter it"),
                SOURCE, "test", "1.0.0"));
        }
        return List.of();
    }

    @Override
    public Optional<RequirementPage> requirements(String provinceId, FilingType type, OrganizerNature nature, LocalDate day) {
        return Optional.empty();
    }

    @Override
    public Optional<Map<String, Object>> form(String provinceId, FilingType type, OrganizerNature nature, LocalDate day) {
        return Optional.empty();
    }

    @Override
    public Optional<ProvinceProfile> profile(String provinceId) {
        return serves(provinceId) ? Optional.of(new ProvinceProfile(provinceId, text("广东"), text("广东省通信管理局"), "粤", "1",
            "local", 5, 10, footerNumber, copyrightNotice, Set.of(), "V.3.0", "test", "1.0.0")) : Optional.empty();
    }

    @Override
    public List<ProvinceProfile> profiles() {
        return served.stream().sorted().map(province -> profile(province).orElseThrow()).toList();
    }

    @Override
    public List<LegalBasis> legalBases() {
        return List.of();
    }

    @Override
    public List<ResourceTypeProfile> resourceTypes() {
        return kinds.stream().map(kind -> new ResourceTypeProfile(kind, text(kind), List.of(), 5, 0, 0,
            kind.equals("cvm") ? 5 : 0, List.of(), "test",
            "1.0.0")).toList();
    }
}
