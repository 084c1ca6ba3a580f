package org.openbeian.province.national;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.Severity;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** The form of the organizer: what it asks for, and what becomes of what was entered. */
public class OrganizerFormTest {

    private static final String ID = "/organizer/legalRepresentative/certificateNumber";

    private final RuleBook book = NationalRulesTest.newBook();
    private final FormOf unit = FormOf.first(book, OrganizerNature.ENTERPRISE).organizer();
    private final FormOf person = FormOf.first(book, OrganizerNature.INDIVIDUAL).organizer();

    @Test
    @Requirement("A-31")
    public void theNatureIsChosenFromAllThatThereAre() {
        assertEquals("主办单位性质", unit.field("nature").says("title"));
        assertTrue(unit.requires("nature"));
        assertEquals(Arrays.stream(OrganizerNature.values()).map(Enum::name).toList(), unit.field("nature").says("enum"));
        assertEquals("企业", unit.field("nature").chinese("ENTERPRISE"));
        assertEquals("the page is for one of them", List.of("ENTERPRISE", "INDIVIDUAL"),
            List.of(unit.field("nature").says("const"), person.field("nature").says("const")));
        missing("nature");
    }

    @Test
    @Requirement("A-35")
    public void aUnitUploadsItsCertificateAndAPersonNone() {
        NeededMaterial picture = certificate(new SampleCase()).get(0);
        assertEquals("/organizer", picture.subject());
        assertTrue(picture.required());
        assertTrue(picture.name().zh(), picture.name().zh().contains("营业执照"));
        assertEquals(List.of("image/jpeg", "image/png"), picture.mediaTypes().stream().sorted().toList());
        SampleCase individual = new SampleCase().with("/organizer/nature", "INDIVIDUAL");
        assertEquals(List.of(), certificate(individual));
        for (OrganizerNature nature : OrganizerNature.values()) {
            if (nature != OrganizerNature.INDIVIDUAL) {
                assertEquals(nature.name(), 1, certificate(new SampleCase().with("/organizer/nature", nature.name())).size());
            }
        }
    }

    private List<NeededMaterial> certificate(SampleCase sample) {
        return book.materials(sample.filing()).stream().filter(one -> one.type().equals("unit-certificate")).toList();
    }

    @Test
    @Requirement("T-26")
    public void unitsNameTheirLegalRepresentative() {
        FormOf representative = unit.field("legalRepresentative");
        assertTrue(unit.requires("legalRepresentative"));
        assertTrue(representative.requires("name"));
        assertEquals("法定代表人姓名", representative.field("name").says("title"));
        missing("legalRepresentative/name");
        assertFalse("a person has none", person.requires("legalRepresentative"));
        SampleCase individual = new SampleCase().with("/organizer/nature", "INDIVIDUAL").with("/organizer/legalRepresentative", null);
        assertEquals(List.of(), book.missingFields(individual.filing()).stream().map(Finding::pointer)
            .filter(pointer -> pointer.contains("legalRepresentative")).toList());
    }

    @Test
    @Requirement("A-39")
    public void theNumberOfTheLegalRepresentativeFitsHisDocument() {
        FormOf representative = unit.field("legalRepresentative");
        assertTrue(representative.requires("certificateType") && representative.requires("certificateNumber"));
        missing("legalRepresentative/certificateType");
        missing("legalRepresentative/certificateNumber");
        Map<String, List<String>> goodAndBad = Map.of("RESIDENT_ID", List.of("440524188001010014", "440524188001010015"),
            "PASSPORT", List.of("E12345678", "护照1"), "HKMO_PERMIT", List.of("H12345678", "T12345678"),
            "TAIWAN_PERMIT", List.of("12345678", "H12345678"), "HKMO_RESIDENCE", List.of("810000199408230021", "440524188001010014"));
        goodAndBad.forEach((type, numbers) -> {
            assertEquals(type, List.of(), ofRepresentative(type, numbers.get(0)));
            assertEquals(type, List.of(type.equals("RESIDENT_ID") ? "legal-representative-id-invalid"
                : "legal-representative-permit-invalid"), ofRepresentative(type, numbers.get(1)));
        });
    }

    private List<String> ofRepresentative(String type, String number) {
        return book.judge(new SampleCase().with("/organizer/legalRepresentative/certificateType", type).with(ID, number).filing())
            .findings().stream().filter(one -> one.pointer().equals(ID)).map(Finding::ruleId).toList();
    }

    @Test
    @Requirement("T-28")
    public void anAddressWithoutAHouseNumberIsWarnedOf() {
        assertTrue(unit.requires("postalAddress"));
        assertEquals(Map.of("zh", "精确到门牌号或房间号", "en", "Down to the house or room number"),
            unit.field("postalAddress").says("x-hint"));
        missing("postalAddress");
        List<Finding> found = ofAddress("广东省深圳市南山区科技园路");
        assertEquals(List.of("house-number-missing"), found.stream().map(Finding::ruleId).toList());
        assertEquals("a warning, since some places have no number", Severity.WARN, found.get(0).severity());
        assertEquals("/organizer/postalAddress", found.get(0).pointer());
        for (String precise : List.of("广东省深圳市南山区科技园路1号", "广东省深圳市南山区科技园路一号院", "广东省深圳市南山区科技园Ａ座１０１室")) {
            assertEquals(precise, List.of(), ofAddress(precise));
        }
    }

    private List<Finding> ofAddress(String address) {
        return book.judge(new SampleCase().with("/organizer/postalAddress", address).filing()).findings();
    }

    private void missing(String field) {
        List<String> found = book.missingFields(new SampleCase().with("/organizer/" + field, null).filing()).stream()
            .map(Finding::pointer).toList();
        assertTrue(field + " in " + found, found.contains("/organizer/" + field));
    }
}
