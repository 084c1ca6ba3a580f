package org.openbeian.core.eligibility;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.eligibility.Filed;
import org.openbeian.api.eligibility.Scenario;
import org.openbeian.testkit.Requirement;

/** Each row of the decision table. */
public class DecisionTableTest {

    private static final String ACCESS = " Q-09 E-06 W-26 Q-11 Q-39 A-04";

    private Scenario scenario = Scenario.SITE;
    private Boolean mainland = true;
    private Boolean isPublic;
    private boolean sub;
    private boolean ownUnit;
    private Boolean organizerFiled = false;
    private Boolean originHere;
    private Boolean domainHere;
    private Boolean subHere;
    private Boolean originalValid = false;

    @Test
    @Requirement({"W-17", "Q-02"})
    public void serversOutsideTheMainlandNeedNoFiling() {
        mainland = false;
        row(Filed.NOWHERE, "NOT_REQUIRED NOT_REQUIRED []", "W-17 Q-02", "");
        row(Filed.UNKNOWN, "NOT_REQUIRED NOT_REQUIRED []", "W-17 Q-02", "");
    }

    @Test
    @Requirement("W-24")
    public void privateAddressesNeedNoFiling() {
        isPublic = false;
        row(Filed.NOWHERE, "NOT_REQUIRED NOT_REQUIRED []", "W-24", "");
    }

    @Test
    @Requirement({"Q-01", "W-18", "Q-03", "Q-07", "E-06", "E-08"})
    public void anUnfiledDomainIsFiledHereForTheFirstTime() {
        row(Filed.NOWHERE, "REQUIRED REQUIRED [FIRST]", "Q-01 E-06 Q-08 E-08 Q-03 Q-04 W-18", "");
    }

    @Test
    @Requirement("E-09")
    public void aFiledOrganizerAddsAService() {
        organizerFiled = true;
        row(Filed.NOWHERE, "REQUIRED REQUIRED [NEW_SERVICE]", "Q-01 E-06 Q-08 E-09 Q-03 Q-04 W-18", "");
        organizerFiled = null;
        row(Filed.NOWHERE, "REQUIRED REQUIRED [FIRST, NEW_SERVICE]", "Q-01 E-06 Q-08 E-08 E-09 Q-03 Q-04 W-18", "organizerFiled");
    }

    @Test
    @Requirement({"Q-09", "Q-40", "E-06", "W-26", "Q-11"})
    public void aDomainFiledElsewhereIsAccessedHere() {
        row(Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "Q-09 E-06 W-26 Q-11 Q-39 A-04", "");
        row(Filed.HERE, "NOT_REQUIRED NOT_REQUIRED []", "A-01", "");
    }

    @Test
    @Requirement({"Q-12", "Q-05", "Q-39"})
    public void whatStandsOnAValidResourceElsewhereStaysOpenThere() {
        originalValid = true;
        row(Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "Q-09 E-06 W-26 Q-11 Q-39 A-04 Q-12 Q-05", "");
        originalValid = null;
        row(Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "Q-09 E-06 W-26 Q-11 Q-39 A-04", "originalValid");
    }

    @Test
    @Requirement({"Q-21", "E-25"})
    public void aSubDomainOfADomainFiledHereNeedsNothing() {
        sub = true;
        row(Filed.HERE, "NOT_REQUIRED NOT_REQUIRED []", "Q-21 E-25", "");
    }

    @Test
    @Requirement({"Q-22", "W-22", "Q-10"})
    public void aSubDomainOfADomainFiledElsewhereIsAccessedHereWithARemark() {
        sub = true;
        row(Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS] remark", "W-22 Q-22 Q-10 Q-11 Q-39 A-04", "");
    }

    @Test
    @Requirement({"Q-24", "W-23", "W-22"})
    public void aSubDomainOfAnUnfiledDomainWaitsForTheFirstFilingOfTheDomain() {
        sub = true;
        row(Filed.NOWHERE, "REQUIRED REQUIRED [FIRST]", "W-22 Q-24 W-23 Q-08 E-08 Q-03 Q-04 W-18", "");
    }

    @Test
    @Requirement({"Q-21", "Q-23", "E-36", "E-37"})
    public void aSubDomainOfGovernmentIsFiledByItself() {
        sub = true;
        ownUnit = true;
        row(Filed.NOWHERE, "REQUIRED REQUIRED [FIRST]", "Q-23 Q-01 E-06 Q-08 E-08 Q-03 Q-04 W-18", "");
        row(Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "Q-23 Q-09 E-06 W-26 Q-11 Q-39 A-04", "");
    }

    @Test
    @Requirement("Q-15")
    public void whatIsNotKnownToBeFiledIsLookedUpAndNeverCalledUnfiled() {
        row(Filed.UNKNOWN, "UNKNOWN REQUIRED [FIRST, NEW_SERVICE, ACCESS]", "Q-01 Q-15 Q-03 Q-04 W-18", "filed");
    }

    @Test
    public void withoutARegionNothingIsSaid() {
        mainland = null;
        row(Filed.NOWHERE, "UNKNOWN UNKNOWN []", "Q-01 Q-02", "mainland");
    }

    @Test
    @Requirement({"E-05", "E-21", "A-05"})
    public void anAppIsFiledBeforeItOpens() {
        scenario = Scenario.APP;
        row(Filed.NOWHERE, "REQUIRED REQUIRED [FIRST]", "Q-01 E-06 Q-08 E-08 E-21 E-05", "");
        row(Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "A-05 Q-11 Q-39 A-04", "");
        row(Filed.HERE, "NOT_REQUIRED NOT_REQUIRED []", "A-01", "");
    }

