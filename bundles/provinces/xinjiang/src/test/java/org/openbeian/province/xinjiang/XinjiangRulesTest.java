package org.openbeian.province.xinjiang;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Xinjiang. */
public class XinjiangRulesTest {

    private final ProvinceOrders xinjiang = new ProvinceOrders("xinjiang");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), xinjiang.enterprise().findings(xinjiang.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), xinjiang.individual().findings(xinjiang.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("xinjiang-lead-not-legal-representative /organizer/principal/name"),
            xinjiang.blocking(xinjiang.ledByStaff(xinjiang.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("xinjiang-individual-id-elsewhere /organizer/principal/certificateAddress",
            "xinjiang-individual-id-elsewhere /services/0/principal/certificateAddress"),
            xinjiang.blocking(xinjiang.fromElsewhere(xinjiang.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("新", xinjiang.profile().filingPrefix());
        assertEquals("service", xinjiang.profile().footerNumber());
    }
}
