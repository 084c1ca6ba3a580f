package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Order;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.register.Domains;

/** A domain may be part of one order only, and is filed for the first time only once. Thread-safe. */
final class TakenDomains {

    private static final LocalizedText MEND = text("请核对域名；如已备案，请改办新增接入或变更",
        "Check the domain; if it is filed, ask for access or a change instead");

    private final OrderStore orders;
    private final RegisterStore register;

    TakenDomains(OrderStore orders, RegisterStore register) {
        this.orders = orders;
        this.register = register;
    }

    List<Finding> taken(Order order) {
        List<Finding> taken = new ArrayList<>();
        List<InternetService> services = order.application().services();
        for (int i = 0; i < services.size(); i++) {
            List<String> domains = services.get(i).domains();
            for (int j = 0; j < domains.size(); j++) {
                String domain = Domains.key(domains.get(j));
                String pointer = "/services/" + i + "/domains/" + j;
                if (orders.openOrderOfDomain(domain, order.id()).isPresent()) {
                    taken.add(ServerFindings.block("domain-in-other-order", pointer,
                        text("该域名已在另一备案订单中", "The domain is part of another order"), MEND));
                }
                if (register.byDomain(domain).isPresent()) {
                    taken.add(ServerFindings.block("domain-already-filed", pointer,
                        text("该域名已备案", "The domain is filed already"), MEND));
                }
            }
        }
        return taken;
    }
}
