package org.openbeian.province.anhui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** Orders in Anhui. */
public class AnhuiRulesTest {

    private final ProvinceOrders anhui = new ProvinceOrders("anhui");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), anhui.enterprise().findings(anhui.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), anhui.individual().findings(anhui.book()));
    }

    @Test
    public void whoIsNotTheLegalRepresentativeNeedsALetter() {
        assertEquals(List.of(), anhui.blocking(anhui.ledByStaff(anhui.enterprise())));
        assertTrue(anhui.materials(anhui.ledByStaff(anhui.enterprise())).contains("power-of-attorney"));
        assertFalse(anhui.materials(anhui.enterprise()).contains("power-of-attorney"));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), anhui.blocking(anhui.fromElsewhere(anhui.individual())));
        assertTrue(anhui.materials(anhui.fromElsewhere(anhui.individual())).contains("residence-permit"));
        assertFalse(anhui.materials(anhui.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("皖", anhui.profile().filingPrefix());
        assertEquals("service", anhui.profile().footerNumber());
    }

    @Test
    public void underALetterOnePersonLeadsBoth() {
        SampleCase two = anhui.ledByStaff(anhui.enterprise()).with("/services/0/principal/certificateNumber", "440524188001010014")
            .with("/services/0/principal/mobile", "13700000000").with("/services/0/principal/email", "li@example.com");
        assertEquals(List.of("anhui-leads-differ-under-letter /services/0/principal/name"),
            anhui.blocking(two));
    }
}
