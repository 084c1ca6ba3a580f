package org.openbeian.province.neimenggu;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Inner Mongolia. */
public class NeimengguRulesTest {

    private final ProvinceOrders neimenggu = new ProvinceOrders("neimenggu");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), neimenggu.enterprise().findings(neimenggu.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), neimenggu.individual().findings(neimenggu.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("neimenggu-lead-not-legal-representative /organizer/principal/name"),
            neimenggu.blocking(neimenggu.ledByStaff(neimenggu.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("neimenggu-individual-id-elsewhere /organizer/principal/certificateAddress",
            "neimenggu-individual-id-elsewhere /services/0/principal/certificateAddress"),
            neimenggu.blocking(neimenggu.fromElsewhere(neimenggu.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("蒙", neimenggu.profile().filingPrefix());
        assertEquals("service", neimenggu.profile().footerNumber());
    }
}
