package org.openbeian.province.jiangsu;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.contract.kit.ProvinceOrders;
import org.openbeian.testkit.Requirement;

/** Orders in Jiangsu. */
public class JiangsuRulesTest {

    private final ProvinceOrders jiangsu = new ProvinceOrders("jiangsu");

    @Test
    public void anEnterpriseOfTheProvincePasses() {
        assertEquals(List.of(), jiangsu.enterprise().findings(jiangsu.book()));
    }

    @Test
    public void anIndividualOfTheProvincePasses() {
        assertEquals(List.of(), jiangsu.blocking(jiangsu.individual()));
        assertEquals(List.of("jiangsu-individual-name-form /services/0/name"), jiangsu.individual().findings(jiangsu.book()));
    }

    @Test
    public void whoIsNotTheLegalRepresentativeNeedsALetter() {
        assertEquals(List.of(), jiangsu.blocking(jiangsu.ledByStaff(jiangsu.enterprise())));
        assertTrue(jiangsu.materials(jiangsu.ledByStaff(jiangsu.enterprise())).contains("power-of-attorney"));
        assertFalse(jiangsu.materials(jiangsu.enterprise()).contains("power-of-attorney"));
    }

    @Test
    public void anIndividualFromElsewhereProvesTheResidence() {
        assertEquals(List.of(), jiangsu.blocking(jiangsu.fromElsewhere(jiangsu.individual())));
        assertTrue(jiangsu.materials(jiangsu.fromElsewhere(jiangsu.individual())).contains("residence-permit"));
        assertFalse(jiangsu.materials(jiangsu.individual()).contains("residence-permit"));
    }

    @Test
    @Requirement({"T-47", "T-55"})
    public void itsProfileIsItsOwn() {
        assertEquals("苏", jiangsu.profile().filingPrefix());
        assertTrue(jiangsu.profile().copyrightNotice());
        assertEquals(Set.of(FilingType.CHANGE_ORGANIZER, FilingType.CHANGE_SERVICE, FilingType.CANCEL_SERVICE),
            jiangsu.profile().switchedOff());
        assertEquals("service", jiangsu.profile().footerNumber());
    }
}
