package org.openbeian.api.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;

/**
 * What the server knows about a case beside what was entered. Every part may be missing: the facts that are drawn from a
 * missing part are absent, and a rule on them stays undecided. Immutable.
 *
 * @param domains what is known of the domains' registration and state
 * @param verifications face-video sessions of the principals
 * @param phoneProvinces province codes by phone number (mobile numbers as eleven digits)
 * @param account the applicant's account, or null
 * @param filed what is on record of the organizer, or null
 * @param mobilesOfOthers mobile numbers, of those in the case, that another organizer uses; null when nobody looked
 * @param certificatesOfOthers document numbers, of those in the case, that another organizer uses; null when nobody looked
 */
public record Circumstances(List<DomainState> domains, List<Verification> verifications, Map<String, String> phoneProvinces,
        AccountState account, FiledOrganizer filed, Set<String> mobilesOfOthers, Set<String> certificatesOfOthers) {

    /** Nothing is known. */
    public static final Circumstances NONE = new Circumstances(List.of(), List.of(), Map.of(), null, null, null, null);

    /** Copies the collections; null lists and maps become empty, null sets stay null. */
    public Circumstances {
        domains = domains == null ? List.of() : List.copyOf(domains);
        verifications = verifications == null ? List.of() : List.copyOf(verifications);
        phoneProvinces = phoneProvinces == null ? Map.of() : Map.copyOf(phoneProvinces);
        mobilesOfOthers = mobilesOfOthers == null ? null : Set.copyOf(mobilesOfOthers);
        certificatesOfOthers = certificatesOfOthers == null ? null : Set.copyOf(certificatesOfOthers);
    }

    /** What both tell; where they differ, this one counts. */
    public Circumstances and(Circumstances other) {
        Map<String, String> provinces = new HashMap<>(other.phoneProvinces);
        provinces.putAll(phoneProvinces);
        return new Circumstances(joined(domains, other.domains), joined(verifications, other.verifications), provinces,
            account == null ? other.account : account, filed == null ? other.filed : filed,
            joined(mobilesOfOthers, other.mobilesOfOthers), joined(certificatesOfOthers, other.certificatesOfOthers));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Set<String> joined(Set<String> first, Set<String> second) {
        return first == null ? second : second == null ? first
            : Stream.concat(first.stream(), second.stream()).collect(Collectors.toSet());
    }

    /** Names no value, since most of it is personal data. */
    @Override
    public String toString() {
        return "Circumstances[domains=" + domains.size() + ", verifications=" + verifications.size() + "]";
    }

    /**
     * What is known of a domain. Each property is null when it is not known.
     *
     * @param domain registrable domain in lower-case A-form
     * @param registrar name of the registrar
     * @param registrarApproved whether the ministry approved the registrar
     * @param overseasRegistrar whether the registrar lies abroad
     * @param registeredOn first day of the registration
     * @param expiresOn last day of the registration
     * @param privacy whether the registration hides its holder
     * @param realNameVerified whether the holder's real name was verified
     * @param realNameSince day on which it was verified
     * @param holderName name of the holder
     * @param holderCertificateType kind of the holder's document
     * @param holderCertificateNumber number of the holder's document
     * @param resolves whether the name resolves
     * @param siteOpen whether a site answers under it
     */
    public record DomainState(String domain, String registrar, Boolean registrarApproved, Boolean overseasRegistrar,
            LocalDate registeredOn, LocalDate expiresOn, Boolean privacy, Boolean realNameVerified, LocalDate realNameSince,
            String holderName, CertificateType holderCertificateType, String holderCertificateNumber, Boolean resolves,
            Boolean siteOpen) {

        /** Names the domain only; the rest may be personal data. */
        @Override
        public String toString() {
            return "DomainState[" + domain + "]";
        }
    }

    /**
     * A face-video session (视频核身: T-08, A-83).
     *
     * @param subject JSON pointer to the principal, such as {@code /organizer/principal}
     * @param passed whether the face was found to be that of the principal, or null
     * @param ipProvince province code of the client's address, or null
     */
    public record Verification(String subject, Boolean passed, String ipProvince) {
    }

    /**
     * The applicant's account.
     *
     * @param realName name of its real-name check, or null
     * @param certificateNumber document number of that check, or null
     * @param organizers number of organizers filed or asked for under it, this order's included, or null
     * @param organizersOver how many of them are beyond the provider's limit, or null; 0 when the case is about one on record
     */
    public record AccountState(String realName, String certificateNumber, Integer organizers, Integer organizersOver) {

        /** One of which no limit is known. */
        public AccountState(String realName, String certificateNumber, Integer organizers) {
            this(realName, certificateNumber, organizers, null);
        }

        /** Shows nothing, since all of it is personal data. */
        @Override
        public String toString() {
            return "AccountState[***]";
        }
    }

    /**
     * What is on record of the organizer, here or at the ministry.
     *
     * @param number filing number of the organizer
     * @param organizer its data on record
     * @param services its services on record, without those that the case is about
     * @param endsLastAccess whether the case cancels an access beside which its service has none (E-18); null when that is not known
     */
    public record FiledOrganizer(String number, Organizer organizer, List<InternetService> services, Boolean endsLastAccess) {

        /** Copies the list; null becomes empty. */
        public FiledOrganizer {
            services = services == null ? List.of() : List.copyOf(services);
        }

        /** One of whose accesses nothing is known. */
        public FiledOrganizer(String number, Organizer organizer, List<InternetService> services) {
            this(number, organizer, services, null);
        }
    }
}
