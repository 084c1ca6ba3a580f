package org.openbeian.core.identifier;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** Every vector of people's documents in the catalogue of identifiers. */
public class PersonIdentifiersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    @Requirement({"T-27", "A-47"})
    public void residentIdsPass() {
        for (String number : new String[] {"11010519491231002X", "440524188001010014", "110101190001010014",
            "440305190012311237", "620102190106150079", "330106190111113447", "510104190008208887",
            "11010519491231002x", " 1101 0519 4912 3100 2X", "４４０５２４１８８００１０１００１４"}) {
            assertEquals(number, Optional.empty(), ResidentId.check(number, TODAY));
        }
    }

    @Test
    @Requirement({"T-27", "A-47"})
    public void residentIdsFailForTheRightReason() {
        resident("11010519491231002Y", Fault.ALPHABET);
        resident("440524188001010015", Fault.CHECK_CHARACTER);
        resident("310101190002290027", Fault.DATE);
        resident("110101190001010041", Fault.CHECK_CHARACTER);
        resident("620102010615007", Fault.LENGTH);
        resident("990101190001010014", Fault.AREA);
        resident("110101209901010017", Fault.DATE);
        resident("110101190001010006", Fault.SEQUENCE);
    }

    @Test
    public void theBirthDateIsRead() {
        assertEquals(Optional.of(LocalDate.of(1949, 12, 31)), ResidentId.birthDate("11010519491231002X"));
        assertEquals(Optional.empty(), ResidentId.birthDate("310101190002290027"));
    }

    @Test
    public void residencePermits() {
        all(n -> ResidentId.checkResidencePermit(n, TODAY), null, "810000190001010018", "820000190003150024",
            "830000190012240015");
        all(n -> ResidentId.checkResidencePermit(n, TODAY), Fault.CHECK_CHARACTER, "810000190001010019");
        all(n -> ResidentId.checkResidencePermit(n, TODAY), Fault.AREA, "840000190001010018");
        all(n -> ResidentId.checkResidencePermit(n, TODAY), Fault.LENGTH, "81000019000101001");
        all(n -> ResidentId.checkResidencePermit(n, TODAY), Fault.DATE, "810000190013010018");
        all(n -> ResidentId.checkResidencePermit(n, TODAY), Fault.ALPHABET, "8100001900O1010018");
    }

    @Test
    public void travelDocuments() {
        all(TravelDocument::checkHongKongMacao, null, "H12345678", "M0123456701");
        all(TravelDocument::checkHongKongMacao, Fault.FORM, "H1234567", "T12345678");
        all(TravelDocument::checkTaiwan, null, "00000001");
        all(TravelDocument::checkTaiwan, Fault.FORM, "1234567");
        all(TravelDocument::checkChinesePassport, null, "EA0000001", "G00000001");
        all(TravelDocument::checkChinesePassport, Fault.FORM, "EI0000001");
        all(TravelDocument::checkForeignPassport, null, "AB1234567");
        all(TravelDocument::checkForeignPassport, Fault.FORM, "AB-1234567");
        all(n -> TravelDocument.checkPermanentId(n, TODAY), null, "USA110000000001", "911840190001010017");
        all(n -> TravelDocument.checkPermanentId(n, TODAY), Fault.CHECK_CHARACTER, "911840190001010018");
    }

    @Test
    @Requirement({"A-49", "T-30"})
    public void mobiles() {
        all(Phones::checkMobile, null, "13800000000", "+86 139-0000-0000", "19200000000", "17300000000", "16600000000");
        all(Phones::checkMobile, Fault.HEAD, "12800000000");
        all(Phones::checkMobile, Fault.LENGTH, "1380000000", "138000000000");
        all(Phones::checkMobile, Fault.HEAD, "0086-010-68870788");
        all(Phones::checkMobile, Fault.ALPHABET, "1380000000o");
        assertEquals("13900000000", Phones.mobileDigits("+86 139-0000-0000"));
        assertEquals(false, Phones.isAllotted("14200000000"));
        assertEquals(true, Phones.isAllotted("13800000000"));
    }

    @Test
    @Requirement("T-71")
    public void landlinesOfPublicSecurity() {
        all(Phones::checkPublicSecurityLandline, null, "0086-010-68870788", "0086-0755-86013388", "0086-0931-8412345",
            "0086-021-12345678", "0086-0571-87654321");
        all(Phones::checkPublicSecurityLandline, Fault.FORM, "010-68870788", "0086-10-68870788", "0086-010-0687078",
            "0086 010 68870788", "0086-010-00000000");
        all(Phones::checkPublicSecurityLandline, Fault.PLACEHOLDER, "0086-010-88888888");
        all(Phones::checkLandline, null, "010-68870788", "086-010-64242266", "086-010-64242266-123");
        all(Phones::checkLandline, Fault.FORM, "68870788", "010-0687078");
    }

    @Test
    @Requirement({"A-52", "T-12"})
    public void emailsAndPostcodes() {
        all(Contacts::checkEmail, null, "a@b.cn", "first.last+tag@mail.example.com");
        all(Contacts::checkEmail, Fault.FORM, "a@b@c.cn", "no-at.example.com", "a@exam_ple.com", "a@example", "a..b@c.cn");
        all(Contacts::checkEmail, Fault.LENGTH, "a@b.c", "a".repeat(130) + "@b.cn");
        all(Contacts::checkPostcode, null, "730000");
        all(Contacts::checkPostcode, Fault.LENGTH, "73000");
        all(Contacts::checkPostcode, Fault.ALPHABET, "73000A");
    }

    private static void resident(String number, Fault fault) {
        assertEquals(number, Optional.of(fault), ResidentId.check(number, TODAY));
    }

    static void all(Function<String, Optional<Fault>> check, Fault expected, String... numbers) {
        for (String number : numbers) {
            assertEquals(number, Optional.ofNullable(expected), check.apply(number));
        }
    }
}
