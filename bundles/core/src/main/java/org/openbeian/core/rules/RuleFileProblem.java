package org.openbeian.core.rules;

/**
 * One mistake in a rule file.
 *
 * @param line line, from 1
 * @param column column, from 1
 * @param message what is wrong and what was expected
 */
public record RuleFileProblem(int line, int column, String message) {

    /** Such as {@code line 3, column 5: …}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
