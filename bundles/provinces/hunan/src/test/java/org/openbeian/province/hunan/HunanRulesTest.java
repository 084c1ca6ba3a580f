package org.openbeian.province.hunan;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.Known;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Hunan. */
public class HunanRulesTest {

    private final ProvinceOrders hunan = new ProvinceOrders("hunan");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), hunan.enterprise().findings(hunan.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), hunan.individual().findings(hunan.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("hunan-lead-not-legal-representative /organizer/principal/name"),
            hunan.blocking(hunan.ledByStaff(hunan.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsWelcome() {
        assertEquals(List.of(), hunan.blocking(hunan.fromElsewhere(hunan.individual())));
        assertEquals(hunan.materials(hunan.individual()), hunan.materials(hunan.fromElsewhere(hunan.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("湘", hunan.profile().filingPrefix());
        assertEquals("service", hunan.profile().footerNumber());
    }

    @Test
    public void individualsNeedANumberOfTheProvince() {
        assertEquals(List.of("hunan-individual-mobile-elsewhere /organizer/principal/mobile",
            "hunan-individual-mobile-elsewhere /services/0/principal/mobile"),
            hunan.blocking(hunan.individual().knowing(Known.phone("13800000000", "440000"))));
    }
}
