package org.openbeian.province.shanghai;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Shanghai. */
public class ShanghaiRulesTest {

    private final ProvinceOrders shanghai = new ProvinceOrders("shanghai");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), shanghai.enterprise().findings(shanghai.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), shanghai.individual().findings(shanghai.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("shanghai-lead-not-legal-representative /organizer/principal/name"),
            shanghai.blocking(shanghai.ledByStaff(shanghai.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), shanghai.blocking(shanghai.fromElsewhere(shanghai.individual())));
        assertTrue(shanghai.materials(shanghai.fromElsewhere(shanghai.individual())).contains("residence-permit"));
        assertFalse(shanghai.materials(shanghai.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("沪", shanghai.profile().filingPrefix());
        assertEquals("service", shanghai.profile().footerNumber());
    }
}
