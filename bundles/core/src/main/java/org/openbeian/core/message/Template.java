package org.openbeian.core.message;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a message in one language for one form; {@code {name}} stands for a variable.
 *
 * @param subject the subject line
 * @param body the body
 * @param version version of its file
 * @param source bundle of its file
 */
record Template(String subject, String body, String version, String source) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    static Set<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** The subject with its variables, on one line whatever they hold. */
    String subject(UnaryOperator<String> values) {
        return fill(subject, values).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    String body(UnaryOperator<String> values) {
        return fill(body, values);
    }

    private static String fill(String text, UnaryOperator<String> values) {
        return VARIABLE.matcher(text).replaceAll((MatchResult found) -> {
            String value = values.apply(found.group(1));
            return Matcher.quoteReplacement(value == null || value.isBlank() ? "—" : value);
        });
    }
}
