package org.openbeian.core.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.store.CorrectionStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.fact.CaseParts;
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

    BlindIndex index() {
        return index;
    }

    /** The organizer on record here that was filed with a certificate's number and is not cancelled. */
    public Optional<OrganizerEntry> filed(String number) {
        return isBlank(number) ? Optional.empty() : register.organizerOf(number).or(() -> firstOnes(number,
            index.mark(BlindIndex.Kind.CERTIFICATE_NUMBER, number), one -> one.state() == OrderState.APPROVED)
            .filter(order -> order.grant() != null)
            .map(order -> register.organizer(order.grant().organizerNumber())).flatMap(Optional::stream)
            .filter(entry -> entry.state() != OrganizerState.CANCELLED && entry.data() == null).findFirst());
    }

    /** The key by which an order keeps others for the same new organizer out; null while there is no number. */
    String key(Organizer organizer) {
        return organizer == null || isBlank(organizer.certificateNumber()) ? null : mark(organizer.certificateNumber());
    }

    /** Another order under way that files the same organizer for the first time. */
    boolean isUnderWay(Order order) {
        Organizer organizer = order.application().organizer();
        if (organizer == null || isBlank(organizer.certificateNumber())) {
            return false;
        }
        String mark = index.mark(BlindIndex.Kind.CERTIFICATE_NUMBER, organizer.certificateNumber());
        return orders.holder("certificate:" + mark).filter(id -> !id.equals(order.id())).isPresent()
            || firstOnes(organizer.certificateNumber(), mark, other -> !other.id().equals(order.id())
                && other.state() != OrderState.DRAFT && !other.state().isFinal()).findFirst().isPresent();
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
            InternetService service = order.application().services().get(i);
            List<String> at = CaseParts.places(service, "/services/" + i);
            for (int j = 0; j < at.size(); j++) {
                places.put(at.get(j), domainMark(service.domains().get(j)));
            }
        }
        Set<String> out = corrections.blacklisted(places.values());
        return places.entrySet().stream().filter(place -> out.contains(place.getValue())).map(Map.Entry::getKey).toList();
    }

    /** Orders that file the organizer for the first time, as far as they fit; one is loaded only when it is asked for. */
    private Stream<Order> firstOnes(String number, String mark, Predicate<OrderSummary> fit) {
        String wanted = Forms.canonical(number);
        return orders.marked(mark, MOST).stream().filter(one -> one.type() == FilingType.FIRST).filter(fit)
            .map(OrderSummary::id).map(orders::load).flatMap(Optional::stream).filter(order -> order.application().organizer() != null
                && order.application().organizer().certificateNumber() != null
                && Forms.canonical(order.application().organizer().certificateNumber()).equals(wanted));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
