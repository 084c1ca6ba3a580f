package org.openbeian.province.hubei;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** Orders in Hubei. */
public class HubeiRulesTest {

    private final ProvinceOrders hubei = new ProvinceOrders("hubei");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), hubei.enterprise().findings(hubei.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), hubei.individual().findings(hubei.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("hubei-lead-not-legal-representative /organizer/principal/name"),
            hubei.blocking(hubei.ledByStaff(hubei.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), hubei.blocking(hubei.fromElsewhere(hubei.individual())));
        assertTrue(hubei.materials(hubei.fromElsewhere(hubei.individual())).contains("residence-permit"));
        assertFalse(hubei.materials(hubei.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("鄂", hubei.profile().filingPrefix());
        assertEquals("service", hubei.profile().footerNumber());
    }

    @Test
    public void oneSiteGoesIntoAnOrder() {
        SampleCase two = hubei.enterprise().twice();
        assertTrue(hubei.blocking(two).contains("hubei-order-sites /services"));
    }
}
