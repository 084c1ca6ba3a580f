package org.openbeian.core.fact;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.AppPackage;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.core.identifier.DomainName;

/** Ways to the facts of a service, of its domains and of its accesses. */
final class ServiceExtractors {

    private ServiceExtractors() {
    }

    static void addTo(Map<String, FactKey.Extractor> to) {
        addCommon(to);
        site(to, "homeUrl", WebSite::homeUrl);
        site(to, "homeUrlOnDomain", ServiceExtractors::homeUrlOnDomain);
        app(to, "platforms", a -> a.features().stream().map(AppFeature::platform).toList());
        app(to, "packages",
            a -> a.features().stream().flatMap(f -> f.packages().stream()).map(AppPackage::name).toList());
        app(to, "offersSdk", App::offersSdk);
        app(to, "usesSdk", App::usesSdk);
        addNames(to);
        DomainExtractors.addTo(to);
        AppExtractors.addTo(to);
        addAccess(to);
    }

    private static void addCommon(Map<String, FactKey.Extractor> to) {
        service(to, "kind", OrderExtractors::kind);
        service(to, "name", InternetService::name);
        service(to, "domains", InternetService::domains);
        service(to, "domainCount", s -> (long) s.domains().size());
        service(to, "contents", s -> s.contents().stream().map(String::valueOf).toList());
        service(to, "languages", s -> s.languages().stream().map(String::valueOf).toList());
        service(to, "preApprovals", s -> s.preApprovals().stream().filter(a -> a.type() != null)
            .map(a -> a.type().name()).toList());
        service(to, "preApprovals.withoutNumber", s -> s.preApprovals().stream()
            .filter(a -> a.number() == null || a.number().isBlank())
            .map(a -> a.type() == null ? "?" : a.type().name()).toList());
        service(to, "commercial", InternetService::commercial);
        service(to, "licenceNumber", InternetService::licenceNumber);
        service(to, "accessCount", s -> (long) s.accesses().size());
        service(to, "remark", InternetService::remark);
    }

    private static void addNames(Map<String, FactKey.Extractor> to) {
        to.put("service.nameUsedInOrder", ServiceNames::usedInOrder);
        to.put("service.nameUsedByOrganizer", ServiceNames::usedByOrganizer);
        to.put("service.nameNamesPerson", ServiceNames::namesPerson);
        to.put("service.nameFitsOrganizer", ServiceNames::fitsOrganizer);
        to.put("service.ipCount", part -> accesses(part).flatMap(a -> a.ips().stream()).distinct().count());
        to.put("service.regions", part -> Take.value(accesses(part).map(AccessPart::resource).filter(Objects::nonNull)
            .map(ResourceFacts::region).filter(Objects::nonNull).distinct().toList()));
    }

    private static Stream<AccessPart> accesses(Part part) {
        return part.subject(InternetService.class).accesses().stream().map(a -> AccessPart.of(a, part.filing()));
    }

    private static void addAccess(Map<String, FactKey.Extractor> to) {
        to.put("access.kind", part -> Take.value(part.subject(AccessPart.class).access().resourceKind()));
        to.put("access.resourceId", part -> Take.value(part.subject(AccessPart.class).access().resourceId()));
        to.put("access.ips", part -> Take.value(part.subject(AccessPart.class).ips()));
        to.put("access.ipsOfResource", part -> {
            AccessPart access = part.subject(AccessPart.class);
            return access.resource() == null ? null
                : Boolean.valueOf(access.resource().ips().containsAll(access.access().ips()));
        });
        to.put("resource.known", part -> part.subject(AccessPart.class).resource() != null);
        resource(to, "region", ResourceFacts::region);
        resource(to, "mainland", ResourceFacts::mainland);
        resource(to, "expiresOn", r -> r.expiresAt() == null ? null : CaseParts.day(r.expiresAt()));
        resource(to, "prepaid", ResourceFacts::prepaid);
        resource(to, "monthsBought", r -> Long.valueOf(r.monthsBought()));
        to.put("resource.sameAccount", part -> {
            ResourceFacts resource = part.subject(AccessPart.class).resource();
            return resource == null || part.filing().account() == null ? null
                : Boolean.valueOf(part.filing().account().equals(resource.account()));
        });
    }

    private static void service(Map<String, FactKey.Extractor> to, String name, Function<InternetService, ?> property) {
        to.put("service." + name, part -> Take.from(part.subject(InternetService.class), property));
    }

    private static void site(Map<String, FactKey.Extractor> to, String name, Function<WebSite, ?> property) {
        to.put("service." + name,
            part -> part.subject(InternetService.class) instanceof WebSite site ? Take.from(site, property) : null);
    }

    private static void app(Map<String, FactKey.Extractor> to, String name, Function<App, ?> property) {
        to.put("service." + name,
            part -> part.subject(InternetService.class) instanceof App app ? Take.from(app, property) : null);
    }

    private static void resource(Map<String, FactKey.Extractor> to, String name, Function<ResourceFacts, ?> property) {
        to.put("resource." + name, part -> Take.from(part.subject(AccessPart.class).resource(), property));
    }

    private static Boolean homeUrlOnDomain(WebSite site) {
        if (site.homeUrl() == null || site.domains().isEmpty()) {
            return null;
        }
        String host = host(site.homeUrl().strip());
        return DomainName.parse(host).filter(home -> lies(home, site.domains())).isPresent();
    }

    private static String host(String url) {
        int start = url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3;
        int end = start;
        while (end < url.length() && "/:?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(start, end);
    }

    private static boolean lies(DomainName home, List<String> domains) {
        return domains.stream().map(DomainName::parse).flatMap(Optional::stream)
            .anyMatch(d -> home.ascii().equals(d.ascii()) || home.ascii().endsWith("." + d.ascii()));
    }
}
