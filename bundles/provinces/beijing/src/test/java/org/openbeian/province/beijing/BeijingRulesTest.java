package org.openbeian.province.beijing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.Known;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** Orders in Beijing. */
public class BeijingRulesTest {

    private final ProvinceOrders beijing = new ProvinceOrders("beijing");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), beijing.enterprise().findings(beijing.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), beijing.individual().findings(beijing.book()));
    }

    @Test
    public void whoIsNotTheLegalRepresentativeNeedsALetter() {
        assertEquals(List.of(), beijing.blocking(beijing.ledByStaff(beijing.enterprise())));
        assertTrue(beijing.materials(beijing.ledByStaff(beijing.enterprise())).contains("power-of-attorney"));
        assertFalse(beijing.materials(beijing.enterprise()).contains("power-of-attorney"));
    }

    @Test
    public void anIndividualFromElsewhereIsWelcome() {
        assertEquals(List.of(), beijing.blocking(beijing.fromElsewhere(beijing.individual())));
        assertEquals(beijing.materials(beijing.individual()), beijing.materials(beijing.fromElsewhere(beijing.individual())));
    }

    @Test
    @Requirement({"W-32", "T-55"})
    public void itsProfileIsItsOwn() {
        assertEquals("京", beijing.profile().filingPrefix());
        assertEquals(10, beijing.profile().reviewMinDays());
        assertEquals(14, beijing.profile().reviewMaxDays());
        assertEquals("service", beijing.profile().footerNumber());
    }

    @Test
    @Requirement({"W-20", "Q-17"})
    public void domainsOfOverseasRegistrarsAreRefused() {
        assertEquals(List.of("beijing-overseas-registrar /services/0/domains/0"),
            beijing.blocking(beijing.enterprise().knowing(Known.overseasRegistrar("example.com"))));
    }

    @Test
    public void suffixesOfItsOwnListAreRefused() {
        SampleCase order = beijing.enterprise().with("/services/0/domains", List.of("example.org"))
            .with("/services/0/homeUrl", "www.example.org");
        assertTrue(beijing.blocking(order).contains("beijing-suffix-refused /services/0/domains/0"));
    }
}
