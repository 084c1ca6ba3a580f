package org.openbeian.province.national;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** The forms of the persons in charge: of the organizer, and of an APP by somebody else. */
public class PrincipalFormTest {

    private static final String ORGANIZER = "/organizer/principal";
    private static final String APP = "/services/0/principal";
    private static final String OTHER_ID = "11010519491231002X";

    private final RuleBook book = NationalRulesTest.newBook();
    private final FormOf form = FormOf.first(book, OrganizerNature.ENTERPRISE);

    /** An APP whose person in charge is not that of the organizer. */
    private static SampleCase app() {
        return AppFormTest.sample().with(APP + "/name", "李示例").with(APP + "/certificateNumber", OTHER_ID)
            .with(APP + "/mobile", "13700000000").with(APP + "/emergencyContact", "13600000000").with(APP + "/email", "li@example.com");
    }

    @Test
    public void nothingIsFoundInThePersonsAsTheyAre() {
        assertEquals(List.of(), at(app(), ORGANIZER));
        assertEquals(List.of(), at(app(), APP));
    }

    @Test
    @Requirement({"A-44", "A-45"})
    public void bothSidesOfThePrincipalsOriginalDocumentAreUploaded() {
        bothSides(new SampleCase(), ORGANIZER);
    }

    @Test
    @Requirement({"A-81", "A-82"})
    public void bothSidesOfTheOriginalDocumentOfTheAppsPersonAreUploaded() {
        bothSides(app(), APP);
        assertEquals("the organizer's principal hands his in once", List.of(), pictures(AppFormTest.sample(), APP));
    }

    private void bothSides(SampleCase sample, String subject) {
        List<NeededMaterial> sides = pictures(sample, subject);
        assertEquals(List.of("id-card-emblem", "id-card-portrait"), sides.stream().map(NeededMaterial::type).sorted().toList());
        for (NeededMaterial side : sides) {
            assertTrue(side.type(), side.required());
            assertTrue(side.name().zh(), side.name().zh().contains(side.type().equals("id-card-portrait") ? "人像面" : "国徽面"));
            assertTrue("of the original", side.conditions().stream().anyMatch(one -> one.zh().contains("原件")));
            assertTrue(side.mediaTypes().contains("image/jpeg"));
        }
    }

    private List<NeededMaterial> pictures(SampleCase sample, String subject) {
        return book.materials(sample.filing()).stream().filter(one -> one.subject().equals(subject) && one.required()).toList();
    }

    @Test
    @Requirement("A-80")
    public void theKindOfDocumentIsChosenAmongThoseOfPersons() {
        asked("certificateType", "负责人证件类型");
        FormOf field = form.service(1).principal().field("certificateType");
        assertEquals(Arrays.stream(CertificateType.values()).map(Enum::name).toList(), field.says("enum"));
        assertEquals("居民身份证", field.chinese("RESIDENT_ID"));
        assertEquals(List.of("principal-document-kind"), changed("certificateType", "BUSINESS_LICENCE"));
    }

    @Test
    @Requirement("A-84")
    public void thePersonIsNamedAsOnTheDocument() {
        asked("name", "负责人姓名");
        for (String bad : List.of("王先生", "李3", "李")) {
            assertEquals(bad, List.of("principal-name-invalid"), changed("name", bad));
        }
        assertEquals(List.of(), changed("name", "阿卜杜拉·示例"));
    }

    @Test
    @Requirement("A-85")
    public void theNumberFitsTheDocument() {
        asked("certificateNumber", "负责人证件号码");
        assertEquals(List.of("principal-id-invalid"), changed("certificateNumber", "110105194912310021"));
        Map.of("PASSPORT", List.of("E12345678", "护照1"), "HKMO_PERMIT", List.of("H12345678", "T12345678"), "TAIWAN_PERMIT",
            List.of("12345678", "H12345678")).forEach((type, numbers) -> {
                SampleCase sample = app().with(APP + "/certificateType", type);
                assertEquals(type, List.of(), at(sample.with(APP + "/certificateNumber", numbers.get(0)), APP));
                assertEquals(type, List.of("principal-permit-invalid"), at(sample.with(APP + "/certificateNumber", numbers.get(1)), APP));
            });
    }

    @Test
    @Requirement("A-86")
    public void anIdCardHasStartAndEndOrIsLongTerm() {
        asked("validFrom", null);
        SampleCase open = app().with(APP + "/longTerm", null);
        assertTrue("neither end nor long-term", missing(open).contains(APP + "/validUntil"));
        assertEquals(List.of(), missing(open.with(APP + "/validUntil", "2040-01-01")));
        assertEquals(List.of(), at(open, APP));
        assertEquals(List.of("principal-id-expired"), at(open.with(APP + "/validUntil", "2026-11-20"), APP));
        assertEquals(List.of("principal-id-not-yet-valid"), at(app().with(APP + "/validFrom", "2026-11-22"), APP));
        FormOf until = form.service(1).principal().field("validUntil");
        assertEquals("date", until.says("format"));
        assertTrue(String.valueOf(until.says("x-required-when")), String.valueOf(until.says("x-required-when")).contains("RESIDENT_ID"));
        assertEquals("boolean", form.service(1).principal().field("longTerm").says("type"));
        assertEquals("a passport has none to enter", List.of(), missing(app().with(APP + "/certificateType", "PASSPORT")
            .with(APP + "/certificateNumber", "E12345678").with(APP + "/validFrom", null).with(APP + "/longTerm", null)));
    }

    @Test
    @Requirement("A-89")
    public void theEmergencyContactIsAnotherPhoneAndBetterAMobile() {
        asked("emergencyContact", "应急联系电话");
        assertEquals(List.of(), changed("emergencyContact", "0931-8412345"));
        assertEquals(List.of("emergency-invalid"), changed("emergencyContact", "8412345"));
        assertEquals(List.of("emergency-equals-mobile"), changed("emergencyContact", "13700000000"));
        Map<?, ?> hint = (Map<?, ?>) form.service(1).principal().field("emergencyContact").says("x-hint");
        assertTrue(hint.toString(), hint.get("zh").toString().contains("建议填写手机号码"));
        assertTrue(hint.toString(), hint.get("en").toString().contains("better a mobile"));
    }

    /** Asked for in the form, and found missing in an order. */
    private void asked(String field, String title) {
        FormOf person = form.service(1).principal();
        if (title != null) {
            assertTrue(field, person.requires(field));
            assertEquals(title, person.field(field).says("title"));
        }
        assertTrue(field, missing(app().with(APP + "/" + field, null)).contains(APP + "/" + field));
    }

    private List<String> changed(String field, String value) {
        return at(app().with(APP + "/" + field, value), APP);
    }

    private List<String> missing(SampleCase sample) {
        return book.missingFields(sample.filing()).stream().map(Finding::pointer).filter(one -> one.startsWith(APP)).toList();
    }

    private List<String> at(SampleCase sample, String place) {
        return Stream.of(book.judge(sample.filing())).flatMap(verdict -> verdict.findings().stream())
            .filter(one -> one.pointer().startsWith(place)).map(Finding::ruleId).toList();
    }
}
