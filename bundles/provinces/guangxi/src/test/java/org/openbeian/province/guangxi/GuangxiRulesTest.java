package org.openbeian.province.guangxi;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Guangxi. */
public class GuangxiRulesTest {

    private final ProvinceOrders guangxi = new ProvinceOrders("guangxi");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), guangxi.enterprise().findings(guangxi.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), guangxi.individual().findings(guangxi.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("guangxi-lead-not-legal-representative /organizer/principal/name"),
            guangxi.blocking(guangxi.ledByStaff(guangxi.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("guangxi-individual-id-elsewhere /organizer/principal/certificateAddress",
            "guangxi-individual-id-elsewhere /services/0/principal/certificateAddress"),
            guangxi.blocking(guangxi.fromElsewhere(guangxi.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("桂", guangxi.profile().filingPrefix());
        assertEquals("service", guangxi.profile().footerNumber());
    }
}
