package org.openbeian.rules.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.core.rules.RuleFileBytes;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;
import org.openbeian.core.rules.RuleSchema;

/**
 * Checks rule files and runs their examples, as the server does: {@code java -jar rules-check-cli.jar FILE...} ends with 0
 * when all are good, 1 when one has mistakes, 2 when one cannot be read or nothing is asked. With {@code --schema FILE} or
 * {@code --facts FILE} it writes the JSON Schema of rule files or the reference page of the facts.
 */
public final class CheckCommand {

    private static final int GOOD = 0;
    private static final int MISTAKES = 1;
    private static final int UNUSABLE = 2;

    private final PrintStream out;

    CheckCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs, and ends the process when something is wrong. */
    public static void main(String[] arguments) {
        int code = new CheckCommand(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(arguments);
        if (code != GOOD) {
            System.exit(code);
        }
    }

    int run(String... arguments) {
        if (arguments.length == 2 && arguments[0].equals("--schema")) {
            return write(arguments[1], RuleSchema.text());
        }
        if (arguments.length == 2 && arguments[0].equals("--facts")) {
            return write(arguments[1], FactsPage.text());
        }
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            out.println("usage: java -jar rules-check-cli.jar FILE... | --schema FILE | --facts FILE");
            return UNUSABLE;
        }
        int worst = GOOD;
        for (String file : arguments) {
            worst = Math.max(worst, check(Path.of(file)));
        }
        return worst;
    }

    private int check(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return tell(file, RuleFiles.check(RuleFileBytes.decode(RuleFileBytes.read(in))));
        } catch (RuleFileException e) {
            e.problems().forEach(problem -> tell(file, problem.line(), problem.column(), problem.message()));
            return MISTAKES;
        } catch (IOException e) {
            out.println(file + ": cannot be read: " + e);
            return UNUSABLE;
        }
    }

    private void tell(Path file, int line, int column, String message) {
        out.println(file + ":" + line + ":" + column + ": " + message);
    }

    private int tell(Path file, RuleTrials.Report report) {
        report.problems().forEach(problem -> tell(file, problem.line(), problem.column(), problem.message()));
        if (!report.problems().isEmpty()) {
            return MISTAKES;
        }
        out.println(file + ": good: province " + report.provinceId() + ", version " + report.version() + ", "
            + report.rules() + " rules, " + report.examples() + " examples");
        return GOOD;
    }

    private int write(String file, String text) {
        try {
            Files.writeString(Path.of(file), text);
            return GOOD;
        } catch (IOException e) {
            out.println(file + ": cannot be written: " + e);
            return UNUSABLE;
        }
    }
}
