package org.openbeian.core.fact;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.rules.Circumstances.FiledOrganizer;
import org.openbeian.api.rules.Circumstances.Verification;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What the facts of a case are: those from the application, and those that only the circumstances tell. */
public class FactsTest {

    private static final Organizer ORGANIZER = Samples.organizer("深圳示例科技有限公司");

    @Test
    public void whatIsNotKnownIsAbsent() {
        CaseParts parts = CaseParts.of(filing(Circumstances.NONE));
        for (String fact : List.of("domain.registrar", "domain.registrar.overseas", "domain.registrar.approved",
            "domain.registeredOn", "domain.expiresOn", "domain.age", "domain.privacy", "domain.realNameVerified",
            "domain.realNameSince", "domain.holder.name", "domain.holder.is", "domain.holder.differs", "domain.resolves",
            "domain.siteOpen")) {
            assertNull(fact, value(parts, Scope.DOMAIN, fact));
        }
        for (String fact : List.of("verification.passed", "verification.ip.province", "principal.mobileProvince",
            "principal.emergencyProvince", "principal.mobileOfOtherOrganizer", "principal.certificateOfOtherOrganizer")) {
            assertNull(fact, value(parts, Scope.PRINCIPAL, fact));
        }
        for (String fact : List.of("account.realName", "account.certificateNumber", "account.organizers",
            "organizer.filed.number", "organizer.filed.name", "organizer.filed.nature", "organizer.changed",
            "organizer.filedServices")) {
            assertNull(fact, value(parts, Scope.ORDER, fact));
        }
    }

    /** A finding points to where the domain was entered, so that it can be mended there. */
    @Test
    @Requirement({"A-65", "A-67"})
    public void domainsOfAnAppStandInItsFeatures() {
        assertEquals(List.of("/services/0/features/0/domains/0", "/services/0/features/1/domains/0"),
            CaseParts.places(Samples.app("示例出行"), "/services/0"));
        App both = new App("x", null, null, null, null, null, null, null, null, List.of(new AppFeature("ANDROID", List.of("a.com", "b.com"),
            null), new AppFeature("IOS", List.of("a.com", "c.com"), null)), null);
        List<String> places = CaseParts.places(both, "/services/1");
        assertEquals(List.of("/services/1/features/0/domains/0", "/services/1/features/0/domains/1", "/services/1/features/1/domains/1"),
            places);
        assertEquals("one for each domain", both.domains().size(), places.size());
        assertEquals(List.of("/services/2/domains/0"), CaseParts.places(Samples.site("example.com"), "/services/2"));
        CaseParts parts = CaseParts.of(new FilingCase("o", FilingType.FIRST, Samples.application(ORGANIZER, both), List.of(), List.of(),
            "alice", Instant.parse("2026-11-23T00:00:00Z")));
        assertEquals(places, parts.of(Scope.DOMAIN).stream().map(part -> part.pointer().replace("/services/0", "/services/1")).toList());
    }

    @Test
    @Requirement({"A-07", "Q-28"})
    public void aRegistrationTellsOfTheDomain() {
        CaseParts parts = CaseParts.of(filing(registration(ORGANIZER.name(), "91440300MA5EXAM810")));
        assertEquals("Example Registrar", value(parts, Scope.DOMAIN, "domain.registrar"));
        assertEquals(true, value(parts, Scope.DOMAIN, "domain.registrar.approved"));
        assertEquals(false, value(parts, Scope.DOMAIN, "domain.registrar.overseas"));
        assertEquals(LocalDate.of(2030, 1, 1), value(parts, Scope.DOMAIN, "domain.expiresOn"));
        assertEquals(325L, value(parts, Scope.DOMAIN, "domain.age"));
        assertEquals(LocalDate.of(2026, 1, 2), value(parts, Scope.DOMAIN, "domain.realNameSince"));
        assertEquals("ORGANIZER", value(parts, Scope.DOMAIN, "domain.holder.is"));
        assertNull(value(parts, Scope.DOMAIN, "domain.holder.differs"));
        assertEquals(false, value(parts, Scope.DOMAIN, "domain.resolves"));
    }

    @Test
    @Requirement("T-06")
    public void whereTheHolderDiffersIsTold() {
        assertEquals(List.of("name", "certificateNumber"),
            value(CaseParts.of(filing(registration("另一公司", "91110000EXAMPLE11K"))), Scope.DOMAIN, "domain.holder.differs"));
        assertEquals("OTHER",
            value(CaseParts.of(filing(registration("另一公司", null))), Scope.DOMAIN, "domain.holder.is"));
        assertEquals("LEGAL_REPRESENTATIVE",
            value(CaseParts.of(filing(registration("王小明", null))), Scope.DOMAIN, "domain.holder.is"));
        assertEquals("a namesake with another number is somebody else", "OTHER",
            value(CaseParts.of(filing(registration("王小明", "110101190001010014"))), Scope.DOMAIN, "domain.holder.is"));
    }

