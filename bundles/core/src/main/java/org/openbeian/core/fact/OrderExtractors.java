package org.openbeian.core.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.rules.FilingCase.CaseMaterial;
import org.openbeian.core.identifier.Areas;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.Forms;
import org.openbeian.core.identifier.SocialCreditCode;

/** Ways to the facts of the order, the organizer and the materials. */
final class OrderExtractors {

    private OrderExtractors() {
    }

    static void addTo(Map<String, FactKey.Extractor> to) {
        to.put("filing.type", part -> part.filing().type().name());
        to.put("filing.date", Part::today);
        to.put("filing.account", part -> Take.value(part.filing().account()));
        to.put("services.count", part -> (long) services(part).size());
        to.put("services.kinds", part -> Take.value(services(part).stream().map(OrderExtractors::kind).toList()));
        to.put("services.domains",
            part -> Take.value(services(part).stream().flatMap(s -> s.domains().stream()).toList()));
        to.put("services.websiteCount",
            part -> services(part).stream().filter(WebSite.class::isInstance).count());
        to.put("services.domainCount",
            part -> services(part).stream().flatMap(s -> s.domains().stream()).distinct().count());
        to.put("services.suffixes", part -> Take.value(services(part).stream().flatMap(s -> s.domains().stream())
            .map(DomainName::parse).flatMap(Optional::stream).map(d -> "." + d.suffix()).distinct().toList()));
        to.put("materials.types",
            part -> Take.value(part.filing().materials().stream().map(CaseMaterial::type).distinct().toList()));
        addOrganizer(to);
        addPeople(to);
        FiledExtractors.addTo(to);
        GovernmentExtractors.addTo(to);
    }

    static String kind(InternetService service) {
        return service instanceof WebSite ? "WEBSITE" : "APP";
    }

    private static void addOrganizer(Map<String, FactKey.Extractor> to) {
        organizer(to, "nature", Organizer::nature);
        organizer(to, "isPerson", o -> o.nature() == null ? null : o.nature().isPerson());
        organizer(to, "province", Organizer::provinceId);
        organizer(to, "city", Organizer::cityId);
        organizer(to, "county", Organizer::countyId);
        organizer(to, "regionAgrees", OrderExtractors::regionAgrees);
        organizer(to, "certificateType", Organizer::certificateType);
        organizer(to, "certificateFitsNature", OrderExtractors::certificateFits);
        organizer(to, "certificateNumber", Organizer::certificateNumber);
        organizer(to, "certificateProvince", OrderExtractors::certificateProvince);
        organizer(to, "name", Organizer::name);
        organizer(to, "certificateAddress", Organizer::certificateAddress);
        organizer(to, "postalAddress", Organizer::postalAddress);
        organizer(to, "superiorUnit", Organizer::superiorUnit);
        organizer(to, "remark", Organizer::remark);
        organizer(to, "creditCodeHead", OrderExtractors::creditCodeHead);
        organizer(to, "soleTrader", o -> creditCodeHead(o) == null ? null : creditCodeHead(o).equals("92"));
        organizer(to, "addressProvince", o -> o.postalAddress() == null ? null
            : Areas.ofAddress(o.postalAddress()).map(Areas.Area::code).orElse(null));
        organizer(to, "addressCity", o -> o.postalAddress() == null ? null : Areas.cityOf(o.postalAddress()).orElse(null));
        organizer(to, "certificateCity",
            o -> o.certificateAddress() == null ? null : Areas.cityOf(o.certificateAddress()).orElse(null));
    }

    private static void addPeople(Map<String, FactKey.Extractor> to) {
        organizer(to, "legalRepresentative.name", o -> Take.from(o.legalRepresentative(), LegalRepresentative::name));
        organizer(to, "legalRepresentative.certificateType",
            o -> Take.from(o.legalRepresentative(), LegalRepresentative::certificateType));
        organizer(to, "legalRepresentative.certificateNumber",
            o -> Take.from(o.legalRepresentative(), LegalRepresentative::certificateNumber));
        organizer(to, "principal.name", o -> Take.from(o.principal(), Principal::name));
        organizer(to, "principal.certificateNumber", o -> Take.from(o.principal(), Principal::certificateNumber));
        organizer(to, "principal.mobile", o -> Take.from(o.principal(), Principal::mobile));
        organizer(to, "principal.certificateType", o -> Take.from(o.principal(), Principal::certificateType));
        organizer(to, "principal.emergencyContact", o -> Take.from(o.principal(), Principal::emergencyContact));
        organizer(to, "principal.email", o -> Take.from(o.principal(), Principal::email));
    }

    private static void organizer(Map<String, FactKey.Extractor> to, String name, Function<Organizer, ?> property) {
        to.put("organizer." + name, part -> Take.from(part.subject(Application.class).organizer(), property));
    }

    private static List<InternetService> services(Part part) {
        return part.filing().application().services();
    }

    private static Boolean regionAgrees(Organizer o) {
        if (o.provinceId() == null || o.cityId() == null || o.provinceId().length() != 6 || o.cityId().length() != 6) {
            return null;
        }
        boolean county = o.countyId() == null || o.countyId().startsWith(o.cityId().substring(0, 4));
        return county && o.cityId().startsWith(o.provinceId().substring(0, 2));
    }

    private static Boolean certificateFits(Organizer o) {
        if (o.nature() == null || o.certificateType() == null || o.certificateType().natures().isEmpty()) {
            return null;
        }
        return o.certificateType().natures().contains(o.nature());
    }

    private static String creditCodeHead(Organizer o) {
        String number = o.certificateNumber() == null ? "" : Forms.canonical(o.certificateNumber());
        return o.certificateType() != CertificateType.RESIDENT_ID && SocialCreditCode.check(number).isEmpty()
            ? number.substring(0, 2) : null;
    }

    private static String certificateProvince(Organizer o) {
        if (o.certificateNumber() == null) {
            return null;
        }
        String number = Forms.canonical(o.certificateNumber());
        String area = number;
        if (o.certificateType() != CertificateType.RESIDENT_ID) {
            area = number.length() == 18 ? number.substring(2) : number.length() == 15 ? number : "";
        }
        return Areas.ofCode(area).map(Areas.Area::code).orElse(null);
    }
}
