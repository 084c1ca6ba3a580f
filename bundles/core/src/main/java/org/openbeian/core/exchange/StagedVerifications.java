package org.openbeian.core.exchange;

import java.util.List;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.order.Verification;
import org.openbeian.api.order.Verifications;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.order.Certificates;
import org.openbeian.core.order.PublicRegistries;
import org.openbeian.core.order.Steps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs the checks of a step, and proposes a type. */
@Component(service = Verifications.class)
public final class StagedVerifications implements Verifications {

    private final Orders orders;
    private final TypeProposals proposals;

    /** Created by Declarative Services. */
    @Activate
    public StagedVerifications(@Reference Orders orders, @Reference Transactions transactions, @Reference RegisterStore register,
            @Reference Certificates certificates, @Reference Gateways gateways, @Reference PublicRegistries registries) {
        this.orders = orders;
        this.proposals = new TypeProposals(transactions, register, certificates, gateways, registries, Gateways.PATIENCE);
    }

    @Override
    public Verification verify(Actor actor, String id, String step) {
        if (step != null && !Steps.ALL.contains(step)) {
            throw new Refusal(Refusal.Kind.INVALID, "step-unknown", "The steps are " + String.join(", ", Steps.ALL) + ".");
        }
        Order order = orders.get(actor, id);
        Requirements needs = orders.requirements(actor, id);
        List<Requirement> missing = needs.missing().stream().filter(need -> need.kind().equals("field") || need.kind().equals("material"))
            .filter(need -> step == null || need.step().equals(step)).toList();
        List<Finding> findings = needs.findings().stream().filter(one -> step == null || Steps.of(one.pointer()).equals(step)).toList();
        boolean passes = missing.stream().noneMatch(Requirement::blocking) && findings.stream().noneMatch(Finding::isBlocking);
        return new Verification(id, needs.version(), step, passes, missing, findings, proposals.of(order));
    }
}
