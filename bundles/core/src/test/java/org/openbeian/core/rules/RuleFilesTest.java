package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/** What is refused, where and why. */
public class RuleFilesTest {

    private static final String RULE = RuleText.rule("no-bad", "坏", "");

    @Test
    public void aGoodFileIsRead() {
        RuleFile file = RuleText.read(RuleText.province(RULE));
        assertEquals("440000", file.provinceId());
        assertEquals(List.of("no-bad"), file.ruleIds());
        RuleText.read(RuleText.national(RULE));
    }

    @Test
    public void unknownThingsAreNamedWithTheirPlace() {
        refused(RULE.replace("require:", "requires:"), "requires:", "unknown key \"requires\" in a rule; expected one of id, when");
        refused(RULE.replace("service.name: {contains", "service.nam: {contains"), "service.nam:",
            "unknown fact \"service.nam\"; expected one of service.kind");
        refused(RULE.replace("contains-any", "contains"), "contains:", "unknown operator \"contains\"; expected one of at-least");
        refused(RULE.replace("severity: BLOCK", "severity: HARD"), "HARD", "severity \"HARD\" is unknown; expected one of BLOCK");
        refused(RULE.replace("[坏]}", "{list: shapes}}"), "shapes", "unknown list \"shapes\"; expected one of colours");
        refused(RuleText.requiring("{service.name: {is: name}}", "{}", "{}"), "name}}", "unknown format \"name\"");
        refused(RuleText.requiring("{organizer.nature: COMPANY}", "{}", "{}"), "COMPANY", "organizer.nature \"COMPANY\" is unknown");
    }

    @Test
    public void missingThingsAreNamed() {
        refused(RULE.replaceAll("    source: .*\n", ""), "id: no-bad", "a rule lacks \"source\"");
        refused(RULE.replaceAll("    text: .*\n", ""), "id: no-bad", "a rule lacks \"text\"");
        refused(RULE.replace(", en: No", ""), "{zh: 不}", "text lacks \"en\"");
        refused(RULE.replaceAll("    examples: .*\n", ""), "id: no-bad", "needs at least one example that passes and one that fails");
        refused(RULE.replace("[{pass: {service.name: 好}}, ", "["), "[{fail", "needs at least one example that passes");
    }

    @Test
    public void examplesAreRun() {
        refused(RULE.replace("{pass: {service.name: 好}}", "{pass: {service.name: 坏}}"), "{service.name: 坏}", "does not pass");
        refused(RULE.replace("{fail: {service.name: 坏}}", "{fail: {service.name: 好}}"), "{service.name: 好}}]", "does not fail");
        refused(RULE.replace("{pass: {service.name: 好}}", "{pass: {service.remark: 好}}"), "service.remark",
            "does not ask for service.remark");
    }

    @Test
    public void duplicateIdsAreRefused() {
        refused(RULE + RULE, null, "id no-bad is there twice");
    }

    @Test
    public void factsOfDifferentThingsCannotBeJoined() {
        refused(RuleText.requiring("{principal.name: {present: true}, domain.name: {present: true}}", "{}", "{}"), "id: under-test",
            "cannot stand beside facts of each");
        refused(RuleText.requiring("{principal.name: {same-as: service.name}}", "{}", "{}"), "service.name}", "are about different things");
    }

    @Test
    public void operatorsFitTheKindOfFact() {
        refused(RuleText.requiring("{services.count: {matches: x}}", "{}", "{}"), "matches:", "matches does not fit services.count");
        refused(RuleText.requiring("{services.count: {at-least: many}}", "{}", "{}"), "many", "expected a whole number");
    }

    @Test
    public void personalDataIsNotShownInTexts() {
        refused(RULE.replace("en: No", "en: \"No {organizer.name}\""), "{zh: 不, en: \"No", "personal data");
    }

    @Test
    public void regularExpressionsAreChecked() {
        refused(RuleText.requiring("{service.name: {matches: \"(a\"}}", "{}", "{}"), "\"(a\"", "not a regular expression");
    }

    @Test(timeout = 5_000)
    public void noRegularExpressionExplodes() {
        String name = "a".repeat(20_000) + "!";
        RuleText.read(RuleText.province(RuleText.requiring("{service.name: {matches: \"(a+)+b?\"}}",
            "{service.name: aaa}", "{service.name: " + name + "}")));
    }

    @Test
    public void aProvinceNamesAVersionOfTheInterfaceThatThereIs() {
        String text = RuleText.province(RULE);
        RuleText.read(text.replace("coverage: local", "coverage: local\ninterface: X.1.0"));
        RuleFileException refused = assertThrows(RuleFileException.class, () -> RuleFiles.read(text.replace("coverage: local",
            "coverage: local\ninterface: X.2.0"), "b", "1"));
        assertTrue(refused.problems().toString(), refused.problems().toString().contains("X.1.0"));
    }

    @Test
    public void allMistakesAreTold() {
        String text = RuleText.province(RULE.replace("require:", "requires:"), RULE.replace("severity", "sverity"));
        RuleFileException refused = assertThrows(RuleFileException.class, () -> RuleFiles.read(text, "b", "1"));
        assertEquals(2, refused.problems().size());
    }

    @Test(timeout = 10_000)
    public void hostileYamlIsRefused() {
        notYaml("a: &x [1]\nb: *x\n", "anchors and aliases");
        notYaml("a: !!javax.script.ScriptEngineManager [x]\n", "tag");
        notYaml("- 1\n", "expected a set of keys, found a list");
        notYaml("", "empty");
        notYaml("a: 1\na: 2\n", "there twice");
        notYaml("a: [1, 2\n", "not YAML");
        notYaml("a: 1\n---\nb: 2\n", "second document");
        notYaml("a: " + "[".repeat(5_000), "");
        notYaml("a: \"" + "x".repeat(1_100_000) + "\"", "longer than");
        notYaml("a: \u0000", "not YAML");
    }

    @Test
    public void aNationalFileReplacesNothing() {
        String text = RuleText.national(RuleText.rule("no-bad", "坏", "replaces: [other]"));
        RuleFileException refused = assertThrows(RuleFileException.class, () -> RuleFiles.read(text, "b", "1"));
        assertTrue(refused.getMessage(), refused.getMessage().contains("only a province's may"));
    }

    private static void notYaml(String text, String reason) {
        RuleFileException refused = assertThrows(RuleFileException.class, () -> RuleFiles.read(text, "b", "1"));
        assertTrue(refused.getMessage(), refused.getMessage().contains(reason));
    }

    /** The first mistake is the one told, at the place of the given words; null for the last rule. */
    private static void refused(String rules, String at, String message) {
        String text = RuleText.province(rules);
        RuleFileException refused = assertThrows(RuleFileException.class,
            () -> RuleFiles.read(text, "test.bundle", "1.0.0"));
        RuleFileProblem problem = refused.problems().get(0);
        assertTrue(refused.getMessage(), problem.message().contains(message));
        int place = at == null ? text.lastIndexOf("id: ") : text.indexOf(at);
        int lineStart = text.lastIndexOf('\n', place) + 1;
        assertEquals(refused.getMessage(), text.substring(0, place).lines().count() + (place == lineStart ? 1 : 0), problem.line());
        assertEquals(refused.getMessage(), place - lineStart + 1, problem.column());
    }
}
