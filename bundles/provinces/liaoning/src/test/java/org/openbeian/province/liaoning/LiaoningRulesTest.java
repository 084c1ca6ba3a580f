package org.openbeian.province.liaoning;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Liaoning. */
public class LiaoningRulesTest {

    private final ProvinceOrders liaoning = new ProvinceOrders("liaoning");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), liaoning.enterprise().findings(liaoning.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), liaoning.individual().findings(liaoning.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("liaoning-lead-not-legal-representative /organizer/principal/name"),
            liaoning.blocking(liaoning.ledByStaff(liaoning.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsWelcome() {
        assertEquals(List.of(), liaoning.blocking(liaoning.fromElsewhere(liaoning.individual())));
        assertEquals(liaoning.materials(liaoning.individual()), liaoning.materials(liaoning.fromElsewhere(liaoning.individual())));
    }

    @Test
    @Requirement({"W-32", "T-55"})
    public void itsProfileIsItsOwn() {
        assertEquals("辽", liaoning.profile().filingPrefix());
        assertEquals(10, liaoning.profile().reviewMinDays());
        assertEquals(14, liaoning.profile().reviewMaxDays());
        assertEquals("service", liaoning.profile().footerNumber());
    }
}
