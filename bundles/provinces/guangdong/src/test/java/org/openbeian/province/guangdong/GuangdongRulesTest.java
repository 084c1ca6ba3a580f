package org.openbeian.province.guangdong;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.contract.kit.Rules;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** Orders in Guangdong. */
public class GuangdongRulesTest {

    private final RuleBook book = Rules.book("national", "guangdong");

    @Test
    public void anEnterpriseOfShenzhenPasses() {
        assertEquals(List.of(), new SampleCase().findings(book));
    }

    @Test
    @Requirement({"T-55", "W-30", "Q-13"})
    public void theProfileIsItsOwnAndTheNations() {
        ProvinceProfile profile = book.profile("440000").orElseThrow();
        assertEquals("粤", profile.filingPrefix());
        assertEquals("either", profile.footerNumber());
        assertEquals(5, profile.reviewMinDays());
        assertEquals(20, profile.reviewMaxDays());
        assertEquals("V.3.0", profile.interfaceProfile());
    }

    @Test
    public void seventeenIsOldEnoughHereWithProofOfEmployment() {
        SampleCase young = new SampleCase().on("1897-06-01T00:00:00Z").withPrincipal("validFrom", "1890-01-01");
        assertEquals(List.of(), young.findings(book).stream().filter(f -> f.contains("age")).toList());
        assertTrue(types(young).contains("employment-proof"));
        young.on("1895-06-01T00:00:00Z");
        assertEquals(2, young.findings(book).stream().filter(f -> f.startsWith("guangdong-principal-age")).count());
    }

    @Test
    public void theLeadOfANewFilingIsTheLegalRepresentative() {
        SampleCase staff = new SampleCase().with("/organizer/legalRepresentative/certificateNumber", "11010519491231002X");
        assertEquals(List.of("guangdong-lead-not-legal-representative /organizer/principal/name"), staff.findings(book));
        staff.with("/organizer/legalRepresentative/certificateType", "PASSPORT")
            .with("/organizer/legalRepresentative/certificateNumber", "E12345678");
        assertEquals(List.of(), staff.findings(book));
    }

    @Test
    @Requirement({"T-13", "T-25", "T-29", "T-97", "T-98"})
    public void theMaterialsOfAnEnterprise() {
        assertEquals(List.of("unit-certificate", "guangdong-pledge", "id-card-portrait", "id-card-emblem", "commitment-letter",
            "sector-pledge", "photo-with-id-card", "verification-photo"), types(new SampleCase()));
        List<NeededMaterial> materials = book.materials(new SampleCase().filing());
        assertEquals(55 * 1024, materials.get(0).minBytes());
        assertEquals("/organizer/principal", materials.get(2).subject());
    }

    @Test
    public void thePledgeIsAskedForWithEveryFiling() {
        SampleCase individual = new SampleCase().with("/organizer/nature", "INDIVIDUAL");
        for (SampleCase order : List.of(new SampleCase(), individual)) {
            assertEquals(List.of(true), book.materials(order.filing()).stream().filter(m -> m.type().equals("guangdong-pledge"))
                .map(NeededMaterial::required).toList());
        }
    }

    @Test
    @Requirement("A-79")
    public void anotherPrincipalOfTheServiceHandsInHisOwnDocument() {
        SampleCase two = new SampleCase().with("/services/0/principal/certificateNumber", "11010519491231002X");
        assertEquals(2, types(two).stream().filter("id-card-portrait"::equals).count());
    }

    @Test
    public void anIndividualFromElsewhereNeedsAPermit() {
        SampleCase individual = new SampleCase().with("/organizer/nature", "INDIVIDUAL")
            .withPrincipal("certificateAddress", "甘肃省兰州市城关区庆阳路1号");
        assertTrue(types(individual).contains("residence-permit"));
        individual.withPrincipal("certificateAddress", "广东省深圳市南山区1号");
        assertTrue(!types(individual).contains("residence-permit"));
    }

    private List<String> types(SampleCase sample) {
        return book.materials(sample.filing()).stream().map(NeededMaterial::type).toList();
    }
}
