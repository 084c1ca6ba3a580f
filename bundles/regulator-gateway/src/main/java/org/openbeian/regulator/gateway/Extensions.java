package org.openbeian.regulator.gateway;

import java.util.List;
import java.util.Locale;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
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
