package org.openbeian.core.fact;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.Forms;

/** Ways to the facts of a domain: of its name, and of its registration as far as that is known. */
final class DomainExtractors {

    private DomainExtractors() {
    }

    static void addTo(Map<String, FactKey.Extractor> to) {
        to.put("domain.name", part -> Take.value(part.subject(DomainPart.class).entered()));
        name(to, "ascii", DomainName::ascii);
        name(to, "registrable", d -> d.registrable().ascii());
        name(to, "isRegistrable", d -> d.registrable().ascii().equals(d.ascii()));
        name(to, "suffix", d -> "." + d.suffix());
        name(to, "topLevel", d -> "." + d.topLevel());
        name(to, "levels", d -> dots(d.ascii()) + 1);
        name(to, "depth", d -> dots(d.ascii()) - dots(d.registrable().ascii()) + 2);
        name(to, "label", d -> label(d.registrable().unicode()));
        name(to, "parent", d -> d.ascii().substring(d.ascii().indexOf('.') + 1));
        name(to, "chinese", d -> !d.ascii().equals(d.unicode()));
        state(to, "registrar", DomainState::registrar);
        state(to, "registrar.approved", DomainState::registrarApproved);
        state(to, "registrar.overseas", DomainState::overseasRegistrar);
        state(to, "registeredOn", DomainState::registeredOn);
        state(to, "expiresOn", DomainState::expiresOn);
        state(to, "privacy", DomainState::privacy);
        state(to, "realNameVerified", DomainState::realNameVerified);
        state(to, "realNameSince", DomainState::realNameSince);
        state(to, "holder.name", DomainState::holderName);
        state(to, "resolves", DomainState::resolves);
        state(to, "siteOpen", DomainState::siteOpen);
        to.put("domain.age", part -> {
            DomainState state = state(part);
            return state == null || state.registeredOn() == null ? null
                : Long.valueOf(ChronoUnit.DAYS.between(state.registeredOn(), part.today()));
        });
        to.put("domain.holder.is", part -> holder(state(part), organizer(part)));
        to.put("domain.holder.differs", part -> Take.value(differences(state(part), organizer(part))));
    }

    private static void name(Map<String, FactKey.Extractor> to, String name, Function<DomainName, Object> property) {
        to.put("domain." + name, part -> part.subject(DomainPart.class).of(property));
    }

    /** Where several sources know a domain, the first that knows the property counts. */
    private static void state(Map<String, FactKey.Extractor> to, String name, Function<DomainState, ?> property) {
        to.put("domain." + name, part -> states(part).map(state -> Take.from(state, property)).filter(Objects::nonNull).findFirst()
            .orElse(null));
    }

    private static Stream<DomainState> states(Part part) {
        Object registrable = part.subject(DomainPart.class).of(d -> d.registrable().ascii());
        return part.filing().circumstances().domains().stream().filter(state -> state.domain().equals(registrable));
    }

    private static DomainState state(Part part) {
        return states(part).findFirst().orElse(null);
    }

    private static Organizer organizer(Part part) {
        Application application = part.filing().application();
        return application.organizer();
    }

    private static long dots(String name) {
        return name.chars().filter(c -> c == '.').count();
    }

    private static String label(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static String holder(DomainState state, Organizer organizer) {
        if (state == null || state.holderName() == null || organizer == null || organizer.name() == null) {
            return null;
        }
        LegalRepresentative head = organizer.legalRepresentative();
        Principal principal = organizer.principal();
        if (isSame(state, organizer.name(), organizer.certificateNumber())) {
            return "ORGANIZER";
        }
        if (head != null && isSame(state, head.name(), head.certificateNumber())) {
            return "LEGAL_REPRESENTATIVE";
        }
        return principal != null && isSame(state, principal.name(), principal.certificateNumber()) ? "PRINCIPAL" : "OTHER";
    }

    /** By name, and by document number when the registry tells one. */
    private static boolean isSame(DomainState state, String name, String number) {
        return name != null && equal(state.holderName(), name)
            && (state.holderCertificateNumber() == null || equal(state.holderCertificateNumber(), number));
    }

    private static List<String> differences(DomainState state, Organizer organizer) {
        List<String> fields = new ArrayList<>();
        if (state == null || organizer == null) {
            return fields;
        }
        if (differ(state.holderName(), organizer.name())) {
            fields.add("name");
        }
        if (differ(state.holderCertificateType(), organizer.certificateType())) {
            fields.add("certificateType");
        }
        if (differ(state.holderCertificateNumber(), organizer.certificateNumber())) {
            fields.add("certificateNumber");
        }
        return fields;
    }

    static boolean differ(Object one, Object other) {
        return one != null && other != null && !equal(one.toString(), other.toString());
    }

    private static boolean equal(String one, String other) {
        return one != null && other != null && plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return Forms.canonical(text).replace("-", "");
    }
}
