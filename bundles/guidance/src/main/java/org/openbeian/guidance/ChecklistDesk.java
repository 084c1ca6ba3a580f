package org.openbeian.guidance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openbeian.api.guidance.Checklist;
import org.openbeian.api.guidance.Checklist.ListItem;
import org.openbeian.api.guidance.Checklists;
import org.openbeian.api.order.Forecasts;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Draws up checklists (T-108). Thread-safe. */
@Component(service = Checklists.class)
public final class ChecklistDesk implements Checklists {

    private final Orders orders;
    private final RuleBooks books;
    private final ResourceInventory inventory;
    private final Forecasts forecasts;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public ChecklistDesk(@Reference Orders orders, @Reference RuleBooks books,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ResourceInventory inventory,
            @Reference Forecasts forecasts, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.orders = orders;
        this.books = books;
        this.inventory = inventory;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    @Override
    public Checklist of(Actor actor, String orderId) {
        Requirements needs = orders.requirements(actor, orderId);
        Order order = orders.get(actor, orderId);
        Instant now = clock.instant();
        List<ListItem> items = new ArrayList<>(new CaseItems(order, needs, books.current(), now).all());
        items.addAll(LaterItems.of(order, hasAddress(order)));
        if (order.state().isEditable() && LaterItems.opens(order.type())) {
            items.add(LaterItems.goLive(forecasts.of(order.type(), order.provinceId())));
        }
        items.sort(Comparator.comparing(ListItem::stage));
        return new Checklist(order.id(), order.version(), order.type(), order.state(), order.provinceId(), now,
            needs.complete(), items);
    }

    private boolean hasAddress(Order order) {
        return order.application().services().stream().flatMap(service -> service.accesses().stream()).anyMatch(access ->
            !access.ips().isEmpty() || access.resourceKind() != null && access.resourceId() != null
            && inventory.find(access.resourceKind(), access.resourceId()).stream().anyMatch(facts -> !facts.ips().isEmpty()));
    }

    @Override
    public PrintedDocument document(Actor actor, String orderId, boolean chinese) {
        return new ChecklistPage(chinese).of(of(actor, orderId));
    }
}
