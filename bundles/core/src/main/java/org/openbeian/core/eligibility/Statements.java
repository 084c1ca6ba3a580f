package org.openbeian.core.eligibility;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.openbeian.api.eligibility.EligibilityAnswer.Statement;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.RuleSource;

/** What the rows of the catalogue say, read once. */
final class Statements {

    private static final Map<String, Statement> BY_ROW = read();

    private Statements() {
    }

    static Statement of(String row) {
        Statement statement = BY_ROW.get(row);
        if (statement == null) {
            throw new IllegalArgumentException("no words for row " + row);
        }
        return statement;
    }

    private static Map<String, Statement> read() {
        Map<String, Statement> result = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Statements.class.getResourceAsStream("statements.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" \\| ");
                    result.put(parts[0], new Statement(parts[0], new LocalizedText(parts[2], parts[3]),
                        new RuleSource(parts[0] + "; seed " + parts[1], "undated", null)));
                }
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
