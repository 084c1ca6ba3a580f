package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.Severity;

/** The sections beside the rules: limits, typed fields, changes of national rules, several sources, lists. */
public class FormatTest {

    private static final String SOURCE = "source: {document: d, date: undated}";
    private static final RuleFile NATION = RuleText.read(RuleText.national(RuleText.rule("national-name", "甲", "")));

    @Test
    public void aLimitIsARuleWithoutExamples() {
        RuleFile file = province("limits: [{id: one-domain, fact: service.domains, max: 1, " + SOURCE + "}]");
        assertEquals(List.of("one-domain BLOCK 域名不得超过 1"), findings(file, site("好", "a.cn", "b.cn"), Map.of()));
        assertEquals(List.of(), findings(file, site("好", "a.cn"), Map.of()));
        refused("limits: [{id: no-bound, fact: service.domains, " + SOURCE + "}]", "a limit lacks \"min\" or \"max\"");
        refused("limits: [{id: not-a-number, fact: service.commercial, max: 1, " + SOURCE + "}]", "expected a number, text or list");
    }

    @Test
    public void anExtraFieldHasTheFormOfItsType() {
        RuleFile file = province("""
            fields:
              - {extra: opening-date, type: DATE, label: {zh: 开办日期, en: opening date}, source: {document: d, date: x}}
              - {extra: use, type: CODE, words: [{id: a, zh: 甲, en: A}], required: false, label: {zh: 用途, en: use},
                 source: {document: d, date: x}}
              - {extra: note, maxSize: 2, required: false, label: {zh: 备注, en: note}, source: {document: d, date: x}}
            """);
        assertEquals(List.of("required.extra.opening-date BLOCK 未填写开办日期"), findings(file, site("好"), Map.of()));
        assertEquals(List.of(), findings(file, site("好"), Map.of("opening-date", "2026-01-01", "use", "a", "note", "短")));
        assertEquals(List.of("required.extra.opening-date", "invalid.extra.opening-date", "invalid.extra.use", "invalid.extra.note"),
            judge(file, site("好"), Map.of("opening-date", "1.1.2026", "use", "b", "note", "太长了")).stream()
                .map(Finding::ruleId).toList());
        refused("fields: [{extra: use, type: CODE, label: {zh: 用, en: u}, " + SOURCE + "}]", "expected words with type CODE");
        refused("fields: [{fact: service.name, type: TEXT, " + SOURCE + "}]", "type belongs to extra fields");
        refused("fields: [{fact: service.name, words: [{id: a, zh: 甲, en: a}], " + SOURCE + "}]", "words name the codes of a list");
    }

    @Test
    public void aProvinceWeighsANationalRuleOtherwise() {
        RuleFile lighter = province("national: [{rule: national-name, severity: ASK, source: {document: mild, date: x}}]");
        Finding finding = judge(lighter, site("甲"), Map.of()).get(0);
        assertEquals(Severity.ASK, finding.severity());
        assertFalse(finding.isBlocking());
        assertEquals("test; mild", finding.source().document());
        RuleFile off = province("national: [{rule: national-name, off: true, types: [FIRST], " + SOURCE + "}]");
        assertEquals(List.of(), findings(off, site("甲"), Map.of()));
        refused("national: [{rule: national-name, " + SOURCE + "}]", "expected either off: true or a severity");
    }

    @Test
    public void aHardRuleIsMarked() {
        RuleFile file = RuleText.read(RuleText.province(RuleText.rule("no-bad", "坏", "hard: true")));
        assertTrue(judge(file, site("坏"), Map.of()).get(0).hard());
        assertFalse(judge(file, site("甲"), Map.of()).get(0).hard());
    }

    @Test
    public void aSourceMayBeSeveral() {
        RuleFile file = RuleText.read(RuleText.province(RuleText.rule("no-bad", "坏", "")).replace("lists:",
            "sources: {A: {title: one, date: \"2020\"}, B: {title: two, date: \"2021\"}}\nlists:")
            .replace("source: {document: test, date: undated}", "source: {ref: [A, B], row: T-07}"));
        Finding finding = judge(file, site("坏"), Map.of()).get(0);
        assertEquals("T-07; A: one; B: two", finding.source().document());
        assertEquals("2020; 2021", finding.source().date());
    }

    @Test
    public void noRuleReplacesOneOfItsOwnFile() {
        String text = RuleText.province(RuleText.rule("rule-a", "坏", "replaces: [rule-b]"),
            RuleText.rule("rule-b", "坏", "replaces: [rule-a]"));
        assertTrue(assertThrows(RuleFileException.class, () -> RuleFiles.read(text, "b", "1")).getMessage()
            .contains("line 12, column 5: rule rule-a replaces rule-b, which is a rule of this file"));
    }

    private static void refused(String section, String message) {
        String text = RuleText.province() + section;
        RuleFileException e = assertThrows(RuleFileException.class, () -> RuleFiles.read(text, "b", "1"));
        assertTrue(e.getMessage(), e.getMessage().contains(message));
    }

    private static RuleFile province(String sections) {
        return RuleText.read(RuleText.province() + sections);
    }

    private static WebSite site(String name, String... domains) {
        return RuleBookTest.site(name, List.of(domains));
    }

    private static List<String> findings(RuleFile file, WebSite site, Map<String, String> extra) {
        return judge(file, site, extra).stream().map(f -> f.ruleId() + " " + f.severity() + " " + f.text().zh()).toList();
    }

    private static List<Finding> judge(RuleFile file, WebSite site, Map<String, String> extra) {
        RuleBook book = RuleFiles.book(List.of(NATION, file));
        Application application = new Application(RuleBookTest.organizer(), List.of(site), extra);
        return book.judge(new FilingCase("o", FilingType.FIRST, application, List.of(), List.of(), "a",
            Instant.parse("2026-06-01T04:00:00Z"))).findings();
    }
}
