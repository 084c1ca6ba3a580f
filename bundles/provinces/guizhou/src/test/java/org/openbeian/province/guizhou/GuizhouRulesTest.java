package org.openbeian.province.guizhou;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Guizhou. */
public class GuizhouRulesTest {

    private final ProvinceOrders guizhou = new ProvinceOrders("guizhou");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), guizhou.enterprise().findings(guizhou.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), guizhou.individual().findings(guizhou.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("guizhou-lead-not-legal-representative /organizer/principal/name"),
            guizhou.blocking(guizhou.ledByStaff(guizhou.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), guizhou.blocking(guizhou.fromElsewhere(guizhou.individual())));
        assertTrue(guizhou.materials(guizhou.fromElsewhere(guizhou.individual())).contains("residence-permit"));
        assertFalse(guizhou.materials(guizhou.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("黔", guizhou.profile().filingPrefix());
        assertEquals(Set.of(FilingType.CHANGE_SERVICE), guizhou.profile().switchedOff());
        assertEquals("service", guizhou.profile().footerNumber());
    }
}
