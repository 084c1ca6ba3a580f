package org.openbeian.province.jiangxi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Jiangxi. */
public class JiangxiRulesTest {

    private final ProvinceOrders jiangxi = new ProvinceOrders("jiangxi");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), jiangxi.enterprise().findings(jiangxi.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), jiangxi.individual().findings(jiangxi.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("jiangxi-lead-not-legal-representative /organizer/principal/name"),
            jiangxi.blocking(jiangxi.ledByStaff(jiangxi.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), jiangxi.blocking(jiangxi.fromElsewhere(jiangxi.individual())));
        assertTrue(jiangxi.materials(jiangxi.fromElsewhere(jiangxi.individual())).contains("residence-permit"));
        assertFalse(jiangxi.materials(jiangxi.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("赣", jiangxi.profile().filingPrefix());
        assertEquals("service", jiangxi.profile().footerNumber());
    }
}
