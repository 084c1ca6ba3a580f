package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.store.OrderStore;
import org.openbeian.core.identifier.Phones;

/**
 * Which mobiles of an order are verified (T-30): its history says so, by marks that nobody without the server's key can tell apart
 * from those of other orders. Joins the caller's transaction. Thread-safe.
 */
final class Mobiles {

    /** Detail of the event that holds the mark of the verified number. */
    static final String MARK = "mobile";

    private final OrderStore orders;
    private final BlindIndex index;
    private final CoreSettings settings;

    Mobiles(OrderStore orders, BlindIndex index, CoreSettings settings) {
        this.orders = orders;
        this.index = index;
        this.settings = settings;
    }

    /** The mobile that is entered for a person, by its place: its digits, without country code, spaces and hyphens. */
    static Optional<String> at(Application application, String pointer) {
        return places(application).stream().filter(place -> place.pointer().equals(pointer)).map(Place::mobile).findFirst();
    }

    private static List<Place> places(Application application) {
        List<Place> places = new ArrayList<>();
        if (application.organizer() != null) {
            add(places, "/organizer/principal", application.organizer().principal());
        }
        List<InternetService> services = application.services();
        for (int i = 0; i < services.size(); i++) {
            add(places, "/services/" + i + "/principal", services.get(i).principal());
        }
        return places;
    }

    private static void add(List<Place> to, String pointer, Principal principal) {
        if (principal != null && principal.mobile() != null && !principal.mobile().isBlank()) {
            to.add(new Place(pointer, Phones.mobileDigits(principal.mobile())));
        }
    }

    /** A number of an order without the number itself; the same number has another mark in another order. */
    String mark(String orderId, String mobile) {
        return index.mark(BlindIndex.Kind.CODE, "mobile " + orderId + " " + index.mark(BlindIndex.Kind.PHONE, mobile));
    }

    /** The mobiles that still have to be verified before the order can be handed in. */
    List<Finding> missing(Order order) {
        if (TypeProfile.of(order.type()).ends() || !settings.needsMobileCodes(order.provinceId())) {
            return List.of();
        }
        Set<String> done = orders.history(order.id(), 0).stream().filter(entry -> entry.event() == OrderEvent.MOBILE_VERIFIED)
            .map(entry -> entry.details().get(MARK)).collect(Collectors.toCollection(HashSet::new));
        return places(order.application()).stream().filter(place -> done.add(mark(order.id(), place.mobile())))
            .map(place -> ServerFindings.block("mobile-unverified", place.pointer() + "/mobile",
                text("手机号码尚未通过验证码验证", "The mobile is not verified by a code yet"),
                text("请获取验证码并填写", "Ask for a code and enter it"))).toList();
    }

    /**
     * A mobile that is entered.
     *
     * @param pointer place of its person
     */
    private record Place(String pointer, String mobile) {
    }
}
