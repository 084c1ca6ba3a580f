package org.openbeian.province.qinghai;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Qinghai. */
public class QinghaiRulesTest {

    private final ProvinceOrders qinghai = new ProvinceOrders("qinghai");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), qinghai.enterprise().findings(qinghai.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), qinghai.individual().findings(qinghai.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("qinghai-lead-not-legal-representative /organizer/principal/name"),
            qinghai.blocking(qinghai.ledByStaff(qinghai.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereIsRefused() {
        assertEquals(List.of("qinghai-individual-id-elsewhere /organizer/principal/certificateAddress",
            "qinghai-individual-id-elsewhere /services/0/principal/certificateAddress"),
            qinghai.blocking(qinghai.fromElsewhere(qinghai.individual())));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("青", qinghai.profile().filingPrefix());
        assertEquals("service", qinghai.profile().footerNumber());
    }
}
