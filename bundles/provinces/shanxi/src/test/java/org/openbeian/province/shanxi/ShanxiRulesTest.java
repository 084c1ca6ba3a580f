package org.openbeian.province.shanxi;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Shanxi. */
public class ShanxiRulesTest {

    private final ProvinceOrders shanxi = new ProvinceOrders("shanxi");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), shanxi.enterprise().findings(shanxi.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), shanxi.individual().findings(shanxi.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("shanxi-lead-not-legal-representative /organizer/principal/name"),
            shanxi.blocking(shanxi.ledByStaff(shanxi.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("shanxi-individual-id-elsewhere /organizer/principal/certificateAddress",
            "shanxi-individual-id-elsewhere /services/0/principal/certificateAddress"),
            shanxi.blocking(shanxi.fromElsewhere(shanxi.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("晋", shanxi.profile().filingPrefix());
        assertEquals("service", shanxi.profile().footerNumber());
    }
}
