package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;
import org.openbeian.testkit.Requirement;

/** The laws that the rules in force rest on. */
public class LawListCommandTest {

    private static final String RULES = """
        format: 1
        province: "000000"
        name: {zh: 全国, en: National}
        version: 1.2.0
        date: 2026-01-01
        coverage: local
        interface: V.3.0
        review: {min: 5, max: 20, source: {ref: L1}}
        footer: {number: service, source: {ref: L1}}
        sources:
          L1: {title: 示例办法, number: 第1号, issuer: 示例部, date: "2005-03-20"}
          D1: {title: guide, date: undated}
        """;

    @Test
    @Requirement("W-01")
    public void lawsAreListedWithTheVersionOfTheirFile() throws Exception {
        LawListCommand command = command(RULES);
        assertTrue(Console.run(command, "anna").contains("示例办法"));
        JsonNode laws = Console.json(command, "anna");
        assertEquals(1, laws.size());
        assertEquals("L1 第1号 示例部 2005-03-20 1.2.0", String.join(" ", laws.at("/0/id").asText(), laws.at("/0/number").asText(),
            laws.at("/0/issuer").asText(), laws.at("/0/date").asText(), laws.at("/0/version").asText()));
    }

    @Test
    public void thatThereIsNoneIsSaid() throws Exception {
        assertTrue(Console.run(command(RULES.replace("number: 第1号, issuer: 示例部, ", "")), "anna").contains("name no law"));
    }

    private static LawListCommand command(String rules) throws RuleFileException {
        RuleBook book = RuleFiles.book(List.of(RuleFiles.read(rules, "bundle", "1.0.0")));
        LawListCommand command = new LawListCommand();
        command.ruleBooks = new RuleBooks() {
            @Override
            public RuleBook current() {
                return book;
            }

            @Override
            public List<Candidate> candidates() {
                return List.of();
            }
        };
        return command;
    }
}
