package org.openbeian.province.fujian;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Fujian. */
public class FujianRulesTest {

    private final ProvinceOrders fujian = new ProvinceOrders("fujian");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), fujian.enterprise().findings(fujian.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), fujian.individual().findings(fujian.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("fujian-lead-not-legal-representative /organizer/principal/name"),
            fujian.blocking(fujian.ledByStaff(fujian.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), fujian.blocking(fujian.fromElsewhere(fujian.individual())));
        assertTrue(fujian.materials(fujian.fromElsewhere(fujian.individual())).contains("residence-permit"));
        assertFalse(fujian.materials(fujian.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("闽", fujian.profile().filingPrefix());
        assertEquals("service", fujian.profile().footerNumber());
    }
}
