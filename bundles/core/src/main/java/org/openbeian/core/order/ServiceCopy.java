package org.openbeian.core.order;

import org.openbeian.api.model.App;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;

/** Copies parts of an application. Stateless. */
final class ServiceCopy {

    /** An organizer of which nothing is entered. */
    static final Organizer EMPTY = new Organizer(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private ServiceCopy() {
    }

    /** An organizer with another principal. */
    static Organizer with(Organizer old, Principal principal) {
        return new Organizer(old.nature(), old.provinceId(), old.cityId(), old.countyId(), old.certificateType(), old.certificateNumber(),
            old.name(), old.certificateAddress(), old.postalAddress(), old.legalRepresentative(), old.superiorUnit(), principal,
            old.remark(), old.government());
    }

    /** A service with another principal. */
    static InternetService with(InternetService old, Principal principal) {
        if (old instanceof WebSite site) {
            return new WebSite(site.name(), site.domains(), site.homeUrl(), site.contents(), site.languages(), site.preApprovals(),
                site.commercial(), principal, site.accesses(), site.remark(), site.introduction(), site.staffingCertificate(),
                site.licenceNumber());
        }
        App app = (App) old;
        return new App(app.name(), app.contents(), app.languages(), app.preApprovals(), app.commercial(), principal, app.accesses(),
            app.offersSdk(), app.usesSdk(), app.features(), app.remark(), app.licenceNumber());
    }

    /** A service with what another of its kind may share. */
    static InternetService of(InternetService from, InternetService to) {
        if (to instanceof WebSite site) {
            return new WebSite(site.name(), site.domains(), site.homeUrl(), from.contents(), from.languages(), from.preApprovals(),
                from.commercial(), from.principal(), from.accesses(), site.remark(), site.introduction(), site.staffingCertificate(),
                site.licenceNumber());
        }
        App app = (App) to;
        App source = (App) from;
        return new App(app.name(), from.contents(), from.languages(), from.preApprovals(), from.commercial(), from.principal(),
            from.accesses(), source.offersSdk(), source.usesSdk(), app.features(), app.remark(), app.licenceNumber());
    }
}
