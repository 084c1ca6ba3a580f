package org.openbeian.contract.kit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;

/** The table of a README and its rule file cannot part. */
public class FactTableTest {

    private static final String HEAD = """
        format: 1
        province: "%s"
        name: {zh: 测试, en: Test}
        authority: {zh: 管局, en: Authority}
        prefix: 陇
        version: 1.0.0
        date: 2026-01-01
        coverage: local
        interface: V.3.0
        review: {min: 5, max: 20, source: {document: d, date: x}}
        footer: {number: service, source: {document: d, date: x}}
        rules:
          - id: %s
            require: {principal.age: {at-least: 18}}
            text: {zh: 不, en: No}
            mend: {zh: 改, en: Change}
            source: {document: d, date: x}
            examples: [{pass: {principal.age: 18}}, {fail: {principal.age: 17}}]
        """;
    private static final String REST = """
        notes:
          - {about: access.rule, text: {zh: 先, en: First}, source: {document: d, date: x}}
        unknown:
          - {about: transfer, name: {zh: 迁移, en: migration}}
        """;
    private static final String TABLE = FactTable.HEAD + "\n|---|---|---|---|\n"
        + "| org.age | 18 | D | rule `own-age`, national `age` |\n| access.rule | first | D | note |\n| transfer | unknown | | unknown |\n";

    @Test
    public void aTableThatTellsAllIsFine() {
        assertEquals(List.of(), check(TABLE));
        assertEquals("none is asked for", List.of(), check("# Gansu"));
    }

    @Test
    public void whatTheTableLeavesOutIsFound() {
        found("not in the table: rule own-age", TABLE.replaceAll("\\| org.age.*\n", ""));
        found("not in the table: transfer", TABLE.replaceAll("\\| transfer.*\n", ""));
        found("not in the table: access.rule", TABLE.replaceAll("\\| access.rule.*\n", ""));
    }

    @Test
    public void whatTheFileDoesNotHaveIsFound() {
        found("org.age: no rule `other-age`", TABLE.replace("own-age", "other-age"));
        found("org.age: no national `years`", TABLE.replace("`age`", "`years`"));
        found("org.age is carried by nothing: somehow", TABLE.replace("rule `own-age`, national `age`", "somehow"));
        found("org.age has no source", TABLE.replace("| 18 | D |", "| 18 | |"));
        found("elsewhere is unknown in the table, not in the file", TABLE + "| elsewhere | unknown | | unknown |\n");
        found("elsewhere is carried by a note that the file does not have", TABLE + "| elsewhere | x | D | note |\n");
    }

    private static void found(String mistake, String table) {
        List<String> wrong = check(table);
        assertTrue(wrong.toString(), wrong.contains(mistake));
    }

    private static List<String> check(String table) {
        return FactTable.check(table, read(HEAD.formatted("620000", "own-age") + REST),
            read(HEAD.formatted("000000", "age").replaceAll("(?m)^(authority|prefix).*\n", "")));
    }

    private static RuleFile read(String text) {
        try {
            return RuleFiles.read(text, "test", "1.0.0");
        } catch (RuleFileException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
