package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** What files tell people beside their rules. */
public class RemarksTest {

    private static final String REMARKS = """
        notes:
          - about: access.rule
            types: [ACCESS]
            when: {organizer.isPerson: false}
            text: {zh: 先变更, en: Change first}
            source: {document: D, date: "2024"}
        unknown:
          - {about: overseas-registrars, name: {zh: 境外域名, en: overseas domains}}
        """;

    @Test
    @Requirement("A-06")
    public void notesAndUnknownTopicsAreKept() {
        RuleFile file = RuleText.read(RuleText.province(RuleText.rule("no-bad", "坏", "")) + REMARKS);
        assertEquals(List.of("access.rule"), file.noteTopics());
        assertEquals(List.of("overseas-registrars"), file.unknownTopics());
        assertEquals("Change first", file.remarks().notes().get(0).text().en());
    }

    @Test
    public void aNoteWithoutSourceOrOfUnknownFactsIsRefused() {
        refused(REMARKS.replaceAll("    source: .*\n", ""), "a note lacks \"source\"");
        refused(REMARKS.replace("organizer.isPerson", "organizer.isMan"), "unknown fact \"organizer.isMan\"");
        refused(REMARKS.replace("name:", "names:"), "unknown key \"names\" in an unknown topic");
    }

    @Test
    public void aReplacedRuleThatTheNationDoesNotHaveIsNamed() {
        RuleFile national = RuleText.read(RuleText.national(RuleText.rule("no-bad", "坏", "")));
        RuleFile province = RuleText.read(RuleText.province(RuleText.rule("own", "坏", "")
            .replace("    severity", "    replaces: [no-bad, no-such]\n    severity")));
        assertEquals(List.of("no-such"), province.changesOfNothing(national));
    }

    private static void refused(String remarks, String why) {
        String text = RuleText.province(RuleText.rule("no-bad", "坏", "")) + remarks;
        RuleFileException e = assertThrows(RuleFileException.class, () -> RuleFiles.read(text, "b", "1.0.0"));
        assertTrue(e.getMessage(), e.getMessage().contains(why));
    }
}
