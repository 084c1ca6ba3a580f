package org.openbeian.province.yunnan;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Yunnan. */
public class YunnanRulesTest {

    private final ProvinceOrders yunnan = new ProvinceOrders("yunnan");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), yunnan.enterprise().findings(yunnan.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), yunnan.individual().findings(yunnan.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("yunnan-lead-not-legal-representative /organizer/principal/name"),
            yunnan.blocking(yunnan.ledByStaff(yunnan.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsWelcome() {
        assertEquals(List.of(), yunnan.blocking(yunnan.fromElsewhere(yunnan.individual())));
        assertEquals(yunnan.materials(yunnan.individual()), yunnan.materials(yunnan.fromElsewhere(yunnan.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("滇", yunnan.profile().filingPrefix());
        assertEquals("service", yunnan.profile().footerNumber());
    }
}
