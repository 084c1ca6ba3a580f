package org.openbeian.province.shandong;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Shandong. */
public class ShandongRulesTest {

    private final ProvinceOrders shandong = new ProvinceOrders("shandong");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), shandong.enterprise().findings(shandong.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), shandong.individual().findings(shandong.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("shandong-lead-not-legal-representative /organizer/principal/name"),
            shandong.blocking(shandong.ledByStaff(shandong.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), shandong.blocking(shandong.fromElsewhere(shandong.individual())));
        assertTrue(shandong.materials(shandong.fromElsewhere(shandong.individual())).contains("residence-permit"));
        assertFalse(shandong.materials(shandong.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("鲁", shandong.profile().filingPrefix());
        assertEquals("service", shandong.profile().footerNumber());
    }
}
