package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.util.List;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.json.JsonChanges;

/** What may be repaired after a return: the marked places, and whatever lies below them (T-38). */
final class Marks {

    private static final String MATERIALS = "/materials/";
    /** What the applicant confirms is asked for by the submission, not by the return; it says nothing of what is filed. */
    private static final String CONFIRMED = "/basis/confirmed";

    private Marks() {
    }

    /** A finding for each changed place that is not marked; empty while the order was never returned. */
    static List<Finding> unmarked(Order order, List<String> changed) {
        if (order.state() == OrderState.DRAFT) {
            return List.of();
        }
        return changed.stream().filter(place -> !JsonChanges.isWithin(place, CONFIRMED)).filter(place -> order.review().reasons().stream()
                .noneMatch(reason -> JsonChanges.isWithin(place, reason.pointer())))
            .map(place -> ServerFindings.block("field-not-marked", place,
                text("该字段未被标记为需要修改", "This field was not marked for repair"),
                text("请恢复原值，只修改被标记的字段", "Restore its value; change the marked fields only"))).toList();
    }

    /**
     * Whether a material may be added, replaced or removed: its subject is marked, or lies around a marked field, or the
     * material itself is marked.
     */
    static boolean allows(Order order, String type, String subject) {
        if (order.state() == OrderState.DRAFT) {
            return true;
        }
        List<String> ids = order.materials().stream()
            .filter(material -> material.type().equals(type) && material.subject().equals(subject))
            .map(MaterialInfo::id).toList();
        return ids.isEmpty() || order.review().reasons().stream().map(ReturnReason::pointer).anyMatch(mark ->
            JsonChanges.isWithin(subject, mark) || JsonChanges.isWithin(mark, subject)
                || mark.equals(MATERIALS + type) || ids.stream().anyMatch(id -> mark.equals(MATERIALS + id)));
    }
}
