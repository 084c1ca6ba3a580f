package org.openbeian.core.fact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.rules.Circumstances.FiledOrganizer;
import org.openbeian.core.identifier.Forms;

/** What the name of a service has to do with other names. */
final class ServiceNames {

    private ServiceNames() {
    }

    /** Whether another service of the order bears the name; null while there is no name. */
    static Boolean usedInOrder(Part part) {
        InternetService service = part.subject(InternetService.class);
        return service.name() == null ? null
            : Boolean.valueOf(others(part).stream().anyMatch(other -> equal(service.name(), other.name())));
    }

    /** Whether a service of the same kind bears the name, in the order or on record. */
    static Boolean usedByOrganizer(Part part) {
        InternetService service = part.subject(InternetService.class);
        if (service.name() == null) {
            return null;
        }
        FiledOrganizer filed = part.filing().circumstances().filed();
        Stream<InternetService> onRecord = filed == null ? Stream.empty() : filed.services().stream();
        return Stream.concat(others(part).stream(), onRecord)
            .anyMatch(other -> other instanceof App == service instanceof App && equal(service.name(), other.name()));
    }

    /** Whether the name holds that of a principal or of an individual organizer. */
    static Boolean namesPerson(Part part) {
        InternetService service = part.subject(InternetService.class);
        Organizer organizer = part.filing().application().organizer();
        String individual = organizer == null || organizer.nature() == null || !organizer.nature().isPerson() ? null
            : organizer.name();
        List<String> people = Stream.of(name(service.principal()), organizer == null ? null : name(organizer.principal()),
            individual).filter(Objects::nonNull).filter(name -> name.length() > 1).toList();
        return service.name() == null || people.isEmpty() ? null
            : Boolean.valueOf(people.stream().anyMatch(service.name()::contains));
    }

    /** Whether the name shares two neighbouring characters with the organizer's. */
    static Boolean fitsOrganizer(Part part) {
        String name = part.subject(InternetService.class).name();
        Organizer organizer = part.filing().application().organizer();
        if (name == null || organizer == null || organizer.name() == null) {
            return null;
        }
        for (int i = 0; i + 2 <= name.length(); i++) {
            if (organizer.name().contains(name.substring(i, i + 2))) {
                return true;
            }
        }
        return false;
    }

    private static List<InternetService> others(Part part) {
        Application application = part.filing().application();
        InternetService own = part.subject(InternetService.class);
        return application.services().stream().filter(other -> other != own).toList();
    }

    private static String name(Principal principal) {
        return principal == null ? null : principal.name();
    }

    private static boolean equal(String one, String other) {
        return other != null && Forms.canonical(one).equals(Forms.canonical(other));
    }
}
