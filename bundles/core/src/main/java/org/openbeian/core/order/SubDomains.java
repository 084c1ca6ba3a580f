package org.openbeian.core.order;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.HostName;
import org.openbeian.core.register.Domains;

/** Writes the sub-domain that is accessed here into the remark of a site whose domain is filed elsewhere. */
final class SubDomains {

    private static final String NOTE = "接入子域名：";

    private SubDomains() {
    }

    /** The application with the remarks that an access filing needs; the same one when none is missing. */
    static Application noted(FilingType type, Application application) {
        if (type != FilingType.ACCESS) {
            return application;
        }
        List<InternetService> noted = application.services().stream().map(SubDomains::noted).toList();
        return noted.equals(application.services()) ? application
            : new Application(application.organizer(), noted, application.extra(), application.basis());
    }

    private static InternetService noted(InternetService service) {
        if (!(service instanceof WebSite site)) {
            return service;
        }
        String host = subDomain(site).orElse(null);
        String remark = site.remark() == null ? "" : site.remark();
        return host == null || remark.contains(host) ? site : new WebSite(site.name(), site.domains(), site.homeUrl(), site.contents(),
            site.languages(), site.preApprovals(), site.commercial(), site.principal(), site.accesses(),
            remark.isBlank() ? NOTE + host : remark + "；" + NOTE + host, site.introduction(), site.staffingCertificate(),
                site.licenceNumber());
    }

    /** The host of the home page when it lies below a domain of the site and is not its www. */
    private static Optional<String> subDomain(WebSite site) {
        if (site.homeUrl() == null) {
            return Optional.empty();
        }
        HostName host = HostName.of(site.homeUrl().strip().replaceFirst("^[A-Za-z]+://", "").replaceFirst("[/?#].*$", ""));
        if (host.kind() != HostName.Kind.NAME) {
            return Optional.empty();
        }
        DomainName name = host.name();
        String registrable = name.registrable().ascii();
        boolean below = !name.ascii().equals(registrable) && !name.ascii().equals("www." + registrable);
        return below && site.domains().stream().map(Domains::key).anyMatch(registrable::equals) ? Optional.of(name.unicode())
            : Optional.empty();
    }
}
