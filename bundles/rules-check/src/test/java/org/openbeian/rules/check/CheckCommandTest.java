package org.openbeian.rules.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.rules.Facts;

/** What the program says and how it ends. */
public class CheckCommandTest {

    private static final String GOOD = """
        format: 1
        province: "440000"
        name: {zh: 测试, en: Test}
        authority: {zh: 管局, en: Authority}
        prefix: 粤
        version: 1.0.0
        date: 2026-01-01
        coverage: local
        rules:
          - id: no-bad
            require: {not: {service.name: {contains-any: [坏]}}}
            text: {zh: 不, en: No}
            mend: {zh: 改, en: Change}
            source: {document: d, date: x}
            examples: [{pass: {service.name: 好}}, {fail: {service.name: 坏}}]
        """;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final CheckCommand program = new CheckCommand(new PrintStream(told, true, StandardCharsets.UTF_8));

    @Test
    public void aGoodFileEndsWithZero() throws IOException {
        Path file = file("good.province.yaml", GOOD.getBytes(StandardCharsets.UTF_8));
        assertEquals(0, program.run(file.toString()));
        assertEquals(file + ": good: province 440000, version 1.0.0, 1 rules, 2 examples\n", text());
    }

    @Test
    public void mistakesAreToldWithTheirPlacesAndEndWithOne() throws IOException {
        Path bad = file("bad.province.yaml", GOOD.replace("fail: {service.name: 坏}", "fail: {service.name: 好}")
            .getBytes(StandardCharsets.UTF_8));
        Path good = file("good.province.yaml", GOOD.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, program.run(bad.toString(), good.toString()));
        assertTrue(text(), text().contains(bad + ":15:"));
        assertTrue(text(), text().contains("example of kind fail does not fail"));
        assertTrue(text(), text().contains(good + ": good"));
    }

    @Test
    public void hostileAndMissingFilesAreTold() throws IOException {
        assertEquals(1, program.run(file("large", new byte[50_000_000]).toString()));
        assertEquals(1, program.run(file("encoding", GOOD.getBytes(StandardCharsets.UTF_16)).toString()));
        assertEquals(2, program.run(folder.getRoot() + "/nowhere"));
        assertEquals(2, program.run());
        assertTrue(text(), text().contains("larger than") && text().contains("encoding:1:1: the file is UTF-16")
            && text().contains("cannot be read")
            && text().contains("usage:"));
    }

    @Test
    public void schemaAndFactsAreWritten() throws IOException {
        Path schema = folder.getRoot().toPath().resolve("schema.json");
        Path facts = folder.getRoot().toPath().resolve("facts.md");
        assertEquals(0, program.run("--schema", schema.toString()));
        assertEquals(0, program.run("--facts", facts.toString()));
        assertTrue(Files.readString(schema).contains("\"$schema\""));
        Facts.ALL.forEach(fact -> assertTrue(fact.name(), contains(facts, "| `" + fact.name() + "` |")));
        assertEquals(2, program.run("--facts", folder.getRoot() + "/no/where"));
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.getRoot().toPath().resolve(name), content);
    }

    private String text() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
