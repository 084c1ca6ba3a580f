package org.openbeian.core.message;

import java.util.List;
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
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");

    static Set<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Everything in or with a brace that is not one of the variables, as written; a brace stands for nothing else. */
    static List<String> unknown(String text, Set<String> variables) {
        return BRACES.matcher(text).results().map(MatchResult::group).distinct()
            .filter(found -> found.length() < 2 || !found.endsWith("}") || !variables.contains(found.substring(1, found.length() - 1)))
            .toList();
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
