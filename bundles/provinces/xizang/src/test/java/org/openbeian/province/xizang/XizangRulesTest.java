package org.openbeian.province.xizang;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Tibet. */
public class XizangRulesTest {

    private final ProvinceOrders xizang = new ProvinceOrders("xizang");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), xizang.enterprise().findings(xizang.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), xizang.individual().findings(xizang.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("xizang-lead-not-legal-representative /organizer/principal/name"),
            xizang.blocking(xizang.ledByStaff(xizang.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("xizang-individual-id-elsewhere /organizer/principal/certificateAddress",
            "xizang-individual-id-elsewhere /services/0/principal/certificateAddress"),
            xizang.blocking(xizang.fromElsewhere(xizang.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("藏", xizang.profile().filingPrefix());
        assertEquals("service", xizang.profile().footerNumber());
    }
}
