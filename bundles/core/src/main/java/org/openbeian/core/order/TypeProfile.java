package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;

/**
 * What the filing types ask for (E-08 to E-18): the one table of them, beside that of the life cycle.
 *
 * @param type the type
 * @param about what the order rests on
 * @param fewest fewest services of the order
 * @param most most services of the order; new ones are limited by the configuration beside
 * @param here whether organizer and services must be in our register
 * @param open the places that may differ from the register
 * @param password whether the filing password goes along
 * @param sms who gets the ministry's code
 * @param ends whether records end, so that a reason is asked for and no numbers are granted
 */
record TypeProfile(FilingType type, About about, int fewest, int most, boolean here, Pattern open, boolean password, Sms sms,
        boolean ends) {

    private static final int MANY = 100;
    private static final String ALL = "/.*";
    private static final String SERVICES = "/services(/.*)?|/extra/.*";
    private static final String ACCESSES = "/services/\\d+/accesses(/.*)?";
    private static final String ORGANIZER = "/organizer/.*|/extra/.*";
    private static final String SERVICE_DATA = "/services/\\d+/.*|/extra/.*";
    private static final String BOTH = ORGANIZER + "|" + SERVICE_DATA;
    private static final String NOTHING = "(?!)";

    /** What an order rests on. */
    enum About {
        /** Nothing is filed yet. */
        NEW,
        /** A filed organizer; the services, if any, are new. */
        ORGANIZER,
        /** A filed organizer, and those of its filed services that the applicant names. */
        SERVICES,
        /** A filed organizer with all its services that have access here: they are sent along. */
        EVERYTHING
    }

    /** Who gets the ministry's code. */
    enum Sms {
        BOTH, ORGANIZER, SERVICES
    }

    static final List<TypeProfile> TABLE = List.of(
        //  type                         rests on          services   here   may differ    password  SMS to         ends
        row(FilingType.FIRST,            About.NEW,        1, MANY,   false, ALL,          false,    Sms.BOTH,      false),
        row(FilingType.NEW_SERVICE,      About.ORGANIZER,  1, MANY,   false, SERVICES,     false,    Sms.SERVICES,  false),
        row(FilingType.ACCESS,           About.SERVICES,   1, 1,      false, ACCESSES,     true,     Sms.SERVICES,  false),
        row(FilingType.CHANGE_ORGANIZER, About.EVERYTHING, 1, MANY,   true,  ORGANIZER,    false,    Sms.ORGANIZER, false),
        row(FilingType.CHANGE_SERVICE,   About.SERVICES,   1, MANY,   true,  SERVICE_DATA, false,    Sms.SERVICES,  false),
        row(FilingType.CHANGE_BOTH,      About.EVERYTHING, 1, MANY,   true,  BOTH,         false,    Sms.BOTH,      false),
        row(FilingType.CANCEL_ORGANIZER, About.ORGANIZER,  0, 0,      true,  NOTHING,      true,     Sms.ORGANIZER, true),
        row(FilingType.CANCEL_SERVICE,   About.SERVICES,   1, 1,      true,  NOTHING,      false,    Sms.SERVICES,  true),
        row(FilingType.CANCEL_ACCESS,    About.SERVICES,   1, 1,      true,  NOTHING,      false,    Sms.SERVICES,  true));

    private static TypeProfile row(FilingType type, About about, int fewest, int most, boolean here, String open, boolean password,
            Sms sms, boolean ends) {
        return new TypeProfile(type, about, fewest, most, here, Pattern.compile(open), password, sms, ends);
    }

    static TypeProfile of(FilingType type) {
        return TABLE.get(type.ordinal());
    }

    /** Whether the order's services are to be filed for the first time. */
    boolean asksForNewServices() {
        return type == FilingType.FIRST || type == FilingType.NEW_SERVICE;
    }

    /** The way that the approval of an order takes that ends nothing. */
    Case granted() {
        return type == FilingType.FIRST ? Case.NEW_ORGANIZER : asksForNewServices() ? Case.USUAL : Case.UPDATED;
    }

    /** Whether it changes data on record. */
    boolean changes() {
        return about == About.EVERYTHING || type == FilingType.CHANGE_SERVICE;
    }

    /** JSON pointers of the persons who get the ministry's code, one for each mobile number (T-40, T-41). */
    List<String> verified(Order order) {
        List<String> pointers = new ArrayList<>();
        Principal organizer = order.application().organizer() == null ? null : order.application().organizer().principal();
        if (sms != Sms.SERVICES) {
            pointers.add("/organizer/principal");
        }
        List<String> mobiles = Stream.ofNullable(sms == Sms.SERVICES ? null : organizer).map(Principal::mobile)
            .collect(Collectors.toCollection(ArrayList::new));
        List<InternetService> services = sms == Sms.ORGANIZER ? List.of() : order.application().services();
        for (int i = 0; i < services.size(); i++) {
            String mobile = services.get(i).principal() == null ? null : services.get(i).principal().mobile();
            if (mobile == null || !mobiles.contains(mobile)) {
                pointers.add("/services/" + i + "/principal");
                mobiles.add(mobile);
            }
        }
        return pointers;
    }
}