    @Test
    @Requirement("T-08")
    public void aSessionTellsWhereThePrincipalWas() {
        CaseParts parts = CaseParts.of(filing(new Circumstances(null, List.of(new Verification("/organizer/principal", true,
            "620000")), Map.of("13800000000", "440000"), null, null, Set.of("13800000000"), Set.of())));
        assertEquals("620000", value(parts, Scope.PRINCIPAL, "verification.ip.province"));
        assertEquals(true, value(parts, Scope.PRINCIPAL, "verification.passed"));
        assertEquals("440000", value(parts, Scope.PRINCIPAL, "principal.mobileProvince"));
        assertNull(value(parts, Scope.PRINCIPAL, "principal.emergencyProvince"));
        assertEquals(true, value(parts, Scope.PRINCIPAL, "principal.mobileOfOtherOrganizer"));
        assertEquals(false, value(parts, Scope.PRINCIPAL, "principal.certificateOfOtherOrganizer"));
        assertNull("the session of the organizer's principal is none of the service's",
            value(parts.of(Scope.PRINCIPAL).get(1), "verification.passed"));
    }

    @Test
    public void recordsTellWhatChanged() {
        Organizer before = new Organizer(OrganizerNature.INDIVIDUAL, "440000", null, null, CertificateType.RESIDENT_ID,
            "440305190012311237", "王小明", ORGANIZER.certificateAddress(), null, null, null, Samples.principal(), null);
        CaseParts parts = CaseParts.of(filing(new Circumstances(null, null, null, new AccountState("王小明", null, 2, 1),
            new FiledOrganizer("粤ICP备2026000001号", before, List.of(Samples.site("example.cn"))), null, null)));
        assertEquals("粤ICP备2026000001号", value(parts, Scope.ORDER, "organizer.filed.number"));
        assertEquals("INDIVIDUAL", value(parts, Scope.ORDER, "organizer.filed.nature"));
        assertEquals("440305190012311237", value(parts, Scope.ORDER, "organizer.filed.principal.certificateNumber"));
        assertEquals(List.of("nature", "certificateType", "certificateNumber", "name"),
            value(parts, Scope.ORDER, "organizer.changed"));
        assertEquals(2L, value(parts, Scope.ORDER, "organizer.filedServices"));
        assertEquals(2L, value(parts, Scope.ORDER, "account.organizers"));
        assertEquals(1L, value(parts, Scope.ORDER, "account.organizersOver"));
        assertEquals("the record has a site of that name", true, value(parts, Scope.SERVICE, "service.nameUsedByOrganizer"));
        assertEquals(false, value(parts, Scope.SERVICE, "service.nameUsedInOrder"));
    }

    @Test
    public void addressesAndDocumentsTellMore() {
        CaseParts parts = CaseParts.of(filing(Circumstances.NONE));
        assertEquals("深圳", value(parts, Scope.ORDER, "organizer.addressCity"));
        assertEquals("深圳", value(parts, Scope.ORDER, "organizer.certificateCity"));
        assertEquals("91", value(parts, Scope.ORDER, "organizer.creditCodeHead"));
        assertEquals(false, value(parts, Scope.ORDER, "organizer.soleTrader"));
        assertEquals("MALE", value(parts, Scope.PRINCIPAL, "principal.sex"));
        assertEquals(true, value(parts, Scope.PRINCIPAL, "principal.isLegalRepresentative"));
        assertEquals(true, value(parts.of(Scope.PRINCIPAL).get(1), "principal.isOrganizerPrincipal"));
        assertEquals(2L, value(parts, Scope.PRINCIPAL, "principal.distinctPhones"));
        assertEquals(2L, value(parts, Scope.DOMAIN, "domain.depth"));
        assertEquals("example", value(parts, Scope.DOMAIN, "domain.label"));
        assertEquals(List.of("ap-guangzhou"), value(parts, Scope.SERVICE, "service.regions"));
        assertEquals(true, value(parts, Scope.SERVICE, "service.nameFitsOrganizer"));
        assertEquals(false, value(parts, Scope.SERVICE, "service.nameNamesPerson"));
        assertEquals(12L, value(parts, Scope.ACCESS, "resource.monthsBought"));
    }

    @Test
    @Requirement("A-08")
    public void namesRepeatInTheOrder() {
        App app = new App("示例小站", null, null, null, null, null, null, null, null, null, null);
        FilingCase filing = new FilingCase("o", FilingType.FIRST,
            Samples.application(ORGANIZER, Samples.site("example.com"), app, Samples.site("example.cn")), List.of(), List.of(),
            "alice", Instant.parse("2026-11-23T00:00:00Z"));
        List<Part> services = CaseParts.of(filing).of(Scope.SERVICE);
        assertEquals(true, value(services.get(0), "service.nameUsedByOrganizer"));
        assertEquals(true, value(services.get(1), "service.nameUsedInOrder"));
        assertEquals("an APP may bear the name of a site", false, value(services.get(1), "service.nameUsedByOrganizer"));
    }

    private static Circumstances registration(String holder, String number) {
        return new Circumstances(List.of(new DomainState("example.com", "Example Registrar", true, false,
            LocalDate.of(2026, 1, 2), LocalDate.of(2030, 1, 1), false, true, LocalDate.of(2026, 1, 2), holder,
            number == null ? null : CertificateType.BUSINESS_LICENCE, number, false, false)), null, null, null, null, null,
            null);
    }

    private static FilingCase filing(Circumstances known) {
        return new FilingCase("o", FilingType.FIRST, Samples.application(ORGANIZER, Samples.site("example.com")), List.of(),
            List.of(Samples.server()), "alice", Instant.parse("2026-11-23T00:00:00Z")).with(known);
    }

    private static Object value(CaseParts parts, Scope scope, String fact) {
        return value(parts.of(scope).get(0), fact);
    }

    private static Object value(Part part, String fact) {
        return part.value(FactCatalogue.INSTANCE.find(fact).orElseThrow());
    }
}
