package org.openbeian.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openbeian.api.guidance.Checklist.ListItem;
import org.openbeian.api.guidance.Checklist.Kind;
import org.openbeian.api.guidance.Checklist.Stage;
import org.openbeian.api.guidance.Checklist.State;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.FilingCase.CaseMaterial;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.Severity;

/** The items that the rules and the state of an order give. For one list. */
final class CaseItems {

    /** What the rule of a required field is called, before the name of its fact. */
    private static final String REQUIRED = "required.";
    private static final Principal NOBODY = new Principal(null, null, null, null, null, null, null, null, null, null, null);

    private final Order order;
    private final Requirements needs;
    private final RuleBook book;
    private final Instant now;
    private final Map<String, RequirementPage.Item> labels = new HashMap<>();

    CaseItems(Order order, Requirements needs, RuleBook book, Instant now) {
        this.order = order;
        this.needs = needs;
        this.book = book;
        this.now = now;
        Organizer organizer = order.application().organizer();
        if (organizer != null && organizer.provinceId() != null && organizer.nature() != null) {
            book.requirements(organizer.provinceId(), order.type(), organizer.nature(), LocalDate.ofInstant(now, LaterItems.CHINA))
                .ifPresent(page -> page.fields().forEach(field -> labels.put(REQUIRED + field.id(), field)));
        }
    }

    List<ListItem> all() {
        List<ListItem> items = new ArrayList<>();
        fields(items);
        book.materials(filing(order.application())).forEach(need -> items.add(material(need)));
        needs.missing().stream().filter(need -> need.kind().equals("consent") || need.kind().equals("action"))
            .forEach(need -> items.add(step(need)));
        if (!order.state().isEditable()) {
            return items;
        }
        needs.findings().stream().filter(finding -> finding.severity() != Severity.INFO).filter(finding -> !isOfMaterial(finding))
            .forEach(finding -> items.add(new ListItem(Kind.CHECK, finding.ruleId(), Stage.FILING, finding.pointer(), finding.text(),
                finding.isBlocking() ? State.WRONG : State.WARNED, List.of(finding.mend()), null, null, finding.source())));
        return items;
    }

    /** Every required field: those that an empty form of this kind lacks, and what this one lacks beside. */
    private void fields(List<ListItem> items) {
        List<Requirement> missing = needs.missing().stream().filter(need -> need.kind().equals("field")).toList();
        List<Finding> asked = book.missingFields(filing(blank(order.application())));
        asked.stream().filter(finding -> missing.stream().noneMatch(need -> need.id().equals(finding.ruleId())
            && need.pointer().equals(finding.pointer()))).forEach(finding -> items.add(field(finding.ruleId(), finding.pointer(),
                finding.text(), State.DONE, null)));
        missing.forEach(need -> items.add(field(need.id(), need.pointer(), need.text(), State.MISSING, need.due())));
    }

    private ListItem field(String rule, String pointer, LocalizedText text, State state, Instant due) {
        RequirementPage.Item label = labels.get(rule);
        String id = rule.startsWith(REQUIRED) ? rule.substring(REQUIRED.length()) : rule;
        return new ListItem(Kind.FIELD, id, Stage.FILING, pointer, label == null ? text : label.text(), state,
            label == null ? List.of() : label.details(), null, due, label == null ? null : label.source());
    }

    private ListItem material(NeededMaterial need) {
        boolean there = order.materials().stream().anyMatch(one -> is(one, need));
        List<Finding> against = order.state().isEditable() ? needs.findings().stream().filter(finding -> isOfMaterial(finding)
            && finding.ruleId().endsWith(":" + need.type()) && finding.pointer().equals(need.subject())).toList() : List.of();
        State found = !there ? isMissing(need) ? State.MISSING : State.OPTIONAL : against.isEmpty() ? State.DONE : State.WARNED;
        State state = against.stream().anyMatch(Finding::isBlocking) ? State.WRONG : found;
        List<LocalizedText> criteria = new ArrayList<>(against.stream().map(Finding::text).toList());
        criteria.addAll(need.conditions());
        criteria.add(size(need));
        return new ListItem(Kind.MATERIAL, need.type(), Stage.FILING, need.subject(), need.name(), state, criteria, null,
            state == State.MISSING ? order.progress().due() : null, need.source());
    }

    /** Whether the order lacks it now; one that was handed in lacks none, and some changes need none. */
    private boolean isMissing(NeededMaterial need) {
        return needs.missing().stream().anyMatch(one -> one.kind().equals("material") && one.id().equals(need.type())
            && one.pointer().equals(need.subject()));
    }

    private static boolean isOfMaterial(Finding finding) {
        return finding.ruleId().startsWith("material-");
    }

    private static boolean is(MaterialInfo one, NeededMaterial need) {
        return one.type().equals(need.type()) && Objects.equals(one.subject(), need.subject());
    }

    private static LocalizedText size(NeededMaterial need) {
        String media = String.join(" / ", need.mediaTypes().stream().map(type -> type.replace("image/", "").toUpperCase(Locale.ROOT))
            .toList());
        String from = (need.minBytes() + 1023) / 1024 + " KB";
        String to = need.maxBytes() > 0 ? (need.maxBytes() + 1023) / 1024 + " KB" : null;
        return new LocalizedText(media + "，不小于 " + from + (to == null ? "" : "，不大于 " + to),
            media + ", at least " + from + (to == null ? "" : ", at most " + to));
    }

    private ListItem step(Requirement need) {
        State state = switch (need.when()) {
            case "later" -> State.LATER;
            case "overdue" -> State.OVERDUE;
            default -> State.MISSING;
        };
        Kind kind = need.kind().equals("consent") ? Kind.CONSENT : Kind.ACTION;
        Stage stage = order.state() == OrderState.APPROVED ? Stage.AFTER_GRANT : Stage.FILING;
        return new ListItem(kind, need.id(), stage, need.pointer(), need.text(), state, List.of(), null, need.due(), null);
    }

    private FilingCase filing(Application application) {
        List<CaseMaterial> materials = order.materials().stream().map(one -> new CaseMaterial(one.type(), one.subject(),
            one.mediaType(), one.size(), one.width(), one.height())).toList();
        return new FilingCase(order.id(), order.type(), application, materials, List.of(), order.account(), now);
    }

    /** The same form with nothing in it but what decides which form it is. */
    private static Application blank(Application given) {
        Organizer known = given.organizer();
        Organizer organizer = known == null ? null : new Organizer(known.nature(), known.provinceId(), null, null, null, null, null, null,
            null, null, null, NOBODY, null);
        return new Application(organizer, given.services().stream().map(CaseItems::blank).toList(), null);
    }

    private static InternetService blank(InternetService given) {
        return given instanceof App ? new App(null, List.of(), List.of(), List.of(), null, NOBODY, List.of(), null, null, List.of(), null)
            : new WebSite(null, List.of(), null, List.of(), List.of(), List.of(), null, NOBODY, List.of(), null);
    }
}
