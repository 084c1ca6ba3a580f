package org.openbeian.province.heilongjiang;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Heilongjiang. */
public class HeilongjiangRulesTest {

    private final ProvinceOrders heilongjiang = new ProvinceOrders("heilongjiang");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), heilongjiang.enterprise().findings(heilongjiang.book()));
    }

    @Test
    public void anIndividualFilesABlogOrPersonalSpaceOnly() {
        assertEquals(List.of(), heilongjiang.individual().with("/services/0/contents", List.of(6)).findings(heilongjiang.book()));
        assertEquals(List.of("heilongjiang-individual-content /services/0/contents"), heilongjiang.blocking(heilongjiang.individual()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("heilongjiang-lead-not-legal-representative /organizer/principal/name"),
            heilongjiang.blocking(heilongjiang.ledByStaff(heilongjiang.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("heilongjiang-individual-id-elsewhere /organizer/principal/certificateAddress",
            "heilongjiang-individual-id-elsewhere /services/0/principal/certificateAddress"),
            heilongjiang.blocking(heilongjiang.fromElsewhere(heilongjiang.individual().with("/services/0/contents", List.of(6)))));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("黑", heilongjiang.profile().filingPrefix());
        assertEquals("service", heilongjiang.profile().footerNumber());
    }
}
