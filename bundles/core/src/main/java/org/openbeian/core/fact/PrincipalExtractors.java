package org.openbeian.core.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.Principal;
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
        to.put("principal.age", part -> age(part.subject(PrincipalPart.class), part.today()));
    }

    private static void principal(Map<String, FactKey.Extractor> to, String name, Function<Principal, ?> property) {
        to.put("principal." + name, part -> Take.from(part.subject(PrincipalPart.class).principal(), property));
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
