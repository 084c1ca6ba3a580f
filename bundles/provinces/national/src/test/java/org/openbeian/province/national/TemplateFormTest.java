package org.openbeian.province.national;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** What the rules find in the information template of an individual or an enterprise, before there is an order. */
public class TemplateFormTest {

    private static final String ID = "440524188001010014";

    private final RuleBook book = NationalRulesTest.newBook();

    private static SampleCase enterprise() {
        return new SampleCase().with("/services", List.of()).with("/extra", Map.of("postcode", "730000"));
    }

    private static SampleCase individual() {
        return enterprise().with("/organizer/nature", "INDIVIDUAL").with("/organizer/certificateType", "RESIDENT_ID")
            .with("/organizer/certificateNumber", ID).with("/organizer/name", "张示例").with("/organizer/legalRepresentative", null);
    }

    @Test
    public void nothingIsFoundInGoodOnesOrAskedForThatIsMissing() {
        assertEquals(List.of(), wrong(enterprise()));
        assertEquals(List.of(), wrong(individual()));
        assertEquals(List.of(), wrong(enterprise().with("/organizer/principal", Map.of("name", "张示例"))));
        assertEquals("also before a province is chosen", List.of("email-invalid /organizer/principal/email"),
            wrong(enterprise().with("/organizer/provinceId", null).with("/organizer/principal/email", "nobody")));
    }

    @Test
    @Requirement("T-10")
    public void theEmailOfAnIndividualIsChecked() {
        assertTrue(person(OrganizerNature.INDIVIDUAL).requires("email"));
        assertEquals(List.of("email-invalid /organizer/principal/email"),
            wrong(individual().with("/organizer/principal/email", "nobody@")));
    }

    @Test
    @Requirement("T-11")
    public void thePhoneOfAnIndividualIsAMobileOfTheMainland() {
        assertTrue(person(OrganizerNature.INDIVIDUAL).requires("mobile"));
        for (String phone : List.of("0931-8412345", "+852 5123 4567", "1380000000")) {
            assertEquals(phone, List.of("mobile-invalid /organizer/principal/mobile"),
                wrong(individual().with("/organizer/principal/mobile", phone)));
        }
    }

    @Test
    @Requirement("T-15")
    public void emailPhoneAndPostcodeOfAnEnterpriseAreCheckedAsWell() {
        assertEquals(List.of("email-invalid /organizer/principal/email", "mobile-invalid /organizer/principal/mobile",
            "postcode-invalid /extra/postcode"), wrong(enterprise().with("/organizer/principal/email", "nobody")
                .with("/organizer/principal/mobile", "1380000000").with("/extra", Map.of("postcode", "73000A"))));
    }

    @Test
    @Requirement("T-14")
    public void theAddressOnThePersonsCardHasItsField() {
        FormOf person = person(OrganizerNature.ENTERPRISE);
        assertEquals("证件住址", person.field("certificateAddress").says("title"));
        assertFalse("what a province makes of it is its own affair", person.requires("certificateAddress"));
        assertEquals("广东省汕头市潮阳区示例路1号", enterprise().filing().application().organizer().principal().certificateAddress());
    }

    private FormOf person(OrganizerNature nature) {
        return FormOf.first(book, nature).organizer().principal();
    }

    private List<String> wrong(SampleCase sample) {
        return book.entered(sample.filing()).stream().filter(one -> one.pointer().startsWith("/organizer/")
            || one.pointer().startsWith("/extra/")).map(one -> one.ruleId() + " " + one.pointer()).sorted().toList();
    }
}
