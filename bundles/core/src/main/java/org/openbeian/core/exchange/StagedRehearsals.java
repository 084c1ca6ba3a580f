package org.openbeian.core.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityRehearsal;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Rehearsal;
import org.openbeian.api.order.Rehearsals;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.order.OrderRoutes;
import org.openbeian.core.order.Resources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Rehearses orders: what they still need, whether they can be put into a file, and what a simulated authority says to it. */
@Component(service = Rehearsals.class)
public final class StagedRehearsals implements Rehearsals {

    /** A number that no submission ever gets. */
    private static final long NOBODYS = 900_000_000_000L;

    private final Orders orders;
    private final Transactions transactions;
    private final RegisterStore register;
    private final BlobStore blobs;
    private final Resources resources;
    private final Gateways gateways;
    private final OrderRoutes routes;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, fieldOption = FieldOption.REPLACE)
    private volatile AuthorityRehearsal stage;

    /** Created by Declarative Services. */
    @Activate
    public StagedRehearsals(@Reference Orders orders, @Reference Transactions transactions, @Reference RegisterStore register,
            @Reference BlobStore blobs, @Reference Resources resources, @Reference Gateways gateways, @Reference OrderRoutes routes) {
        this.routes = routes;
        this.orders = orders;
        this.transactions = transactions;
        this.register = register;
        this.blobs = blobs;
        this.resources = resources;
        this.gateways = gateways;
    }

    StagedRehearsals with(AuthorityRehearsal rehearsal) {
        stage = rehearsal;
        return this;
    }

    @Override
    public Rehearsal rehearse(Actor actor, String id) {
        Order order = orders.get(actor, id);
        Requirements needs = orders.requirements(actor, id);
        List<Finding> findings = new ArrayList<>(needs.missing().stream().filter(StagedRehearsals::stops).map(StagedRehearsals::missing)
            .toList());
        findings.addAll(needs.findings());
        List<String> problems = new ArrayList<>();
        byte[] file = prepare(order, problems);
        AuthorityRehearsal here = stage;
        boolean asked = here != null && file != null;
        List<String> errors = !asked ? List.of() : account(order).map(account -> here.rehearse(account, file)).orElse(List.of());
        return new Rehearsal(needs.complete() && problems.isEmpty() && errors.isEmpty(), findings, problems, asked, errors);
    }

    /** Consents are given with the submission alone, so that none is missing before. */
    private static boolean stops(Requirement need) {
        return need.blocking() && (need.kind().equals("field") || need.kind().equals("material"));
    }

    private static Finding missing(Requirement need) {
        return new Finding(need.id(), Severity.BLOCK, need.pointer(), need.text(),
            new LocalizedText("请补充后再提交", "Enter or upload it"), null, null, null, true);
    }

    private Optional<String> account(Order order) {
        return transactions.call(() -> routes.to(order));
    }

    /** The file that would be sent, or null with the reasons. */
    private byte[] prepare(Order order, List<String> problems) {
        Optional<String> account = account(order);
        AuthorityGateway gateway = account.flatMap(gateways::of).orElse(null);
        if (gateway == null) {
            problems.add("no gateway has an upload account for province " + order.provinceId());
            return null;
        }
        PreparedUpload prepared = transactions.call(() -> gateway.prepare(account.get(),
            List.of(new Submissions(register, blobs, access -> resources.whole(
                new ResourceRef(access.resourceKind(), access.resourceId())).map(facts -> facts.ips()).orElse(List.of()))
                .of(order, NOBODYS))));
        prepared.problems().values().forEach(problems::addAll);
        return problems.isEmpty() ? prepared.file() : null;
    }
}
