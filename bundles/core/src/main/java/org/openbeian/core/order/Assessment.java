package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Waiting;
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
 * @param findings everything else that rules say
 * @param verdict the verdict, or null when the province's rules are away
 * @param waiting why the order would have to wait, or null
 */
record Assessment(List<Finding> fields, List<NeededMaterial> materials, List<Finding> findings, Verdict verdict,
        Waiting waiting) {

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
        return waiting == null ? change.with("ruleBook", verdict.ruleBook())
            : change.waiting(waiting).with("waiting", waiting.reason()).with("subject", waiting.subject());
    }

    private static Finding missing(NeededMaterial material) {
        return new Finding("material-missing:" + material.type(), Severity.BLOCK, material.subject(),
            ServerFindings.text("缺少材料：" + material.name().zh(), "Missing material: " + material.name().en()),
            ServerFindings.text("请上传该材料（类型 " + material.type() + "）", "Upload it as a material of type " + material.type()),
            material.source(), material.bundle(), null);
    }
}
