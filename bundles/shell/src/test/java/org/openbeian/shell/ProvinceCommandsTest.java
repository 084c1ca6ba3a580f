package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;
import org.openbeian.testkit.Requirement;

/** What the shell says of provinces. */
public class ProvinceCommandsTest {

    private static final String HEAD = """
        format: 1
        province: "%s"
        name: {zh: 甘肃省, en: Gansu}
        version: 1.0.0
        date: 2026-01-01
        coverage: local
        interface: V.3.0
        review: {min: 5, max: 20, source: {document: d, date: x}}
        footer: {number: service, source: {document: d, date: x}}
        """;

    @Test
    @Requirement({"A-06", "A-19"})
    public void aProvinceSaysWhatItAsks() throws Exception {
        ProvinceRequirementsCommand command = command("陇");
        assertTrue(Console.run(command, "olga").startsWith("# 甘肃省 · FIRST · 企业\n"));
        command.english = true;
        command.type = "new_service";
        command.nature = "individual";
        assertTrue(Console.run(command, "olga").startsWith("# Gansu · NEW_SERVICE · INDIVIDUAL\n"));
        assertEquals("2026-11-22", Console.json(command, "olga").get("on").asText());
    }

    @Test
    public void whatIsNotKnownIsNamed() throws Exception {
        assertTrue(Console.refused(command("beijing"), "olga").startsWith("No rule bundle is installed for the province 'beijing'"));
        ProvinceRequirementsCommand command = command("gansu");
        command.nature = "ALIEN";
        assertTrue(Console.refused(command, "olga").startsWith("--nature: 'ALIEN' is not one of DEFENCE"));
    }

    private static ProvinceRequirementsCommand command(String province) throws RuleFileException {
        ProvinceRequirementsCommand command = new ProvinceRequirementsCommand();
        command.province = province;
        command.clock = Clock.fixed(Instant.parse("2026-11-21T18:00:00Z"), ZoneOffset.UTC);
        RuleBook book = RuleFiles.book(List.of(read("000000", ""),
            read("620000", "authority: {zh: 甘肃省通信管理局, en: Gansu authority}\nprefix: 陇\n")));
        command.ruleBooks = new RuleBooks() {
            @Override
            public RuleBook current() {
                return book;
            }

            @Override
            public List<Candidate> candidates() {
                return List.of(new Candidate("620000", "org.openbeian.province.gansu", "1.0.0", "serving", null));
            }
        };
        return command;
    }

    private static RuleFile read(String province, String more) throws RuleFileException {
        return RuleFiles.read(HEAD.formatted(province) + more, "test", "1.0.0");
    }
}