    @Test
    @Requirement({"E-38", "E-39"})
    public void mailNeedsANumberAndNoAccessHere() {
        scenario = Scenario.MAIL;
        row(Filed.ELSEWHERE, "NOT_REQUIRED OPTIONAL []", "E-38 E-39", "");
        row(Filed.NOWHERE, "REQUIRED OPTIONAL [FIRST]", "E-38 E-39 W-23 E-08", "");
        row(Filed.UNKNOWN, "UNKNOWN OPTIONAL []", "E-38 E-39 Q-15", "filed");
    }

    @Test
    @Requirement({"E-40", "E-41"})
    public void theSiteBuilderNeedsBoth() {
        scenario = Scenario.SITE_BUILDER;
        row(Filed.NOWHERE, "REQUIRED REQUIRED [FIRST]", "E-40 E-41 Q-01 E-06 Q-08 E-08 Q-03 Q-04 W-18", "");
        row(Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "E-40 E-41 Q-09 E-06 W-26 Q-11 Q-39 A-04", "");
    }

    @Test
    @Requirement({"E-42", "E-43"})
    public void aDomainOnABucketIsFiledInTheMainlandOnly() {
        scenario = Scenario.OBJECT_STORAGE;
        originHere = true;
        row(Filed.NOWHERE, "REQUIRED REQUIRED [FIRST]", "E-42 E-43 E-44 Q-01 E-06 Q-08 E-08 Q-03 Q-04 W-18", "");
        mainland = false;
        row(Filed.NOWHERE, "NOT_REQUIRED NOT_REQUIRED []", "E-43 Q-02", "");
    }

    @Test
    @Requirement({"E-44", "E-48"})
    public void anOriginHereNeedsAccessHere() {
        fronted(true, null, null, Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "E-44" + ACCESS, "");
    }

    @Test
    @Requirement({"E-45", "E-48"})
    public void whatHasNothingHereNeedsNoAccessHere() {
        fronted(false, false, false, Filed.ELSEWHERE, "NOT_REQUIRED NOT_REQUIRED []", "E-45", "");
        fronted(false, false, false, Filed.NOWHERE, "REQUIRED NOT_REQUIRED [FIRST]", "E-45 W-23 E-08", "");
    }

    @Test
    @Requirement({"E-46", "E-48"})
    public void aSubDomainThatResolvesHereNeedsAccessHere() {
        fronted(false, false, true, Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "E-46" + ACCESS, "");
    }

    @Test
    @Requirement({"E-49", "E-48"})
    public void aDomainThatResolvesHereNeedsAccessHere() {
        fronted(false, true, null, Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "E-49" + ACCESS, "");
        fronted(false, true, true, Filed.ELSEWHERE, "NOT_REQUIRED REQUIRED [ACCESS]", "E-49" + ACCESS, "");
    }

    @Test
    public void whatIsNotToldOfTheOriginIsAskedFor() {
        fronted(null, null, null, Filed.ELSEWHERE, "NOT_REQUIRED UNKNOWN []", "", "originHere");
        fronted(false, null, null, Filed.ELSEWHERE, "NOT_REQUIRED UNKNOWN []", "", "domainResolvedHere");
        fronted(false, false, null, Filed.ELSEWHERE, "NOT_REQUIRED UNKNOWN []", "", "subDomainResolvedHere");
    }

    @Test
    @Requirement("E-47")
    public void theFirewallTakesFiledDomainsOnly() {
        scenario = Scenario.WAF;
        originHere = true;
        row(Filed.NOWHERE, "REQUIRED REQUIRED [FIRST]", "E-47 E-48 E-44 Q-01 E-06 Q-08 E-08 Q-03 Q-04 W-18", "");
        row(Filed.HERE, "NOT_REQUIRED NOT_REQUIRED []", "E-47 E-48 E-44 A-01", "");
        mainland = false;
        row(Filed.NOWHERE, "NOT_REQUIRED NOT_REQUIRED []", "W-17 Q-02", "");
    }

    /** Storage and firewall decide alike (E-48). */
    private void fronted(Boolean origin, Boolean domain, Boolean below, Filed filed, String needs, String rules, String missing) {
        originHere = origin;
        domainHere = domain;
        subHere = below;
        scenario = Scenario.OBJECT_STORAGE;
        row(filed, needs, ("E-42 E-43 " + rules).strip(), missing);
        scenario = Scenario.WAF;
        row(filed, needs, ("E-47 E-48 " + rules).strip(), missing);
    }

    private void row(Filed filed, String needs, String rules, String missing) {
        Decision decision = DecisionTable.decide(new Situation(scenario, mainland, isPublic, sub, ownUnit, filed, organizerFiled,
            originHere, domainHere, subHere, originalValid));
        assertEquals(needs, decision.filing + " " + decision.access + " " + decision.types + (decision.remark ? " remark" : ""));
        assertEquals(List.of(rules.split(" ")), decision.rules);
        assertEquals(missing, String.join(" ", decision.missing));
        decision.rules.forEach(rule -> assertTrue(rule, !Statements.of(rule).text().zh().isBlank()
            && !Statements.of(rule).text().en().isBlank()));
    }
}
