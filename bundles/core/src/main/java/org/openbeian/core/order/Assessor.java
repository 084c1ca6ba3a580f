package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.FilingCase.CaseMaterial;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.rules.Verdict;

/** Says what stands against an order, by the rule book in force. Thread-safe. */
final class Assessor {

    private static final String PROVINCE = "/organizer/provinceId";
    /** Says of an access that nobody knows now whether its resource is there. */
    static final String INVENTORY_AWAY = "inventory-unavailable";

    private static final Pattern ACCESS = Pattern.compile("/services/\\d+/accesses/\\d+");

    private final RuleBooks books;
    private final Resources resources;
    private final UnaryOperator<String> forms;

    /** One that says nothing of signed copies of forms. */
    Assessor(RuleBooks books, Resources resources) {
        this(books, resources, null);
    }

    /**
     * One that looks at signed copies of forms, too.
     *
     * @param forms gives the version in force of the form in a slot
     */
    Assessor(RuleBooks books, Resources resources, UnaryOperator<String> forms) {
        this.books = books;
        this.resources = resources;
        this.forms = forms;
    }

    /** Assesses an order by the rules valid on a date. */
    Assessment assess(Order order, Instant on) {
        RuleBook book = books.current();
        Resources.Looked looked = resources.of(order.application());
        List<Finding> unanswered = unanswered(order, looked.unanswered());
        FilingCase filing = known(order, on, looked, resources);
        List<Finding> fields = new ArrayList<>(book.missingFields(filing));
        addBasics(order, fields);
        List<Finding> findings = new ArrayList<>();
        List<NeededMaterial> missing = materials(book.materials(filing), order.materials(), findings);
        findings.addAll(unanswered);
        findings.addAll(resources.full(order, book.resourceTypes(), looked));
        String province = order.provinceId();
        Waiting waiting = null;
        Verdict verdict = null;
        if (province != null && book.serves(province)) {
            Verdict judged = book.judge(filing);
            verdict = judged;
            Set<String> typesAway = typesAway(order, book, filing.resources());
            Set<String> absent = fields.stream().map(Finding::pointer).collect(Collectors.toCollection(HashSet::new));
            verdict.findings().stream().filter(finding -> !absent.contains(finding.pointer()))
                .filter(finding -> unanswered.stream().noneMatch(one -> (finding.pointer() + "/").startsWith(one.pointer() + "/")))
                .filter(finding -> typesAway.isEmpty() || !finding.ruleId().equals(RuleBook.RESOURCE_TYPE_MISSING))
                .map(finding -> isOverridden(order, finding, judged, filing) ? warning(finding) : finding).forEach(findings::add);
            waiting = typesAway.stream().findFirst().map(kind -> typeAway(kind, on)).orElse(null);
        } else if (province != null) {
            waiting = rulesAway(province, on);
        }
        return new Assessment(fields, missing, findings, verdict, waiting, filing);
    }

    /** Keeps other orders for the same resources out until the transaction ends. */
    void hold(Order order) {
        resources.hold(order);
    }

    /** For each access of whose resource nobody can say anything now: neither that it is there nor that it is not. */
    private static List<Finding> unanswered(Order order, Set<ResourceRef> refs) {
        List<Finding> findings = new ArrayList<>();
        List<InternetService> services = order.application().services();
        for (int i = 0; i < services.size() && !refs.isEmpty(); i++) {
            List<Access> accesses = services.get(i).accesses();
            for (int j = 0; j < accesses.size(); j++) {
                if (accesses.get(j).resourceKind() != null && accesses.get(j).resourceId() != null
                        && refs.contains(new ResourceRef(accesses.get(j).resourceKind(), accesses.get(j).resourceId()))) {
                    findings.add(ServerFindings.block(INVENTORY_AWAY, "/services/" + i + "/accesses/" + j,
                        text("资源清单暂时无法查询", "The inventory of resources does not answer now"),
                        text("请稍后重新提交", "Submit again later")));
                }
            }
        }
        return findings;
    }

