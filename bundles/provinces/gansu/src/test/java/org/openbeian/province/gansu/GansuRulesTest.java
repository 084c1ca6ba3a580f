package org.openbeian.province.gansu;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.contract.kit.Rules;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** Orders in Gansu. */
public class GansuRulesTest {

    private static final String GANSU_ADDRESS = "甘肃省兰州市城关区庆阳路1号";
    private final RuleBook book = Rules.book("national", "gansu");

    @Test
    @Requirement("T-07")
    public void aPersonOfGansuPasses() {
        assertEquals(List.of(), gansu().findings(book));
    }

    @Test
    @Requirement("T-07")
    public void anIdCardOfAnotherProvinceIsRefusedByThatRuleAndNoOther() {
        SampleCase elsewhere = gansu().withPrincipal("certificateNumber", "440524188001010014")
            .withPrincipal("certificateAddress", "广东省汕头市潮阳区示例路1号");
        assertEquals(List.of("gansu-id-card-elsewhere /organizer/principal/certificateAddress",
            "gansu-id-card-elsewhere /services/0/principal/certificateAddress"), elsewhere.findings(book));
    }

    @Test
    @Requirement("T-07")
    public void withoutAnAddressTheNumberDecides() {
        SampleCase elsewhere = gansu().withPrincipal("certificateNumber", "440524188001010014")
            .withPrincipal("certificateAddress", null);
        assertEquals(2, elsewhere.findings(book).size());
    }

    @Test
    @Requirement("T-07")
    public void whoMovedToGansuPassesWithAWarning() {
        assertEquals(List.of("gansu-id-number-elsewhere /organizer/principal/certificateNumber",
            "gansu-id-number-elsewhere /services/0/principal/certificateNumber"),
            gansu().withPrincipal("certificateNumber", "440524188001010014").findings(book));
    }

    @Test
    @Requirement("T-55")
    public void theFooterShowsTheNumberOfTheService() {
        assertEquals("service", book.profile("620000").orElseThrow().footerNumber());
        assertEquals("陇", book.profile("620000").orElseThrow().filingPrefix());
    }

    private static SampleCase gansu() {
        return new SampleCase().with("/organizer/provinceId", "620000").with("/organizer/cityId", "620100")
            .with("/organizer/countyId", "620102").with("/organizer/postalAddress", GANSU_ADDRESS)
            .withPrincipal("certificateNumber", "620102190106150079").withPrincipal("certificateAddress", GANSU_ADDRESS);
    }
}
