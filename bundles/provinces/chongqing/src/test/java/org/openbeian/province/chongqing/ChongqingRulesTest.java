package org.openbeian.province.chongqing;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Chongqing. */
public class ChongqingRulesTest {

    private final ProvinceOrders chongqing = new ProvinceOrders("chongqing");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), chongqing.enterprise().findings(chongqing.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), chongqing.individual().findings(chongqing.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("chongqing-lead-not-legal-representative /organizer/principal/name"),
            chongqing.blocking(chongqing.ledByStaff(chongqing.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("chongqing-individual-id-elsewhere /organizer/principal/certificateAddress",
            "chongqing-individual-id-elsewhere /services/0/principal/certificateAddress"),
            chongqing.blocking(chongqing.fromElsewhere(chongqing.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("渝", chongqing.profile().filingPrefix());
        assertEquals("service", chongqing.profile().footerNumber());
    }
}
