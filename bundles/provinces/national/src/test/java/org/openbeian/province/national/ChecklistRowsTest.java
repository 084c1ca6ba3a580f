package org.openbeian.province.national;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** The list of what is needed, as the rules give it; the checklist of an order is drawn from them. */
public class ChecklistRowsTest {

    private final RuleBook book = NationalRulesTest.newBook();

    @Test
    @Requirement("T-99")
    public void aPhotoWithTheIdCardHasItsCriteriaAndIsDemandedByProvinces() {
        NeededMaterial photo = material("photo-with-id-card", new SampleCase());
        assertEquals("/organizer/principal", photo.subject());
        assertFalse(photo.required());
        String criteria = photo.conditions().toString();
        for (String word : List.of("免冠", "双肩", "五官清晰", "光线均匀", "可读")) {
            assertTrue(word, criteria.contains(word));
        }
        assertTrue(book.materials(new SampleCase().with("/organizer/principal/certificateType", "PASSPORT")
            .with("/services/0/principal/certificateType", "PASSPORT").filing()).stream()
            .noneMatch(one -> one.type().equals("photo-with-id-card")));
        RuleBook province = NationalRulesTest.bookOf("""
            rules:
              - id: photo-missing
                require: {materials.types: {contains-any: [photo-with-id-card]}}
                field: organizer.nature
                text: {zh: 须提交手持身份证照片, en: The photo is missing}
                mend: {zh: 请上传, en: Upload it}
                source: {document: test, date: 2026-11-21}
                examples:
                  - pass: {materials.types: [photo-with-id-card]}
                  - fail: {materials.types: [unit-certificate]}
            """);
        FilingCase bare = new SampleCase().filing();
        assertFalse("demanded by those provinces alone", codes(book, with(bare, "unit-certificate")).contains("photo-missing"));
        assertTrue(codes(province, with(bare, "unit-certificate")).contains("photo-missing"));
        assertFalse(codes(province, with(bare, "photo-with-id-card")).contains("photo-missing"));
    }

    private static FilingCase with(FilingCase bare, String material) {
        return new FilingCase(bare.orderId(), bare.type(), bare.application(), List.of(new FilingCase.CaseMaterial(material,
            "/organizer/principal", "image/jpeg", 60_000, 800, 600)), bare.resources(), bare.account(), bare.judgedOn());
    }

    private static List<String> codes(RuleBook book, FilingCase filing) {
        return book.judge(filing).findings().stream().map(Finding::ruleId).toList();
    }

    @Test
    @Requirement({"T-101", "T-102"})
    public void emergencyMobileAndMailOfThePersonAreAskedFor() {
        List<String> asked = book.missingFields(new SampleCase().with("/organizer/principal", Map.of()).filing()).stream()
            .map(Finding::pointer).toList();
        assertTrue(asked.toString(), asked.contains("/organizer/principal/emergencyContact"));
        assertTrue(asked.toString(), asked.contains("/organizer/principal/email"));
    }

    @Test
    @Requirement("T-106")
    public void aPostcodeMayBeGivenAndHasSixDigits() {
        assertFalse(codes("730000").contains("postcode-invalid"));
        assertTrue(codes("73000A").contains("postcode-invalid"));
    }

    @Test
    @Requirement("A-94")
    public void theCommitmentMayBeSignedOnPaper() {
        NeededMaterial letter = material("commitment-letter", new SampleCase());
        assertEquals("commitment-letter", letter.template());
        assertFalse(letter.required());
    }

    private List<String> codes(String postcode) {
        return codes(book, new SampleCase().with("/extra", Map.of("postcode", postcode)).filing());
    }

    private NeededMaterial material(String type, SampleCase sample) {
        return book.materials(sample.filing()).stream().filter(one -> one.type().equals(type)).findFirst().orElseThrow();
    }
}
