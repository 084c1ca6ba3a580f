package org.openbeian.province.sichuan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Sichuan. */
public class SichuanRulesTest {

    private final ProvinceOrders sichuan = new ProvinceOrders("sichuan");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), sichuan.enterprise().findings(sichuan.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), sichuan.individual().findings(sichuan.book()));
    }

    @Test
    public void whoIsNotTheLegalRepresentativeNeedsALetter() {
        assertEquals(List.of(), sichuan.blocking(sichuan.ledByStaff(sichuan.enterprise())));
        assertTrue(sichuan.materials(sichuan.ledByStaff(sichuan.enterprise())).contains("power-of-attorney"));
        assertFalse(sichuan.materials(sichuan.enterprise()).contains("power-of-attorney"));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), sichuan.blocking(sichuan.fromElsewhere(sichuan.individual())));
        assertTrue(sichuan.materials(sichuan.fromElsewhere(sichuan.individual())).contains("local-proof"));
        assertFalse(sichuan.materials(sichuan.individual()).contains("local-proof"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("蜀", sichuan.profile().filingPrefix());
        assertEquals("service", sichuan.profile().footerNumber());
    }
}
