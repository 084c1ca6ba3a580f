package org.openbeian.api.publicsecurity;

import java.time.LocalDate;
import java.util.List;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.PreApprovalType;
import org.openbeian.api.model.Principal;

/**
 * What is entered on the platform of public security (T-66 to T-87). Prefilled from the filing; every field may be null until
 * entered.
 *
 * @param organizer the operating subject (开办主体)
 * @param person its person in charge
 * @param site the website
 * @param siteContact person of the website
 * @param security person in charge of information security (信息安全负责人)
 * @param opinion public-opinion guide, today the emergency contact (舆情引导员)
 */
public record PublicSecurityForm(Subject organizer, Person person, Site site, Person siteContact, Person security, Person opinion) {

    /**
     * The operating subject.
     *
     * @param nature its nature, which must fit its name (T-67)
     * @param name full name as on its certificate (T-66)
     * @param certificateType kind of the certificate
     * @param certificateNumber number of the certificate (T-68)
     * @param address office or postal address (T-105)
     * @param legalRepresentative legal person or highest leader, for units (T-69)
     */
    public record Subject(OrganizerNature nature, String name, CertificateType certificateType, String certificateNumber,
            String address, LegalRepresentative legalRepresentative) {

        /** Shows the nature alone; the rest may be personal data. */
        @Override
        public String toString() {
            return "Subject[" + nature + "]";
        }
    }

    /**
     * A person.
     *
     * @param same whether it is the person in charge of the subject; the rest is then not asked (T-86)
     * @param principal who it is
     * @param address permanent residence to the door or village (T-70)
     */
    public record Person(Boolean same, Principal principal, String address) {

        /** Shows nothing, since all of it is personal data. */
        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    /**
     * The website.
     *
     * @param name its name (T-77 to T-81)
     * @param number its ICP filing number
     * @param domains its domains, first the main one
     * @param openedOn day on which it opened
     * @param ips address ranges (T-82)
     * @param access network access provider (T-83)
     * @param registrar domain registrar (T-83)
     * @param serviceTypes service types (T-84)
     * @param interactive whether visitors can talk to each other or publish (T-90)
     * @param preApprovals fields that need an approval and for which one is held (T-76)
     * @param dangerousGoods whether it publishes information on dangerous goods (T-85)
     */
    public record Site(String name, String number, List<String> domains, LocalDate openedOn, List<IpRange> ips, Provider access,
            Provider registrar, List<String> serviceTypes, Boolean interactive, List<PreApprovalType> preApprovals,
            Boolean dangerousGoods) {

        /** Copies the lists; null ones become empty. */
        public Site {
            domains = domains == null ? List.of() : List.copyOf(domains);
            ips = ips == null ? List.of() : List.copyOf(ips);
            serviceTypes = serviceTypes == null ? List.of() : List.copyOf(serviceTypes);
            preApprovals = preApprovals == null ? List.of() : List.copyOf(preApprovals);
        }
    }

    /**
     * Addresses from one to another; both are the same for a single one (T-82).
     *
     * @param from first address
     * @param to last address
     */
    public record IpRange(String from, String to) {
    }

    /**
     * A provider or registrar (T-83).
     *
     * @param overseas whether it is outside mainland China
     * @param provinceId province of a domestic one, six-digit code, or null
     * @param name its name
     */
    public record Provider(Boolean overseas, String provinceId, String name) {
    }
}
