package org.openbeian.core.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.rules.Circumstances.Verification;
import org.openbeian.core.identifier.Areas;
import org.openbeian.core.identifier.Forms;
import org.openbeian.core.identifier.Phones;
import org.openbeian.core.identifier.ResidentId;

/** Ways to the facts of a principal. */
final class PrincipalExtractors {

    private PrincipalExtractors() {
    }

    static void addTo(Map<String, FactKey.Extractor> to) {
        to.put("principal.role", part -> part.subject(PrincipalPart.class).role());
        principal(to, "name", Principal::name);
        principal(to, "certificateType", Principal::certificateType);
        principal(to, "certificateNumber", Principal::certificateNumber);
        principal(to, "validFrom", Principal::validFrom);
        principal(to, "validUntil", Principal::validUntil);
        principal(to, "longTerm", Principal::longTerm);
        principal(to, "certificateAddress", Principal::certificateAddress);
        principal(to, "mobile", Principal::mobile);
        principal(to, "mobileHead", PrincipalExtractors::mobileHead);
        principal(to, "emergencyContact", Principal::emergencyContact);
        principal(to, "email", Principal::email);
        principal(to, "officePhone", Principal::officePhone);
        to.put("principal.idCard.province", part -> cardProvince(part.subject(PrincipalPart.class)));
        to.put("principal.idCard.numberProvince", part -> numberProvince(part.subject(PrincipalPart.class)));
        to.put("principal.sex", part -> sex(part.subject(PrincipalPart.class)));
        to.put("principal.isLegalRepresentative", part -> isSame(part,
            o -> o.legalRepresentative() == null ? null : o.legalRepresentative().certificateNumber()));
        to.put("principal.isOrganizerPrincipal", part -> isSame(part,
            o -> o.principal() == null ? null : o.principal().certificateNumber()));
        addPhones(to);
        to.put("verification.passed", part -> Take.from(verification(part), Verification::passed));
        to.put("verification.ip.province", part -> Take.from(verification(part), Verification::ipProvince));
        to.put("principal.age", part -> age(part.subject(PrincipalPart.class), part.today()));
    }

    private static void principal(Map<String, FactKey.Extractor> to, String name, Function<Principal, ?> property) {
        to.put("principal." + name, part -> Take.from(part.subject(PrincipalPart.class).principal(), property));
    }

    private static void addPhones(Map<String, FactKey.Extractor> to) {
        to.put("principal.mobileProvince", part -> province(part, Principal::mobile));
        to.put("principal.emergencyProvince", part -> province(part, Principal::emergencyContact));
        to.put("principal.distinctPhones", part -> distinctPhones(part));
        to.put("principal.mobileOfOtherOrganizer", part -> isAmong(part.filing().circumstances().mobilesOfOthers(),
            digits(part.subject(PrincipalPart.class), Principal::mobile)));
        to.put("principal.certificateOfOtherOrganizer", part -> isAmong(
            part.filing().circumstances().certificatesOfOthers(), number(part.subject(PrincipalPart.class))));
        principal(to, "officePhoneArea", PrincipalExtractors::area);
    }

    private static Boolean isAmong(Set<String> used, String value) {
        return used == null || value == null ? null : Boolean.valueOf(used.contains(value));
    }

    private static String number(PrincipalPart part) {
        Object number = Take.from(part.principal(), Principal::certificateNumber);
        return number == null ? null : Forms.canonical((String) number);
    }

    private static Boolean isSame(Part part, Function<Organizer, String> other) {
        Organizer organizer = part.filing().application().organizer();
        String own = number(part.subject(PrincipalPart.class));
        String theirs = organizer == null ? null : other.apply(organizer);
        return own == null || theirs == null || theirs.isBlank() ? null
            : Boolean.valueOf(own.equals(Forms.canonical(theirs)));
    }

    private static String digits(PrincipalPart part, Function<Principal, String> phone) {
        Object number = Take.from(part.principal(), phone);
        return number == null ? null : Phones.mobileDigits((String) number);
    }

    private static String province(Part part, Function<Principal, String> phone) {
        String digits = digits(part.subject(PrincipalPart.class), phone);
        return digits == null ? null : part.filing().circumstances().phoneProvinces().get(digits);
    }

    private static Long distinctPhones(Part part) {
        Organizer organizer = part.filing().application().organizer();
        PrincipalPart own = part.subject(PrincipalPart.class);
        PrincipalPart first = new PrincipalPart("ORGANIZER", organizer == null ? null : organizer.principal());
        Set<String> numbers = new HashSet<>();
        for (PrincipalPart one : List.of(own, first)) {
            String mobile = digits(one, Principal::mobile);
            String emergency = digits(one, Principal::emergencyContact);
            if (mobile == null || emergency == null) {
                return null;
            }
            numbers.add(mobile);
            numbers.add(emergency);
        }
        return (long) numbers.size();
    }

    private static Verification verification(Part part) {
        return part.filing().circumstances().verifications().stream()
            .filter(session -> session.subject().equals(part.pointer())).findFirst().orElse(null);
    }

    private static String area(Principal principal) {
        return principal.officePhone() == null ? null : Phones.areaCode(principal.officePhone()).orElse(null);
    }

    private static String sex(PrincipalPart part) {
        String number = part.residentId() == null ? "" : Forms.canonical(part.residentId());
        char serial = number.length() == 18 ? number.charAt(16) : ' ';
        return Character.isDigit(serial) ? serial % 2 == 1 ? "MALE" : "FEMALE" : null;
    }

    private static String mobileHead(Principal principal) {
        if (principal.mobile() == null) {
            return null;
        }
        String digits = Phones.mobileDigits(principal.mobile());
        return digits.length() == 11 ? digits.substring(0, 3) : null;
    }

    private static String cardProvince(PrincipalPart part) {
        Principal principal = part.principal();
        if (principal == null || principal.certificateType() != CertificateType.RESIDENT_ID) {
            return null;
        }
        Optional<String> printed = Optional.ofNullable(principal.certificateAddress()).flatMap(Areas::ofAddress)
            .map(Areas.Area::code);
        return printed.orElseGet(() -> numberProvince(part));
    }

    private static String numberProvince(PrincipalPart part) {
        String number = part.residentId();
        return number == null ? null : Areas.ofCode(Forms.canonical(number)).map(Areas.Area::code).orElse(null);
    }

    private static Long age(PrincipalPart part, LocalDate today) {
        String number = part.residentId();
        return number == null ? null
            : ResidentId.birthDate(number).map(birth -> ChronoUnit.YEARS.between(birth, today)).orElse(null);
    }
}
