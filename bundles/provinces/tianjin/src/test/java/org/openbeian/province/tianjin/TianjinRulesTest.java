package org.openbeian.province.tianjin;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.contract.kit.SampleNumbers;
import org.openbeian.testkit.Requirement;

/** Orders in Tianjin. */
public class TianjinRulesTest {

    private final ProvinceOrders tianjin = new ProvinceOrders("tianjin");

    @Test
    public void anEnterprisePassesWhoseLeadStillWorks() {
        SampleCase working = tianjin.enterprise().withPrincipal("certificateNumber", SampleNumbers.residentId("120102", "19700101", "001"))
            .with("/organizer/legalRepresentative/certificateNumber", SampleNumbers.residentId("120102", "19700101", "001"));
        assertEquals(List.of("tianjin-leads-are-one-person /services/0/principal/certificateNumber"), working.findings(tianjin.book()));
    }

    @Test
    public void aRetiredPersonLeadsNoService() {
        assertEquals(List.of("tianjin-site-lead-retired /services/0/principal/certificateNumber"), tianjin.blocking(tianjin.enterprise()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), tianjin.individual().findings(tianjin.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("tianjin-lead-not-legal-representative /organizer/principal/name",
            "tianjin-site-lead-retired /services/0/principal/certificateNumber"),
            tianjin.blocking(tianjin.ledByStaff(tianjin.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsWelcome() {
        assertEquals(List.of(), tianjin.blocking(tianjin.fromElsewhere(tianjin.individual())));
        assertEquals(tianjin.materials(tianjin.individual()), tianjin.materials(tianjin.fromElsewhere(tianjin.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("津", tianjin.profile().filingPrefix());
        assertEquals("service", tianjin.profile().footerNumber());
    }
}
