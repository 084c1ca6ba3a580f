package org.openbeian.core.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a message in one language: a subject line, an empty line, a body; {@code {name}} stands for a variable.
 *
 * @param subject the subject line
 * @param body the body
 */
record Template(String subject, String body) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    /**
     * Reads the template of a message.
     *
     * @throws IllegalStateException when it uses a variable that the message does not have
     */
    static Template load(Notice notice, String language) {
        String name = "templates/" + notice.id() + "." + language + ".txt";
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("template " + name + " is missing");
            }
            Template template = parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!notice.variables().containsAll(template.variables())) {
                throw new IllegalStateException("template " + name + " uses " + template.variables() + ", of which only "
                    + notice.variables() + " exist");
            }
            return template;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    static Template parse(String text) {
        String[] parts = text.strip().split("\n\n", 2);
        return new Template(parts[0], parts[1]);
    }

    Set<String> variables() {
        return VARIABLE.matcher(subject + body).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** The subject with its variables, on one line whatever they hold. */
    String subject(UnaryOperator<String> values) {
        return fill(subject, values).replaceAll("\\s+", " ").strip();
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