    /**
     * What stands against the resources of an order that is about to leave; a type that is away now has judged before.
     *
     * @throws Refusal UNAVAILABLE when an inventory does not answer
     */
    List<Finding> againstResources(Order order, Instant on) {
        RuleBook book = books.current();
        Resources.Looked looked = resources.of(order.application());
        if (!looked.unanswered().isEmpty()) {
            throw inventoryAway(looked.unanswered());
        }
        FilingCase filing = known(order, on, looked, resources);
        Verdict verdict = book.judge(filing);
        List<Finding> findings = new ArrayList<>(resources.full(order, book.resourceTypes(), looked));
        verdict.findings().stream().filter(finding -> finding.isBlocking() && ACCESS.matcher(finding.pointer()).lookingAt()
            && !finding.ruleId().equals(RuleBook.RESOURCE_TYPE_MISSING) && !isOverridden(order, finding, verdict, filing))
            .forEach(findings::add);
        return findings;
    }

    static Refusal inventoryAway(Object what) {
        return new Refusal(Refusal.Kind.UNAVAILABLE, INVENTORY_AWAY, "The inventory does not answer for " + what + ".");
    }

    /** Whether two specialists let the order pass over a finding that still rests on the same. */
    private static boolean isOverridden(Order order, Finding finding, Verdict verdict, FilingCase filing) {
        return finding.isBlocking() && !finding.hard() && order.review().clearances().stream().anyMatch(one -> one.holds()
            && one.severity() == Severity.BLOCK && one.isAbout(finding.ruleId(), finding.pointer())
            && one.inputsHash().equals(FindingInputs.hash(finding, verdict, filing)));
    }

    private static Finding warning(Finding finding) {
        return new Finding(finding.ruleId(), Severity.WARN, finding.pointer(), finding.text(), finding.mend(), finding.source(),
            finding.bundle(), finding.bundleVersion());
    }

    /** What is wrong with the materials of an order, in size or kind. */
    List<Finding> unfit(Order order, Instant on) {
        List<Finding> findings = new ArrayList<>();
        materials(materialsOf(order, on), order.materials(), findings);
        return findings;
    }

    /** The materials that an order as entered so far asks for. */
    List<NeededMaterial> materialsOf(Order order, Instant on) {
        return books.current().materials(filing(order, on, List.of()));
    }

    /** An order with all that is known beside its own data, as rules judge it. */
    static FilingCase known(Order order, Instant on, Resources.Looked looked, Resources resources) {
        return Faces.known(order, resources.known(filing(order, on, looked.facts())), on);
    }

    static FilingCase filing(Order order, Instant on, List<ResourceFacts> resources) {
        List<CaseMaterial> materials = order.materials().stream().map(material -> new CaseMaterial(material.type(),
            material.subject(), material.mediaType(), material.size(), material.width(), material.height())).toList();
        return new FilingCase(order.id(), order.type(), order.application(), materials, resources, order.account(), on);
    }

    static Waiting rulesAway(String province, Instant now) {
        return new Waiting(Waiting.RULES_MISSING, province, text("该省份的审核规则暂不可用，恢复后自动继续",
            "The rules of the province are not available; the order goes on by itself when they are back"), now);
    }

    private static Waiting typeAway(String kind, Instant now) {
        return new Waiting(Waiting.RESOURCE_TYPE_MISSING, kind, text("云资源类型的插件暂不可用，恢复后自动继续",
            "The plugin for the resource type is not available; the order goes on by itself when it is back"), now);
    }

