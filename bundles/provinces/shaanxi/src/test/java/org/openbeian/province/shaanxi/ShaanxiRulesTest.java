package org.openbeian.province.shaanxi;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Shaanxi. */
public class ShaanxiRulesTest {

    private final ProvinceOrders shaanxi = new ProvinceOrders("shaanxi");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), shaanxi.enterprise().findings(shaanxi.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), shaanxi.individual().findings(shaanxi.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("shaanxi-lead-not-legal-representative /organizer/principal/name"),
            shaanxi.blocking(shaanxi.ledByStaff(shaanxi.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsWelcome() {
        assertEquals(List.of(), shaanxi.blocking(shaanxi.fromElsewhere(shaanxi.individual())));
        assertEquals(shaanxi.materials(shaanxi.individual()), shaanxi.materials(shaanxi.fromElsewhere(shaanxi.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("陕", shaanxi.profile().filingPrefix());
        assertEquals("service", shaanxi.profile().footerNumber());
    }
}
