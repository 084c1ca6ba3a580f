package org.openbeian.core.order;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.identifier.Forms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds organizers by the number of their certificate, whoever's account they came by. Marks are shared by all numbers in an order,
 * so what they find is looked at. Every method joins the caller's transaction. Thread-safe.
 */
@Component(service = Certificates.class)
public final class Certificates {

    private static final int MOST = 50;

    private final OrderStore orders;
    private final RegisterStore register;
    private final BlindIndex index;

    /** Created by Declarative Services. */
    @Activate
    public Certificates(@Reference OrderStore orders, @Reference RegisterStore register, @Reference BlindIndex index) {
        this.orders = orders;
        this.register = register;
        this.index = index;
    }

    /** The organizer on record here that was filed with a certificate's number and is not cancelled. */
    public Optional<OrganizerEntry> filed(String number) {
        return firstOnes(number, null).stream().filter(order -> order.state() == OrderState.APPROVED && order.grant() != null)
            .map(order -> register.organizer(order.grant().organizerNumber())).flatMap(Optional::stream)
            .filter(entry -> entry.state() != OrganizerState.CANCELLED).findFirst();
    }

    /** The key by which an order keeps others for the same new organizer out; null while there is no number. */
    String key(Organizer organizer) {
        return organizer == null || isBlank(organizer.certificateNumber()) ? null
            : "certificate:" + index.mark(BlindIndex.Kind.CERTIFICATE_NUMBER, organizer.certificateNumber());
    }

    /** Another order under way that files the same organizer for the first time. */
    boolean isUnderWay(Order order) {
        String key = key(order.application().organizer());
        return key != null && (orders.holder(key).filter(id -> !id.equals(order.id())).isPresent()
            || firstOnes(order.application().organizer().certificateNumber(), order.id()).stream()
                .anyMatch(other -> other.state() != OrderState.DRAFT && !other.state().isFinal()));
    }

    private List<Order> firstOnes(String number, String except) {
        if (isBlank(number)) {
            return List.of();
        }
        String wanted = Forms.canonical(number);
        return orders.marked(index.mark(BlindIndex.Kind.CERTIFICATE_NUMBER, number), MOST).stream()
            .filter(one -> one.type() == FilingType.FIRST && !one.id().equals(except)).map(OrderSummary::id).map(orders::load)
            .flatMap(Optional::stream).filter(order -> order.application().organizer() != null
                && order.application().organizer().certificateNumber() != null
                && Forms.canonical(order.application().organizer().certificateNumber()).equals(wanted)).toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
