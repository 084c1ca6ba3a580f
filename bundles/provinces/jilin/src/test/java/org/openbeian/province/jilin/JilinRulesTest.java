package org.openbeian.province.jilin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.contract.kit.Known;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** Orders in Jilin. */
public class JilinRulesTest {

    private final ProvinceOrders jilin = new ProvinceOrders("jilin");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), jilin.enterprise().findings(jilin.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), jilin.individual().findings(jilin.book()));
    }

    @Test
    public void theLeadIsTheLegalRepresentative() {
        assertEquals(List.of("jilin-lead-not-legal-representative /organizer/principal/name"),
            jilin.blocking(jilin.ledByStaff(jilin.enterprise())));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), jilin.blocking(jilin.fromElsewhere(jilin.individual())));
        assertTrue(jilin.materials(jilin.fromElsewhere(jilin.individual())).contains("residence-permit"));
        assertFalse(jilin.materials(jilin.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement("T-55")
    public void itsProfileIsItsOwn() {
        assertEquals("吉", jilin.profile().filingPrefix());
        assertEquals("service", jilin.profile().footerNumber());
    }

    @Test
    @Requirement("Q-17")
    public void aSpecialistIsAskedOfOverseasRegistrars() {
        SampleCase abroad = jilin.enterprise().knowing(Known.overseasRegistrar("example.com"));
        assertEquals(List.of(), jilin.blocking(abroad));
        assertEquals(List.of("jilin-overseas-registrar /services/0/domains/0"), abroad.findings(jilin.book()));
    }
}
