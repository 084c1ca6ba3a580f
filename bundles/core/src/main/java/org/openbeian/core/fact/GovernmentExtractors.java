package org.openbeian.core.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.GovernmentBody;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.StaffingCertificate;
import org.openbeian.api.model.WebSite;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.Forms;

/** Ways to what sites of government state, and to where that differs from their staffing certificate (E-22 to E-34). */
final class GovernmentExtractors {

    private static final Map<String, Function<StaffingCertificate, String>> FIELDS = fields();

    private GovernmentExtractors() {
    }

    static void addTo(Map<String, FactKey.Extractor> to) {
        body(to, "kind", GovernmentBody::kind);
        body(to, "level", GovernmentBody::level);
        body(to, "administrative", GovernmentBody::administrative);
        body(to, "function", GovernmentBody::function);
        body(to, "institutionType", GovernmentBody::institutionType);
        body(to, "parentPortal", GovernmentBody::parentPortal);
        body(to, "parentDomain", GovernmentExtractors::parentDomain);
        to.put("service.introduction",
            part -> part.subject(InternetService.class) instanceof WebSite site ? Take.value(site.introduction()) : null);
        to.put("service.staffing.entered", part -> certificate(part) != null);
        to.put("service.staffing.missing", part -> certificate(part) == null ? null : Take.value(missing(certificate(part))));
        to.put("service.staffing.differs", part -> certificate(part) == null ? null : Take.value(differences(part)));
    }

    private static Map<String, Function<StaffingCertificate, String>> fields() {
        Map<String, Function<StaffingCertificate, String>> fields = new LinkedHashMap<>();
        fields.put("name", StaffingCertificate::name);
        fields.put("superiorUnit", StaffingCertificate::superiorUnit);
        fields.put("function", StaffingCertificate::function);
        fields.put("institutionType", StaffingCertificate::institutionType);
        fields.put("siteName", StaffingCertificate::siteName);
        fields.put("introduction", StaffingCertificate::introduction);
        fields.put("domain", StaffingCertificate::domain);
        fields.put("ipAddress", StaffingCertificate::ipAddress);
        fields.put("principal", StaffingCertificate::principal);
        return fields;
    }

    private static void body(Map<String, FactKey.Extractor> to, String name, Function<GovernmentBody, ?> property) {
        to.put("organizer.government." + name, part -> {
            Organizer organizer = part.subject(Application.class).organizer();
            return organizer == null ? null : Take.from(organizer.government(), property);
        });
    }

    private static String parentDomain(GovernmentBody body) {
        return body.parentPortal() == null ? null : DomainName.parse(body.parentPortal())
            .map(d -> d.ascii().startsWith("www.") ? d.ascii().substring(4) : d.ascii()).orElse(null);
    }

    private static StaffingCertificate certificate(Part part) {
        return part.subject(InternetService.class) instanceof WebSite site ? site.staffingCertificate() : null;
    }

    private static List<String> missing(StaffingCertificate certificate) {
        return FIELDS.entrySet().stream().filter(f -> Take.value(f.getValue().apply(certificate)) == null)
            .map(Map.Entry::getKey).toList();
    }

    private static List<String> differences(Part part) {
        StaffingCertificate stated = certificate(part);
        Map<String, List<String>> entered = entered(part);
        List<String> names = new ArrayList<>();
        FIELDS.forEach((name, property) -> {
            String value = property.apply(stated);
            if (value != null && !value.isBlank()
                && entered.get(name).stream().noneMatch(own -> plain(own).equals(plain(value)))) {
                names.add(name);
            }
        });
        return names;
    }

    /** What the application states for each field of the certificate; several values where one of them suffices. */
    private static Map<String, List<String>> entered(Part part) {
        WebSite site = (WebSite) part.subject(InternetService.class);
        Organizer organizer = part.filing().application().organizer();
        GovernmentBody body = organizer == null ? null : organizer.government();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("name", one(organizer, Organizer::name));
        values.put("superiorUnit", one(organizer, Organizer::superiorUnit));
        values.put("function", one(body, GovernmentBody::function));
        values.put("institutionType", one(body, GovernmentBody::institutionType));
        values.put("siteName", one(site, WebSite::name));
        values.put("introduction", one(site, WebSite::introduction));
        values.put("domain", site.domains());
        values.put("ipAddress", site.accesses().stream().flatMap(a -> AccessPart.of(a, part.filing()).ips().stream()).toList());
        values.put("principal", one(site.principal(), Principal::name));
        return values;
    }

    private static <T> List<String> one(T object, Function<T, String> property) {
        Object value = Take.from(object, property);
        return value == null ? List.of() : List.of((String) value);
    }

    private static String plain(String text) {
        return DomainName.parse(text).map(DomainName::ascii).orElseGet(() -> Forms.canonical(text)).toLowerCase(Locale.ROOT);
    }
}
