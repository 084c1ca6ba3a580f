package org.openbeian.core.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.rules.FilingCase;

/** Takes a case apart: the things that rules look at, by scope. */
public final class CaseParts {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final FactCatalogue catalogue;
    private final FilingCase filing;
    private final LocalDate today;
    private final Map<Scope, List<Part>> parts = new EnumMap<>(Scope.class);

    private CaseParts(FactCatalogue catalogue, FilingCase filing) {
        this.catalogue = catalogue;
        this.filing = filing;
        this.today = day(filing.judgedOn());
    }

    /** Takes a case apart. */
    public static CaseParts of(FilingCase filing) {
        CaseParts result = new CaseParts(FactCatalogue.INSTANCE, filing);
        result.split();
        return result;
    }

    /** The day of an instant where the authorities are. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, SHANGHAI);
    }

    /** The things of one scope, in the order of the application. */
    public List<Part> of(Scope scope) {
        return parts.getOrDefault(scope, List.of());
    }

    /** The day on whose rules is judged. */
    public LocalDate today() {
        return today;
    }

    private void split() {
        Part order = add(Scope.ORDER, null, filing.application(), "");
        Organizer organizer = filing.application().organizer();
        add(Scope.PRINCIPAL, order, new PrincipalPart("ORGANIZER", organizer == null ? null : organizer.principal()),
            "/organizer/principal");
        List<InternetService> services = filing.application().services();
        for (int i = 0; i < services.size(); i++) {
            split(order, services.get(i), "/services/" + i);
        }
    }

    private void split(Part order, InternetService service, String pointer) {
        add(Scope.PRINCIPAL, order, new PrincipalPart("SERVICE", service.principal()), pointer + "/principal");
        Part part = add(Scope.SERVICE, order, service, pointer);
        List<String> domains = service.domains();
        List<String> places = places(service, pointer);
        for (int i = 0; i < domains.size(); i++) {
            add(Scope.DOMAIN, part, new DomainPart(domains.get(i)), places.get(i));
        }
        List<Access> accesses = service.accesses();
        for (int i = 0; i < accesses.size(); i++) {
            add(Scope.ACCESS, part, AccessPart.of(accesses.get(i), filing), pointer + "/accesses/" + i);
        }
    }

    /**
     * Where the domains of a service stand, in the order of {@link InternetService#domains()}; those of an APP stand in its features.
     *
     * @param pointer JSON pointer to the service
     */
    public static List<String> places(InternetService service, String pointer) {
        List<String> places = new ArrayList<>();
        if (service instanceof App app) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < app.features().size(); i++) {
                List<String> domains = app.features().get(i).domains();
                for (int j = 0; j < domains.size(); j++) {
                    if (seen.add(domains.get(j))) {
                        places.add(pointer + "/features/" + i + "/domains/" + j);
                    }
                }
            }
            return places;
        }
        for (int i = 0; i < service.domains().size(); i++) {
            places.add(pointer + "/domains/" + i);
        }
        return places;
    }

    private Part add(Scope scope, Part around, Object subject, String pointer) {
        Part part = new Part(scope, around, filing, today, subject, pointer, catalogue.size(scope));
        parts.computeIfAbsent(scope, s -> new ArrayList<>(4)).add(part);
        return part;
    }
}
