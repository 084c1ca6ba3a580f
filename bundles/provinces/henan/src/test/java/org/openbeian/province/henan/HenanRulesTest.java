package org.openbeian.province.henan;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Henan. */
public class HenanRulesTest {

    private final ProvinceOrders henan = new ProvinceOrders("henan");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), henan.enterprise().findings(henan.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), henan.individual().findings(henan.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("henan-lead-not-legal-representative /organizer/principal/name"),
            henan.blocking(henan.ledByStaff(henan.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("henan-individual-id-elsewhere /organizer/principal/certificateAddress",
            "henan-individual-id-elsewhere /services/0/principal/certificateAddress"),
            henan.blocking(henan.fromElsewhere(henan.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("豫", henan.profile().filingPrefix());
        assertEquals(Set.of(FilingType.CHANGE_SERVICE), henan.profile().switchedOff());
        assertEquals("service", henan.profile().footerNumber());
    }
}
