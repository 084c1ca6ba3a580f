package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;

/** The published schema takes what the reader takes, and refuses what it refuses for its structure. */
public class RuleSchemaTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(RuleSchema.text());
    private static final String RULE = RuleText.rule("no-bad", "坏", "");
    private static final String SOURCE = "source: {document: d, date: x}";

    @Test
    public void everyShippedFileFits() throws IOException {
        try (Stream<Path> files = Files.find(Path.of("../provinces"), 9,
                (path, attributes) -> path.toString().endsWith(RuleFiles.SUFFIX) && !path.toString().contains("target"))) {
            List<Path> all = files.toList();
            assertTrue("files seen: " + all, all.size() >= 3);
            for (Path file : all) {
                assertEquals(file.toString(), Set.of(), errors(Files.readString(file)));
            }
        }
    }

    @Test
    public void itTakesWhatTheReaderTakes() throws IOException {
        for (String text : List.of(RuleText.province(RULE), RuleText.national(RULE),
                RuleText.province(RuleText.requiring("{any: [{service.name: [甲, 乙]}, {not: {service.name: {in: {list: colours}}}}]}",
                    "{service.name: 甲}", "{service.name: red}")),
                RuleText.province() + "limits: [{id: one, fact: service.domains, max: 1, " + SOURCE + "}]",
                RuleText.province() + "fields: [{extra: use, type: CODE, words: [{id: a, zh: 甲, en: A}], label: {zh: 用, en: u}, "
                    + SOURCE + "}]",
                RuleText.province() + "national: [{rule: some-rule, severity: ASK, " + SOURCE + "}]",
                "format: 1\nlistsOf: \"440000\"\nversion: 1\ndate: 2026-01-01\n" + SOURCE + "\nlists: {a: [b]}\n")) {
            RuleText.read(text);
            assertEquals(text, Set.of(), errors(text));
        }
    }

    @Test
    public void itRefusesWhatTheReaderRefusesForItsStructure() throws IOException {
        for (String rule : List.of(RULE.replace("require:", "requires:"), RULE.replace("service.name: {contains", "service.nam: {contains"),
                RULE.replace("contains-any", "contains"), RULE.replace("severity: BLOCK", "severity: HARD"),
                RULE.replaceAll("    source: .*\n", ""), RULE.replaceAll("    text: .*\n", ""), RULE.replace(", en: No", ""),
                RULE.replaceAll("    examples: .*\n", ""), RULE.replace("no-bad", "No Bad"),
                RuleText.requiring("{service.name: {is: name}}", "{}", "{}"), RuleText.requiring("{organizer.nature: COMPANY}", "{}", "{}"),
                RuleText.requiring("{services.count: {matches: x}}", "{}", "{}"),
                RuleText.requiring("{services.count: {at-least: many}}", "{}", "{}"),
                RuleText.requiring("{principal.validUntil: {at-least: tomorrow}}", "{}", "{}"),
                RuleText.requiring("{any: []}", "{}", "{}"), RuleText.requiring("{}", "{}", "{}"))) {
            refused(RuleText.province(rule));
        }
        for (String section : List.of("limits: [{id: one, fact: service.domains, " + SOURCE + "}]", "nonsense: 1",
                "fields: [{extra: use, type: TEXTS, label: {zh: 用, en: u}, " + SOURCE + "}]",
                "national: [{rule: some-rule, " + SOURCE + "}]", "unknown: [topic]",
                "materials: [{type: letter, subject: domain, name: {zh: 信, en: l}, size: {min: 1 KB, max: 4 MB}, " + SOURCE + "}]")) {
            refused(RuleText.province() + section);
        }
        refused(RuleText.province().replace("coverage: local", "coverage: some"));
        refused(RuleText.province().replace("\"440000\"", "\"44\""));
        refused(RuleText.province().replace("format: 1", "format: 2"));
    }

    private static void refused(String text) throws IOException {
        assertThrows(text, RuleFileException.class, () -> RuleFiles.read(text, "b", "1"));
        assertFalse(text, errors(text).isEmpty());
    }

    private static Set<ValidationMessage> errors(String text) throws IOException {
        return SCHEMA.validate(YAML.readTree(text));
    }
}
