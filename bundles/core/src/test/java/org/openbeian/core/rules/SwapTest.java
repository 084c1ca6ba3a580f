package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.Verdict;

/** Explanations are made when they are asked for, and stay those of the rules that judged. */
public class SwapTest {

    private static final RuleFile NATION = RuleText.read(RuleText.national(RuleText.rule("national-name", "甲", "")));

    @Test
    public void anExplanationOutlivesTheBookThatJudged() {
        Verdict verdict = RuleFiles.book(List.of(NATION, RuleText.read(RuleText.province()))).judge(
            RuleBookTest.filing("甲", "2026-06-01"));
        List<RuleOutcome> first = new ArrayList<>(verdict.outcomes());
        assertEquals(1, first.size());
        assertEquals(first, verdict.outcomes());
        assertEquals("national-name", first.get(0).ruleId());
    }

    @Test
    public void moreOutcomesThanFitAtFirstAreKept() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rules.append(RuleText.rule("rule-" + i, "坏", ""));
        }
        Verdict verdict = RuleFiles.book(List.of(NATION, RuleText.read(RuleText.province(rules.toString()))))
            .judge(RuleBookTest.filing("好", "2026-06-01"));
        assertEquals(201, verdict.outcomes().size());
        assertEquals("rule-199", verdict.outcomes().get(200).ruleId());
        assertTrue(verdict.outcomes().stream().allMatch(RuleOutcome::passed));
    }

    @Test
    public void theRulesOfADayAreSortedOutOnce() {
        ProvincePlan plan = ProvincePlan.of(NATION, RuleText.read(RuleText.province()));
        Rule[][] rules = plan.rulesFor(FilingType.FIRST, LocalDate.of(2026, 6, 1));
        assertSame(rules, plan.rulesFor(FilingType.FIRST, LocalDate.of(2026, 6, 1)));
        for (int day = 1; day <= 200; day++) {
            plan.rulesFor(FilingType.FIRST, LocalDate.of(2026, 1, 1).plusDays(day));
        }
        assertEquals(rules.length, plan.rulesFor(FilingType.FIRST, LocalDate.of(2026, 6, 1)).length);
    }
}
