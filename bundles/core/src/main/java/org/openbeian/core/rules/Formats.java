package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openbeian.core.identifier.AppIdentity;
import org.openbeian.core.identifier.Contacts;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.Fault;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.identifier.IpAddress;
import org.openbeian.core.identifier.OrganizationCode;
import org.openbeian.core.identifier.Phones;
import org.openbeian.core.identifier.PoliceNumber;
import org.openbeian.core.identifier.RegistrationNumber;
import org.openbeian.core.identifier.ResidentId;
import org.openbeian.core.identifier.SocialCreditCode;
import org.openbeian.core.identifier.TravelDocument;

/** The named forms that the operator {@code is} knows. */
final class Formats {

    private static final Map<String, BiFunction<String, LocalDate, Optional<Fault>>> ALL = new TreeMap<>();

    static {
        ALL.put("resident-id", ResidentId::check);
        ALL.put("residence-permit", ResidentId::checkResidencePermit);
        ALL.put("permanent-id", TravelDocument::checkPermanentId);
        plain("hong-kong-macao-permit", TravelDocument::checkHongKongMacao);
        plain("taiwan-permit", TravelDocument::checkTaiwan);
        plain("chinese-passport", TravelDocument::checkChinesePassport);
        plain("passport", TravelDocument::checkForeignPassport);
        plain("uscc", SocialCreditCode::check);
        plain("org-code", OrganizationCode::check);
        plain("registration-number", RegistrationNumber::check);
        plain("mobile", Phones::checkMobile);
        plain("landline", Phones::checkLandline);
        plain("public-security-landline", Phones::checkPublicSecurityLandline);
        plain("email", Contacts::checkEmail);
        plain("postcode", Contacts::checkPostcode);
        plain("icp-number", FilingNumber::check);
        plain("police-number", PoliceNumber::check);
        plain("domain", DomainName::check);
        plain("public-ip", IpAddress::checkPublic);
        plain("android-package", AppIdentity::checkAndroidPackage);
        plain("apple-bundle", AppIdentity::checkAppleBundle);
        plain("app-public-key", AppIdentity::checkPublicKey);
        plain("md5", AppIdentity::checkMd5);
        plain("sha1", AppIdentity::checkSha1);
    }

    private Formats() {
    }

    static Optional<BiFunction<String, LocalDate, Optional<Fault>>> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static String names() {
        return String.join(", ", ALL.keySet());
    }

    private static void plain(String name, Function<String, Optional<Fault>> check) {
        ALL.put(name, (text, today) -> check.apply(text));
    }
}
