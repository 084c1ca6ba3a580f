package org.openbeian.province.hebei;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Hebei. */
public class HebeiRulesTest {

    private final ProvinceOrders hebei = new ProvinceOrders("hebei");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), hebei.enterprise().findings(hebei.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), hebei.individual().findings(hebei.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("hebei-lead-not-legal-representative /organizer/principal/name"),
            hebei.blocking(hebei.ledByStaff(hebei.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsWelcome() {
        assertEquals(List.of(), hebei.blocking(hebei.fromElsewhere(hebei.individual())));
        assertEquals(hebei.materials(hebei.individual()), hebei.materials(hebei.fromElsewhere(hebei.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("冀", hebei.profile().filingPrefix());
        assertEquals("service", hebei.profile().footerNumber());
    }
}
