package org.openbeian.benchmarks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.core.identifier.Contacts;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.IpAddress;
import org.openbeian.core.identifier.Phones;
import org.openbeian.core.identifier.RegistrationNumber;
import org.openbeian.core.identifier.ResidentId;
import org.openbeian.core.identifier.SocialCreditCode;

/** An order as the baselines look at it: beans, whose properties are computed when they are asked for. */
public final class CheckedOrder {

    private static final Set<String> HEADS = Set.of("162", "165", "167", "170", "171");
    private static final Set<String> DOCUMENTS = Set.of("RESIDENT_ID", "PASSPORT", "TAIWAN_PERMIT", "HKMO_PERMIT",
        "FOREIGN_PERMANENT_ID", "HKMO_RESIDENCE", "TAIWAN_RESIDENCE");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·•][\\p{IsHan}·•]+|[A-Za-z][A-Za-z .,'·-]+");
    private static final Pattern HOUSE = Pattern.compile(".*[0-9０-９一二三四五六七八九十].*");

    private CheckedOrder() {
    }

    /** The beans of a case. */
    static List<Object> of(FilingCase filing, Set<String> suffixes) {
        Application application = filing.application();
        LocalDate today = LocalDate.ofInstant(filing.judgedOn(), ZoneId.of("Asia/Shanghai"));
        List<Object> beans = new ArrayList<>();
        beans.add(new Unit(application, today));
        beans.add(new Person(application.organizer().principal(), "/organizer/principal", today));
        for (int i = 0; i < application.services().size(); i++) {
            InternetService service = application.services().get(i);
            String pointer = "/services/" + i;
            beans.add(new Person(service.principal(), pointer + "/principal", today));
            beans.add(new Site(service, pointer));
            for (String domain : service.domains()) {
                beans.add(new Host(domain, pointer, suffixes));
            }
            service.accesses().forEach(access -> beans.add(new Link(filing.resources().stream()
                .filter(r -> r.id().equals(access.resourceId())).findFirst().orElse(null), pointer)));
        }
        return beans;
    }

    /** The organizer with the order around it. */
    public record Unit(Application application, LocalDate today) {

        private Organizer organizer() {
            return application.organizer();
        }

        public int getServices() {
            return application.services().size();
        }

        public boolean isRegionAgrees() {
            return organizer().cityId().startsWith(organizer().provinceId().substring(0, 2))
                && organizer().countyId().startsWith(organizer().cityId().substring(0, 4));
        }

        public boolean isCertificateFits() {
            return organizer().certificateType().natures().contains(organizer().nature());
        }

        public String getCertificateType() {
            return organizer().certificateType().name();
        }

        public boolean isLicenceNumber() {
            return SocialCreditCode.check(organizer().certificateNumber()).isEmpty()
                || RegistrationNumber.check(organizer().certificateNumber()).isEmpty();
        }

        public String getRepresentativeDocument() {
            return organizer().legalRepresentative().certificateType().name();
        }

        public boolean isRepresentativeId() {
            return ResidentId.check(organizer().legalRepresentative().certificateNumber(), today).isEmpty();
        }

        public boolean isHouseNumber() {
            return HOUSE.matcher(organizer().postalAddress()).matches();
        }
    }

    /** A principal. */
    public record Person(Principal principal, String pointer, LocalDate today) {

        public String getDocument() {
            return principal.certificateType().name();
        }

        public boolean isIdNumber() {
            return ResidentId.check(principal.certificateNumber(), today).isEmpty();
        }

        public boolean isDocumentKind() {
            return DOCUMENTS.contains(getDocument());
        }

        public boolean isProperName() {
            String name = principal.name();
            return NAME.matcher(name).matches() && !name.endsWith("先生") && !name.endsWith("小姐") && !name.endsWith("女士")
                && !name.endsWith("个人");
        }

        public boolean isExpired() {
            return !Boolean.TRUE.equals(principal.longTerm()) && principal.validUntil() != null
                && principal.validUntil().isBefore(today);
        }

        public long getAge() {
            return ResidentId.birthDate(principal.certificateNumber()).map(b -> ChronoUnit.YEARS.between(b, today)).orElse(18L);
        }

        public boolean isMobile() {
            return Phones.checkMobile(principal.mobile()).isEmpty();
        }

        public boolean isVirtual() {
            return HEADS.contains(Phones.mobileDigits(principal.mobile()).substring(0, 3));
        }

        public boolean isEmergency() {
            return Phones.checkMobile(principal.emergencyContact()).isEmpty()
                || Phones.checkLandline(principal.emergencyContact()).isEmpty();
        }

        public boolean isEmergencySame() {
            return Phones.mobileDigits(principal.emergencyContact()).equals(Phones.mobileDigits(principal.mobile()));
        }

        public boolean isMail() {
            return Contacts.checkEmail(principal.email()).isEmpty();
        }
    }

    /** A service. */
    public record Site(InternetService service, String pointer) {

        public boolean isCommercial() {
            return service.commercial();
        }
    }

    /** A domain. */
    public record Host(String domain, String pointer, Set<String> suffixes) {

        public boolean isApproved() {
            return DomainName.parse(domain).map(d -> suffixes.contains("." + d.topLevel())).orElse(true);
        }
    }

    /** An access. */
    public record Link(ResourceFacts resource, String pointer) {

        public boolean isOpen() {
            return resource == null || resource.ips().stream().allMatch(ip -> IpAddress.checkPublic(ip).isEmpty());
        }
    }
}
