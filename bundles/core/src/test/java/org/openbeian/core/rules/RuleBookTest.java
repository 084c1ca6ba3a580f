package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.testkit.Requirement;

/** How the rules of a province stand beside those of the nation. */
public class RuleBookTest {

    private static final RuleFile NATION = RuleText.read(RuleText.national(
        RuleText.rule("national-name", "甲", ""), RuleText.rule("national-other", "乙", "")));

    @Test
    public void withoutNationalRulesNothingIsServed() {
        RuleBook book = RuleFiles.book(List.of(RuleText.read(RuleText.province())));
        assertFalse(book.serves("440000"));
        assertThrows(IllegalStateException.class, () -> book.judge(filing("甲", "2026-06-01")));
        assertEquals(List.of(), book.materials(filing("甲", "2026-06-01")));
    }

    @Test
    @Requirement("A-06")
    public void bothApply() {
        RuleBook book = book(RuleText.rule("own-name", "丙", ""));
        assertEquals(List.of("national-name", "own-name"), findings(book, "甲丙", "2026-06-01"));
        assertEquals(List.of(), findings(book, "丁", "2026-06-01"));
    }

    @Test
    public void aRuleReplacesANationalOneWhileItIsValid() {
        RuleBook book = book(RuleText.rule("own-name", "丙",
            "replaces: [national-name]\n    validFrom: 2026-03-01\n    validTo: 2026-03-31"));
        assertEquals(List.of("national-name"), findings(book, "甲丙", "2026-02-28"));
        assertEquals(List.of("own-name"), findings(book, "甲丙", "2026-03-01"));
        assertEquals(List.of("own-name"), findings(book, "甲丙", "2026-03-31"));
        assertEquals(List.of("national-name"), findings(book, "甲丙", "2026-04-01"));
    }

    @Test
    public void theDayIsThatOfShanghai() {
        RuleBook book = book(RuleText.rule("own-name", "丙", "validFrom: 2026-03-01"));
        FilingCase lateInLondon = new FilingCase("o", FilingType.FIRST, application("丙"), List.of(), List.of(), "zhang",
            Instant.parse("2026-02-28T16:00:00Z"));
        assertEquals(1, book.judge(lateInLondon).findings().size());
    }

    @Test
    public void aRuleOfAnotherFilingTypeDoesNotApply() {
        RuleBook book = book(RuleText.rule("own-name", "丙", "types: [CHANGE_SERVICE]"));
        assertEquals(List.of(), findings(book, "丙", "2026-06-01"));
    }

    @Test
    public void theVerdictCanBeExplained() {
        RuleOutcome outcome = book().judge(filing("甲", "2026-06-01")).outcomes().get(0);
        assertEquals("national-name", outcome.ruleId());
        assertFalse(outcome.passed());
        assertEquals("not (service.name contains-any [甲])", outcome.decidedBy());
        assertEquals(Map.of("service.name", "甲"), outcome.inputs());
        assertEquals("test", outcome.source().document());
        assertEquals("test.bundle/1.0.0 (1.0.0) + test.bundle/1.0.0 (1.0.0)",
            book().judge(filing("甲", "2026-06-01")).ruleBook());
    }

    @Test
    public void aFindingPointsToTheFieldAndNamesItsBundle() {
        Finding finding = book().judge(filing("甲", "2026-06-01")).findings().get(0);
        assertEquals("/services/0/name", finding.pointer());
        assertEquals("test.bundle", finding.bundle());
        assertEquals("1.0.0", finding.bundleVersion());
        assertTrue(finding.isBlocking());
    }

    @Test
    public void oddReplacementsAreSeen() {
        RuleFile province = RuleText.read(RuleText.province(RuleText.rule("own", "丙", "replaces: [no-such-rule]")));
        Snapshot book = new Snapshot(NATION, Map.of("440000", province), List.of(), PluginJudge.NONE);
        assertTrue(book.oddity("440000").contains("no-such-rule"));
    }

    static FilingCase filing(String name, String day) {
        return new FilingCase("o", FilingType.FIRST, application(name), List.of(), List.of(), "zhang",
            Instant.parse(day + "T04:00:00Z"));
    }

    static Application application(String name) {
        return new Application(organizer(), List.of(site(name, List.of())), Map.of());
    }

    static Organizer organizer() {
        return new Organizer(null, "440000", null, null, null, null, null, null, null, null, null, null, null);
    }

    static WebSite site(String name, List<String> domains) {
        return new WebSite(name, domains, null, List.of(), List.of(), List.of(), null, null,
            List.of(new Access("cvm", "ins-1", List.of())), null);
    }

    private static RuleBook book(String... rules) {
        return RuleFiles.book(List.of(NATION, RuleText.read(RuleText.province(rules))));
    }

    private static List<String> findings(RuleBook book, String name, String day) {
        return book.judge(filing(name, day)).findings().stream().map(Finding::ruleId).toList();
    }
}
