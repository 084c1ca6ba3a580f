package org.openbeian.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.StaffingCertificate;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Review;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Masks;
import org.openbeian.api.security.Role;

/** Shows orders to those who need not see the personal data in them. */
final class Masking {

    private static final String HIDDEN = "***";

    private Masking() {
    }

    /** Whether an actor sees the personal data of an order: its owner and the specialists do. */
    static boolean seesAll(Actor actor, String owner) {
        return actor.account().equals(owner) || actor.has(Role.SPECIALIST);
    }

    /** The order as an actor may see it. */
    static Order forActor(Actor actor, Order order) {
        return seesAll(actor, order.account()) ? order
                : order.with(masked(order.application())).with(masked(order.review()));
    }

    private static Application masked(Application application) {
        List<InternetService> services = application.services().stream().map(Masking::masked).toList();
        return new Application(masked(application.organizer()), services,
                application.extra().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> HIDDEN)));
    }

    /** Notes of calls are free text about a person. */
    private static Review masked(Review from) {
        return new Review(from.firstSubmittedAt(), from.submittedAt(), from.claimedBy(), from.calls().stream()
                .map(call -> new CallAttempt(call.at(), call.specialist(), call.answered(), call.knowsOfFiling(),
                        call.lastSixMatch(), call.dataConfirmed(), hidden(call.note()))).toList(), from.reasons());
    }

    private static Organizer masked(Organizer from) {
        if (from == null) {
            return null;
        }
        boolean person = from.nature() == null || from.nature() == OrganizerNature.INDIVIDUAL;
        return new Organizer(from.nature(), from.provinceId(), from.cityId(), from.countyId(), from.certificateType(),
                person ? Masks.certificate(from.certificateNumber()) : from.certificateNumber(),
                person ? Masks.name(from.name()) : from.name(), hidden(from.certificateAddress()),
                hidden(from.postalAddress()), masked(from.legalRepresentative()), from.superiorUnit(),
                masked(from.principal()), hidden(from.remark()), from.government());
    }

    private static LegalRepresentative masked(LegalRepresentative from) {
        return from == null ? null : new LegalRepresentative(Masks.name(from.name()), from.certificateType(),
                Masks.certificate(from.certificateNumber()));
    }

    private static Principal masked(Principal from) {
        return from == null ? null : new Principal(Masks.name(from.name()), from.certificateType(),
                Masks.certificate(from.certificateNumber()), from.validFrom(), from.validUntil(), from.longTerm(),
                hidden(from.certificateAddress()), Masks.phone(from.mobile()), Masks.phone(from.emergencyContact()),
                Masks.email(from.email()), Masks.phone(from.officePhone()));
    }

    private static InternetService masked(InternetService service) {
        if (service instanceof WebSite from) {
            return new WebSite(from.name(), from.domains(), from.homeUrl(), from.contents(), from.languages(),
                    from.preApprovals(), from.commercial(), masked(from.principal()), from.accesses(), hidden(from.remark()),
                    from.introduction(), masked(from.staffingCertificate()));
        }
        App from = (App) service;
        return new App(from.name(), from.contents(), from.languages(), from.preApprovals(), from.commercial(),
                masked(from.principal()), from.accesses(), from.offersSdk(), from.usesSdk(), from.features(),
                hidden(from.remark()));
    }

    private static StaffingCertificate masked(StaffingCertificate from) {
        return from == null ? null : new StaffingCertificate(from.name(), from.superiorUnit(), from.function(),
                from.institutionType(), from.siteName(), from.introduction(), from.domain(), from.ipAddress(),
                Masks.name(from.principal()));
    }

    private static String hidden(String text) {
        return text == null ? null : HIDDEN;
    }
}
