package org.openbeian.regulator.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.regulator.gateway.payload.Extension;

/** Turns what V3.0 cannot say into the records of the extension. Stateless. */
final class Extensions {

    private Extensions() {
    }

    static Extension.OfSubject of(Organizer organizer) {
        LegalRepresentative legal = organizer.legalRepresentative();
        return new Extension.OfSubject(legal == null ? null : legal.name(),
            legal == null || legal.certificateType() == null ? null : (long) legal.certificateType().code(),
            legal == null ? null : legal.certificateNumber(), person(organizer.principal()));
    }

    static Extension.OfService of(InternetService service) {
        return new Extension.OfService(person(service.principal()), service instanceof App app ? app(app) : null);
    }

    /** What of an application only the extension can say: JSON pointers. APPs are not among them, which are refused without it. */
    static List<String> entered(Application application) {
        List<String> pointers = new ArrayList<>();
        Organizer organizer = application.organizer();
        if (organizer != null) {
            if (organizer.legalRepresentative() != null) {
                pointers.add("/organizer/legalRepresentative");
            }
            addEntered(organizer.principal(), "/organizer/principal", pointers);
        }
        for (int i = 0; i < application.services().size(); i++) {
            addEntered(application.services().get(i).principal(), "/services/" + i + "/principal", pointers);
        }
        return pointers;
    }

    private static void addEntered(Principal principal, String place, List<String> pointers) {
        Extension.OfPerson person = person(principal);
        if (person == null) {
            return;
        }
        Map<String, Boolean> fields = new LinkedHashMap<>();
        fields.put("emergencyContact", principal.emergencyContact() != null);
        fields.put("validFrom", principal.validFrom() != null);
        fields.put("validUntil", principal.validUntil() != null);
        fields.put("longTerm", Boolean.TRUE.equals(principal.longTerm()));
        fields.forEach((field, entered) -> {
            if (entered) {
                pointers.add(place + "/" + field);
            }
        });
    }

    private static Extension.OfPerson person(Principal principal) {
        return principal == null ? null : new Extension.OfPerson(principal.emergencyContact(), principal.validFrom(),
            principal.validUntil(), Boolean.TRUE.equals(principal.longTerm()));
    }

    private static Extension.AppRecord app(App app) {
        return new Extension.AppRecord(Boolean.TRUE.equals(app.offersSdk()), Boolean.TRUE.equals(app.usesSdk()),
            app.features().stream().map(Extensions::platform).toList());
    }

    private static Extension.Platform platform(AppFeature feature) {
        List<Extension.AppPackage> packages = feature.packages().stream().map(one -> new Extension.AppPackage(one.name(), one.publicKey(),
            one.fingerprint() == null ? null : one.fingerprint().replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT))).toList();
        return new Extension.Platform(feature.platform(),
            feature.domains().stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList(), packages);
    }
}
