package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.rules.RuleTrials;

/** What a candidate changes against the file in force. */
public class RuleTrialTest {

    private static final String FILE = RuleText.province(RuleText.rule("rule-a", "甲", ""), RuleText.rule("rule-b", "乙", ""));

    @Test
    public void theSameFileChangesNothingHoweverItIsLaidOut() {
        assertEquals(List.of(), changes(FILE, FILE));
        assertEquals(List.of(), changes(FILE, "# a comment\n" + FILE.replace("{zh: 测试, en: Test}", "\n  en: Test\n  zh: \"测试\"")
            .replace("en: Test\n  zh: \"测试\"", "zh: \"测试\"\n  en: Test")));
    }

    @Test
    public void everyEntryThatDiffersIsToldKeyByKey() {
        String after = RuleText.province(RuleText.rule("rule-b", "丙", "severity: WARN"), RuleText.rule("rule-c", "丁", ""))
            .replace("version: 1.0.0", "version: 1.1.0").replace("[red, green]", "[red, blue]");
        List<RuleTrials.Change> changes = FileDiff.between(FILE, after);
        assertEquals(List.of("head head changed", "lists colours changed", "rules rule-a removed", "rules rule-b changed",
            "rules rule-c added"), changes.stream().map(c -> c.section() + " " + c.id() + " " + c.how()).sorted().toList());
        assertTrue(changes.contains(new RuleTrials.Change("head", "head", "changed",
            List.of(new RuleTrials.Part("version", "1.0.0", "1.1.0")))));
        assertTrue(changes.contains(new RuleTrials.Change("lists", "colours", "changed",
            List.of(new RuleTrials.Part("words", "green", "blue")))));
        RuleTrials.Change changed = changes.stream().filter(c -> c.id().equals("rule-b")).findFirst().orElseThrow();
        assertEquals(List.of("require", "severity", "examples"), changed.parts().stream().map(RuleTrials.Part::name).toList());
        assertEquals(new RuleTrials.Part("severity", "BLOCK", "WARN"), changed.parts().get(1));
    }

    @Test
    public void againstNothingEverythingIsNew() {
        assertEquals(List.of("head head added", "lists colours added", "rules rule-a added", "rules rule-b added"),
            changes(null, FILE));
    }

    @Test
    public void aCheckTellsCountsOrAllMistakes() {
        RuleTrials.Report good = RuleFiles.check(FILE);
        assertEquals(new RuleTrials.Report("440000", "1.0.0", 2, 4, List.of()), good);
        RuleTrials.Report bad = RuleFiles.check(FILE.replace("severity", "sverity"));
        assertEquals(2, bad.problems().size());
        assertEquals("440000", bad.provinceId());
        assertFalse(RuleFiles.check("[").problems().isEmpty());
    }

    private static List<String> changes(String before, String after) {
        return FileDiff.between(before, after).stream().map(c -> c.section() + " " + c.id() + " " + c.how()).sorted().toList();
    }
}
