package org.openbeian.core.identifier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Documents of people without a resident ID card. None of them but the new permanent ID has a check character. */
public final class TravelDocument {

    private static final Pattern HK_MACAO = Pattern.compile("[HM](\\d{8}|\\d{10})");
    private static final Pattern TAIWAN = Pattern.compile("\\d{8}|\\d{10}[A-Z]?");
    private static final Pattern FOREIGN_PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern CHINESE_PASSPORT = Pattern.compile("E[A-HJ-NP-Z]\\d{7}|[EGDSPH]\\d{8}");
    private static final Pattern OLD_PERMANENT_ID = Pattern.compile("[A-Z]{3}\\d{12}");

    private TravelDocument() {
    }

    /** Permit of people from Hong Kong and Macao (港澳居民来往内地通行证). */
    public static Optional<Fault> checkHongKongMacao(String number) {
        return match(HK_MACAO, number);
    }

    /** Permit of people from Taiwan (台湾居民来往大陆通行证). */
    public static Optional<Fault> checkTaiwan(String number) {
        return match(TAIWAN, number);
    }

    /** Chinese passport. */
    public static Optional<Fault> checkChinesePassport(String number) {
        return match(CHINESE_PASSPORT, number);
    }

    /** Passport of another country. */
    public static Optional<Fault> checkForeignPassport(String number) {
        return match(FOREIGN_PASSPORT, number);
    }

    /** Permanent ID of foreigners (外国人永久居留身份证), old or new. */
    public static Optional<Fault> checkPermanentId(String number, LocalDate today) {
        String n = Forms.canonical(number);
        if (OLD_PERMANENT_ID.matcher(n).matches()) {
            return Optional.empty();
        }
        if (n.length() != 18) {
            return Optional.of(Fault.LENGTH);
        }
        if (n.charAt(0) != '9' || !Forms.isDigits(n.substring(0, 17))) {
            return Optional.of(Fault.FORM);
        }
        if (ResidentId.date(n.substring(6, 14)).filter(birth -> !birth.isAfter(today)).isEmpty()) {
            return Optional.of(Fault.DATE);
        }
        return ResidentId.checkCharacterFits(n) ? Optional.empty() : Optional.of(Fault.CHECK_CHARACTER);
    }

    private static Optional<Fault> match(Pattern form, String number) {
        return form.matcher(Forms.canonical(number)).matches() ? Optional.empty() : Optional.of(Fault.FORM);
    }
}
