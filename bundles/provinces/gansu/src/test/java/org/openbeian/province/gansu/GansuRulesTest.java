package org.openbeian.province.gansu;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.Known;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** Orders in Gansu. */
public class GansuRulesTest {

    private final ProvinceOrders gansu = new ProvinceOrders("gansu");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), gansu.enterprise().findings(gansu.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), gansu.individual().findings(gansu.book()));
    }

    @Test
    public void whoIsNotTheLegalRepresentativeNeedsALetter() {
        assertEquals(List.of(), gansu.blocking(gansu.ledByStaff(gansu.enterprise())));
        assertTrue(gansu.materials(gansu.ledByStaff(gansu.enterprise())).contains("power-of-attorney"));
        assertFalse(gansu.materials(gansu.enterprise()).contains("power-of-attorney"));
    }

    @Test
    @Requirement("T-07")
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("gansu-id-card-elsewhere /organizer/principal/certificateAddress",
            "gansu-id-card-elsewhere /services/0/principal/certificateAddress"),
            gansu.blocking(gansu.fromElsewhere(gansu.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("陇", gansu.profile().filingPrefix());
        assertEquals("service", gansu.profile().footerNumber());
    }

    @Test
    @Requirement("T-07")
    public void anAddressInGansuBesideANumberFromElsewhereIsAWarning() {
        SampleCase moved = gansu.enterprise().withPrincipal("certificateNumber", "440524188001010014")
            .with("/organizer/legalRepresentative/certificateNumber", "440524188001010014");
        assertEquals(List.of("gansu-id-number-elsewhere /organizer/principal/certificateNumber",
            "gansu-id-number-elsewhere /services/0/principal/certificateNumber"), moved.findings(gansu.book()));
    }

    @Test
    @Requirement("T-07")
    public void withoutAnAddressTheNumberDecides() {
        SampleCase elsewhere = gansu.fromElsewhere(gansu.individual()).withPrincipal("certificateAddress", null);
        assertEquals(2, gansu.blocking(elsewhere).size());
    }

    @Test
    @Requirement("T-08")
    public void theFaceVideoIsTakenInGansu() {
        assertEquals(List.of("gansu-face-video-elsewhere /organizer/principal"),
            gansu.blocking(gansu.enterprise().knowing(Known.faceVideo("/organizer/principal", "440000"))));
        assertEquals(List.of(),
            gansu.blocking(gansu.enterprise().knowing(Known.faceVideo("/organizer/principal", "620000"))));
    }
}
