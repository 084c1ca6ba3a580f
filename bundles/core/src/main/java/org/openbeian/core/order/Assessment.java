package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.rules.Verdict;
import org.openbeian.api.store.OrderStore;

/**
 * What stands against an order at one moment.
 *
 * @param fields fields that are missing
 * @param materials required materials that are missing
 * @param findings everything else that rules say; what was overridden is a warning
 * @param verdict the verdict, or null when the province's rules are away
 * @param waiting why the order would have to wait, or null
 * @param filing the case that was judged
 */
record Assessment(List<Finding> fields, List<NeededMaterial> materials, List<Finding> findings, Verdict verdict,
        Waiting waiting, FilingCase filing) {

    /** The same, when no materials are asked for. */
    Assessment withoutMaterials() {
        return new Assessment(fields, List.of(), findings, verdict, waiting, filing);
    }

    /** Everything that stops the order, missing things first. */
    List<Finding> blocking() {
        List<Finding> all = new ArrayList<>(fields);
        materials.forEach(material -> all.add(missing(material)));
        findings.stream().filter(Finding::isBlocking).forEach(all::add);
        return all;
    }

    /** Stores the verdict of an order that goes on with it. */
    void keep(OrderStore orders, Order order) {
        if (verdict != null && waiting == null) {
            orders.addVerdict(order.id(), order.progress().round(), verdict);
        }
    }

    /** What becomes of an order against which nothing stands: it goes on or waits. */
    Change change(Order order) {
        Change change = Change.of(order).with("round", order.progress().round());
        return waiting == null ? change.order(order.with(order.review().withClearances(handedIn(order))))
            .with("ruleBook", verdict.ruleBook())
            : change.waiting(waiting).with("waiting", waiting.reason()).with("subject", waiting.subject());
    }

    /** What the rules judged at a place; empty while they are away. */
    Stream<Finding> judged(String rule, String pointer) {
        return verdict == null ? Stream.empty()
            : verdict.findings().stream().filter(one -> one.ruleId().equals(rule) && one.pointer().equals(pointer));
    }

    /** Tells whether a finding rests on the same as another time. */
    String hash(Finding finding) {
        return FindingInputs.hash(finding, verdict, filing);
    }

    /** Whether an inventory does not answer, so that nothing can be said about the resources. */
    boolean isInventoryAway() {
        return findings.stream().anyMatch(one -> one.ruleId().equals(Assessor.INVENTORY_AWAY));
    }

    private boolean isInventoryAway(String pointer) {
        return findings.stream().anyMatch(one -> one.ruleId().equals(Assessor.INVENTORY_AWAY)
            && (pointer + "/").startsWith(one.pointer() + "/"));
    }

    /**
     * What specialists said about findings that still stand and rest on the same as then; all while the rules are away, and those about
     * accesses whose inventory does not answer.
     */
    List<Clearance> standing(Order order) {
        List<Clearance> known = order.review().clearances();
        return verdict == null ? known : known.stream().filter(one -> isInventoryAway(one.pointer())
            || judged(one.ruleId(), one.pointer()).anyMatch(finding -> finding.severity() == one.severity()
                && hash(finding).equals(one.inputsHash()))).toList();
    }

    /** What goes on with an order that is handed in: what was said and still holds, and the rules' enquiries beside. */
    private List<Clearance> handedIn(Order order) {
        List<Clearance> all = new ArrayList<>(standing(order).stream().filter(Clearance::holds).toList());
        verdict.findings().stream().filter(finding -> finding.severity() == Severity.ASK).forEach(finding -> {
            String hash = hash(finding);
            if (all.stream().noneMatch(one -> one.isAbout(finding.ruleId(), finding.pointer()) && one.inputsHash().equals(hash))) {
                all.add(new Clearance(finding.ruleId(), finding.pointer(), Severity.ASK, finding.text(), hash, null, null, null,
                    null, null));
            }
        });
        return all;
    }

    private static Finding missing(NeededMaterial material) {
        return new Finding("material-missing:" + material.type(), Severity.BLOCK, material.subject(),
            ServerFindings.text("缺少材料：" + material.name().zh(), "Missing material: " + material.name().en()),
            ServerFindings.text("请上传该材料（类型 " + material.type() + "）", "Upload it as a material of type " + material.type()),
            material.source(), material.bundle(), null);
    }
}
