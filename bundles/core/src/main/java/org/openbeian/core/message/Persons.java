package org.openbeian.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
import org.openbeian.core.identifier.Phones;

/**
 * The persons in charge of an order, under the names by which effects know them: {@code organizer}, {@code service} for that of
 * the first service, {@code service-1} for that of the second and so on.
 */
final class Persons {

    static final String ORGANIZER = "organizer";
    static final String SERVICE = "service";

    private static final Pattern POINTER = Pattern.compile("/services/(\\d+)/principal");

    private Persons() {
    }

    /** All, the organizer's first. */
    static List<String> all(Order order) {
        List<String> all = new ArrayList<>(List.of(ORGANIZER));
        for (int i = 0; i < order.application().services().size(); i++) {
            all.add(ofService(i));
        }
        return all;
    }

    /** Those whom a message is for, he whom it is for first at the head. */
    static List<String> told(Notice notice, Order order, List<String> verified) {
        return switch (notice.receiver()) {
            case VERIFIED -> verified.isEmpty() ? all(order) : verified;
            case SERVICE_PRINCIPAL -> List.of(SERVICE);
            case PERSONS, ACCOUNT -> all(order);
        };
    }

    /** The person at a JSON pointer of the application, such as {@code /services/0/principal}. */
    static String at(String pointer) {
        Matcher service = POINTER.matcher(pointer);
        return service.matches() ? ofService(Integer.parseInt(service.group(1))) : ORGANIZER;
    }

    private static String ofService(int index) {
        return index == 0 ? SERVICE : SERVICE + "-" + index;
    }

    /** A person's mail address as entered, without spaces around it; null when there is none. */
    static String email(Principal person) {
        return person == null || person.email() == null || person.email().isBlank() ? null : person.email().strip();
    }

    /** A person's mobile number in the form of {@link #digits}, however it was entered; null when there is none. */
    static String mobile(Principal person) {
        return person == null || person.mobile() == null || person.mobile().isBlank() ? null : digits(person.mobile());
    }

    /** A phone number as it is compared, called and marked: without country code, spaces, hyphens and parentheses. */
    static String digits(String number) {
        return Phones.mobileDigits(number.replaceAll("[()（）]", ""));
    }

    /** A person, or null when the order has none of this name. */
    static Principal of(Order order, String person) {
        if (ORGANIZER.equals(person)) {
            return order.application().organizer() == null ? null : order.application().organizer().principal();
        }
        int index = SERVICE.equals(person) ? 0 : person.matches(SERVICE + "-\\d{1,4}")
            ? Integer.parseInt(person.substring(SERVICE.length() + 1)) : -1;
        List<InternetService> services = order.application().services();
        return index < 0 || index >= services.size() ? null : services.get(index).principal();
    }
}
