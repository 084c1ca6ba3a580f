package org.openbeian.core.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.store.CorrectionStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.identifier.Forms;
import org.openbeian.core.register.Domains;
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
    private final CorrectionStore corrections;

    /** Created by Declarative Services. */
    @Activate
    public Certificates(@Reference OrderStore orders, @Reference RegisterStore register, @Reference BlindIndex index,
            @Reference CorrectionStore corrections) {
        this.orders = orders;
        this.register = register;
        this.index = index;
        this.corrections = corrections;
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

    /** The mark by which an organizer is kept out. */
    String mark(String certificateNumber) {
        return "certificate:" + index.mark(BlindIndex.Kind.CERTIFICATE_NUMBER, certificateNumber);
    }

    /** The mark by which a domain is kept out. */
    static String domainMark(String domain) {
        return "domain:" + Domains.key(domain);
    }

    /** JSON pointers to what authorities keep out of an order: its organizer, its domains. */
    List<String> blacklisted(Order order) {
        Map<String, String> places = new LinkedHashMap<>();
        Organizer organizer = order.application().organizer();
        if (organizer != null && !isBlank(organizer.certificateNumber())) {
            places.put("/organizer/certificateNumber", mark(organizer.certificateNumber()));
        }
        for (int i = 0; i < order.application().services().size(); i++) {
            List<String> domains = order.application().services().get(i).domains();
            for (int j = 0; j < domains.size(); j++) {
                places.put("/services/" + i + "/domains/" + j, domainMark(domains.get(j)));
            }
        }
        Set<String> out = corrections.blacklisted(places.values());
        return places.entrySet().stream().filter(place -> out.contains(place.getValue())).map(Map.Entry::getKey).toList();
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
