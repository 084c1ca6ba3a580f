package org.openbeian.province.ningxia;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Ningxia. */
public class NingxiaRulesTest {

    private final ProvinceOrders ningxia = new ProvinceOrders("ningxia");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), ningxia.enterprise().findings(ningxia.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), ningxia.individual().findings(ningxia.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("ningxia-lead-not-legal-representative /organizer/principal/name"),
            ningxia.blocking(ningxia.ledByStaff(ningxia.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("ningxia-individual-id-elsewhere /organizer/principal/certificateAddress",
            "ningxia-individual-id-elsewhere /services/0/principal/certificateAddress"),
            ningxia.blocking(ningxia.fromElsewhere(ningxia.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("宁", ningxia.profile().filingPrefix());
        assertEquals("service", ningxia.profile().footerNumber());
    }
}
