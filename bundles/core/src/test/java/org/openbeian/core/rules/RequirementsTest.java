package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RequirementPage.Item;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.testkit.Requirement;

/** Pages and forms say what the rules demand, to whom it concerns. */
public class RequirementsTest {

    private static final String SOURCE = "source: {document: D, date: \"2024\"}";
    private static final String MORE = """
        typesOff: {types: [ACCESS], %1$s}
        fields:
          - {fact: organizer.name, %1$s}
          - {fact: organizer.legalRepresentative.name, when: {organizer.isPerson: false}, %1$s}
          - {fact: principal.validUntil, when: {principal.certificateType: RESIDENT_ID}, hint: {zh: 见背面, en: see the back}, %1$s}
          - {fact: service.homeUrl, when: {service.kind: WEBSITE}, %1$s}
          - {fact: service.languages, required: false, words: [{id: "12", zh: 英语, en: English}], %1$s}
          - {extra: opening-date, type: DATE, label: {zh: 开通日期, en: opening date}, required: false, %1$s}
        materials:
          - type: licence
            subject: organizer
            when: {organizer.isPerson: false}
            name: {zh: 执照, en: licence}
            size: {min: 55 KB, max: 4 MB}
            %1$s
          - type: permit
            subject: principal
            when: {organizer.isPerson: true, not: {principal.idCard.province: "440000"}}
            name: {zh: 居住证, en: permit}
            size: {min: 1 KB, max: 4 MB}
            %1$s
        notes:
          - {about: for-units, when: {organizer.isPerson: false}, text: {zh: 盖章, en: Seal}, %1$s}
        readings:
          - {about: age, reading: sixteen, %1$s}
        unknown:
          - {about: transfer, name: {zh: 迁移, en: migration}}
        """.formatted(SOURCE);
    private static final RuleBook BOOK = RuleFiles.book(List.of(RuleText.read(RuleText.national(RuleText.rule("national-one", "坏", ""))),
        RuleText.read(RuleText.province(RuleText.rule("own-one", "差", "severity: WARN")) + MORE)));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    @Requirement({"A-06", "A-19"})
    public void aPageHoldsWhatConcernsTheApplicant() {
        RequirementPage person = page(FilingType.FIRST, OrganizerNature.INDIVIDUAL);
        assertEquals(List.of("permit"), ids(person.materials()));
        assertEquals(new LocalizedText("并非（身份证住址所在省份为 440000）",
            "not (" + "province of the address on the principal's ID card; when that address names none, of the card's number is 440000)"),
            person.materials().get(0).when());
        assertEquals(List.of(), person.notes());
        RequirementPage unit = page(FilingType.FIRST, OrganizerNature.ENTERPRISE);
        assertEquals(List.of("licence"), ids(unit.materials()));
        assertNull("nothing is open", unit.materials().get(0).when());
        assertEquals(List.of("for-units"), ids(unit.notes()));
        assertEquals(List.of("national-one", "own-one"), ids(unit.rules()));
        assertEquals("sixteen", unit.readings().get(0).reading());
        assertEquals("migration", unit.unknown().get(0).name().en());
    }

    @Test
    @Requirement("A-06")
    public void aTypeThatIsSwitchedOffIsSaid() {
        assertTrue(page(FilingType.FIRST, OrganizerNature.ENTERPRISE).accepted());
        assertFalse(page(FilingType.ACCESS, OrganizerNature.ENTERPRISE).accepted());
    }

    @Test
    public void nobodyServesAnotherProvince() {
        assertTrue(BOOK.requirements("620000", FilingType.FIRST, OrganizerNature.ENTERPRISE, DAY).isEmpty());
        assertTrue(BOOK.form(null, FilingType.FIRST, OrganizerNature.ENTERPRISE, DAY).isEmpty());
    }

    @Test
    public void thePageIsWrittenInBothLanguages() {
        RequirementPage unit = page(FilingType.FIRST, OrganizerNature.ENTERPRISE);
        String chinese = RequirementMarkdown.of(unit, true);
        assertTrue(chinese, chinese.startsWith("# 测试 · FIRST · 企业\n"));
        assertTrue(chinese, chinese.contains("* **执照** (必须) `licence`\n  * jpeg / png，55 KB 至 4096 KB\n  * 来源: D (2024)\n"));
        String english = RequirementMarkdown.of(unit, false);
        assertTrue(english, english.contains("## Unknown: ask the specialist\n\n* migration\n"));
        assertTrue(english, english.contains("* `age`: sixteen — Source: D (2024)"));
        assertTrue(RequirementMarkdown.of(page(FilingType.ACCESS, OrganizerNature.ENTERPRISE), false).contains("is not taken"));
    }

    @Test
    @Requirement("A-59")
    public void codesOfAListHaveNames() {
        List<?> kinds = (List<?>) at(form(OrganizerNature.ENTERPRISE), "services", "items", "oneOf");
        for (Object kind : kinds) {
            Map<?, ?> languages = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) kind).get("properties")).get("languages");
            assertEquals(Map.of("12", Map.of("zh", "英语", "en", "English")), ((Map<?, ?>) languages.get("items")).get("x-labels"));
        }
    }

    @Test
    @Requirement("A-06")
    public void theFormDemandsWhatTheValidationDemands() {
        Map<String, Object> unit = form(OrganizerNature.ENTERPRISE);
        assertEquals(List.of("name", "legalRepresentative"), at(unit, "organizer", "required"));
        assertEquals(List.of("name"), at(unit, "organizer", "properties", "legalRepresentative", "required"));
        assertEquals(List.of("name"), at(form(OrganizerNature.INDIVIDUAL), "organizer", "required"));
        Map<?, ?> until = (Map<?, ?>) at(unit, "organizer", "properties", "principal", "properties", "validUntil");
        assertEquals(Map.of("zh", "负责人证件类型为 RESIDENT_ID", "en", "kind of the principal's document is RESIDENT_ID"),
            until.get("x-required-when"));
        assertEquals(Map.of("zh", "见背面", "en", "see the back"), until.get("x-hint"));
        assertEquals("date", until.get("format"));
        assertEquals("主办单位名称", ((Map<?, ?>) at(unit, "organizer", "properties", "name")).get("title"));
        assertEquals("DATE", ((Map<?, ?>) at(unit, "extra", "properties", "opening-date")).get("x-type"));
    }

    @Test
    @Requirement("A-06")
    public void eachKindOfServiceHasItsForm() {
        List<?> kinds = (List<?>) ((Map<?, ?>) ((Map<?, ?>) at(form(OrganizerNature.ENTERPRISE), "services")).get("items")).get("oneOf");
        assertEquals(List.of("homeUrl", "kind"), ((Map<?, ?>) kinds.get(0)).get("required"));
        assertEquals(List.of("kind"), ((Map<?, ?>) kinds.get(1)).get("required"));
    }

    private static RequirementPage page(FilingType type, OrganizerNature nature) {
        return BOOK.requirements("440000", type, nature, DAY).orElseThrow();
    }

    private static Map<String, Object> form(OrganizerNature nature) {
        return BOOK.form("440000", FilingType.FIRST, nature, DAY).orElseThrow();
    }

    private static Object at(Map<String, Object> form, String... keys) {
        Object here = ((Map<?, ?>) form.get("properties"));
        for (String key : keys) {
            here = ((Map<?, ?>) here).get(key);
        }
        return here;
    }

    private static List<String> ids(List<Item> items) {
        return items.stream().map(Item::id).toList();
    }
}
