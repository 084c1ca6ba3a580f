package org.openbeian.province.zhejiang;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Zhejiang. */
public class ZhejiangRulesTest {

    private final ProvinceOrders zhejiang = new ProvinceOrders("zhejiang");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), zhejiang.enterprise().findings(zhejiang.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), zhejiang.individual().findings(zhejiang.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("zhejiang-lead-not-legal-representative /organizer/principal/name"),
            zhejiang.blocking(zhejiang.ledByStaff(zhejiang.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), zhejiang.blocking(zhejiang.fromElsewhere(zhejiang.individual())));
        assertTrue(zhejiang.materials(zhejiang.fromElsewhere(zhejiang.individual())).contains("residence-permit"));
        assertFalse(zhejiang.materials(zhejiang.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("浙", zhejiang.profile().filingPrefix());
        assertEquals("service", zhejiang.profile().footerNumber());
    }
}