    private static void addBasics(Order order, List<Finding> fields) {
        Application application = order.application();
        if (application.provinceId() == null && fields.stream().noneMatch(field -> PROVINCE.startsWith(field.pointer()))) {
            fields.add(ServerFindings.block("province-missing", PROVINCE, text("未选择备案省份", "The province is missing"),
                text("请选择主办单位所在省份", "Choose the province of the organizer")));
        }
        if (application.services().isEmpty() && TypeProfile.of(order.type()).fewest() > 0
                && fields.stream().noneMatch(field -> field.pointer().startsWith("/services"))) {
            fields.add(ServerFindings.block("service-missing", "/services",
                text("未填写互联网信息服务", "No internet service is entered"), text("请至少填写一项服务", "Enter at least one service")));
        }
    }

    private List<NeededMaterial> materials(List<NeededMaterial> needed, List<MaterialInfo> present,
            List<Finding> findings) {
        List<NeededMaterial> missing = new ArrayList<>();
        for (NeededMaterial need : needed) {
            Optional<MaterialInfo> found = present.stream()
                .filter(material -> material.type().equals(need.type()) && material.subject().equals(need.subject()))
                .findFirst();
            if (found.isPresent()) {
                addUnfit(need, found.get(), findings);
                addOutdated(need, found.get(), findings);
            } else if (need.required()) {
                missing.add(need);
            }
        }
        return missing;
    }

    private static void addUnfit(NeededMaterial need, MaterialInfo material, List<Finding> findings) {
        if (material.size() < need.minBytes() || need.maxBytes() > 0 && material.size() > need.maxBytes()) {
            findings.add(ofMaterial(need, "material-size",
                "材料大小须为 " + need.minBytes() + " 至 " + need.maxBytes() + " 字节：" + need.name().zh(),
                "The material must have " + need.minBytes() + " to " + need.maxBytes() + " bytes: " + need.name().en()));
        }
        if (!need.mediaTypes().isEmpty() && !need.mediaTypes().contains(material.mediaType())) {
            findings.add(ofMaterial(need, "material-kind", "材料格式须为 " + need.mediaTypes() + "：" + need.name().zh(),
                "The material must be one of " + need.mediaTypes() + ": " + need.name().en()));
        }
    }

    /** A copy of an older form is for the specialist to judge: the authority may still take it. */
    private void addOutdated(NeededMaterial need, MaterialInfo material, List<Finding> findings) {
        if (forms == null || need.template() == null || material.form() == null) {
            return;
        }
        String version = forms.apply(need.template());
        if (!version.equals(material.form())) {
            findings.add(new Finding("material-form-outdated:" + need.type(), Severity.WARN, need.subject(),
                text("签署的是版本 " + material.form() + "，现行版本为 " + version + "：" + need.name().zh(),
                    "Version " + material.form() + " was signed, " + version + " is in force: " + need.name().en()),
                text("请重新打印、签署并上传", "Print it again, sign it and upload it"), need.source(), need.bundle(), null));
        }
    }

    private static Finding ofMaterial(NeededMaterial need, String id, String zh, String en) {
        return new Finding(id + ":" + need.type(), Severity.BLOCK, need.subject(), text(zh, en),
            text("请重新上传", "Upload it again"), need.source(), need.bundle(), null);
    }

    /** Kinds that no plugin serves now; none when the inventory does not know one of their resources: then the finding stays. */
    private static Set<String> typesAway(Order order, RuleBook book, List<ResourceFacts> known) {
        Set<String> served = book.resourceTypes().stream().map(type -> type.kind()).collect(Collectors.toSet());
        List<Access> unserved = order.application().services().stream().flatMap(service -> service.accesses().stream())
            .filter(access -> access.resourceKind() != null && !served.contains(access.resourceKind())).toList();
        boolean allKnown = unserved.stream().allMatch(access -> known.stream().anyMatch(facts -> isOf(facts, access)));
        return allKnown ? unserved.stream().map(Access::resourceKind).collect(Collectors.toCollection(TreeSet::new)) : Set.of();
    }

    private static boolean isOf(ResourceFacts facts, Access access) {
        return facts.kind().equals(access.resourceKind()) && facts.id().equals(access.resourceId());
    }
}
