package org.openbeian.province.hainan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Hainan. */
public class HainanRulesTest {

    private final ProvinceOrders hainan = new ProvinceOrders("hainan");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), hainan.enterprise().findings(hainan.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), hainan.individual().findings(hainan.book()));
    }

    @Test
    public void whoIsNotTheLegalRepresentativeNeedsALetter() {
        assertEquals(List.of(), hainan.blocking(hainan.ledByStaff(hainan.enterprise())));
        assertTrue(hainan.materials(hainan.ledByStaff(hainan.enterprise())).contains("power-of-attorney"));
        assertFalse(hainan.materials(hainan.enterprise()).contains("power-of-attorney"));
    }

    @Test
    public void anIndividualFromElsewhereIsWelcome() {
        assertEquals(List.of(), hainan.blocking(hainan.fromElsewhere(hainan.individual())));
        assertEquals(hainan.materials(hainan.individual()), hainan.materials(hainan.fromElsewhere(hainan.individual())));
    }

    @Test
    public void individualsFileWithTheIdCard() {
        assertTrue(hainan.blocking(hainan.individual().with("/organizer/certificateType", "PASSPORT"))
            .contains("hainan-individual-document /organizer/certificateType"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("琼", hainan.profile().filingPrefix());
        assertEquals("service", hainan.profile().footerNumber());
    }
}
