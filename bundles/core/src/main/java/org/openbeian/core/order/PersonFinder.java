package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.PersonSearch;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds orders by the marks of encrypted numbers. Thread-safe. */
@Component
public final class PersonFinder implements PersonSearch {

    private static final int LONGEST = 60;

    private final OrderStore orders;
    private final BlindIndex index;
    private final AuditLog audit;
    private final Transactions transactions;

    /** Created by Declarative Services. */
    @Activate
    public PersonFinder(@Reference OrderStore orders, @Reference BlindIndex index, @Reference AuditLog audit,
            @Reference Transactions transactions) {
        this.orders = orders;
        this.index = index;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public List<OrderSummary> find(Actor actor, BlindIndex.Kind kind, String number, String reason) {
        if (!actor.may(Permission.REVEAL_DATA)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This account may not search by personal data.");
        }
        check(kind, number);
        String why = Disclosure.reason(reason);
        return transactions.call(() -> {
            List<OrderSummary> found = orders.marked(index.mark(kind, number), MOST);
            audit.record(actor, "order.search", "person", kind.name(), why.replace(number.strip(), "***"),
                Map.of("found", Integer.toString(found.size())));
            return found;
        });
    }

    private static void check(BlindIndex.Kind kind, String number) {
        List<Finding> findings = new ArrayList<>();
        if (kind != BlindIndex.Kind.PHONE && kind != BlindIndex.Kind.CERTIFICATE_NUMBER) {
            findings.add(ServerFindings.block("search-kind", "/by", text("只能按电话或证件号码查询", "orders are found by a phone or"
                + " certificate number alone"), text("请填写 PHONE 或 CERTIFICATE_NUMBER", "give PHONE or CERTIFICATE_NUMBER")));
        }
        if (number == null || number.isBlank() || number.length() > LONGEST) {
            findings.add(ServerFindings.block("search-number", "/number", text("号码须为 1 至 60 个字符",
                "a number has 1 to 60 characters"), text("请填写完整号码", "give the whole number")));
        }
        if (!findings.isEmpty()) {
            throw Refusals.invalid("search-refused", "The search was not run; see the findings.", findings);
        }
    }
}
