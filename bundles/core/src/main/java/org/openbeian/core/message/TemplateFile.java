package org.openbeian.core.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openbeian.core.rules.Mistake;
import org.openbeian.core.rules.RuleFileProblem;
import org.openbeian.core.rules.YamlNode;
import org.openbeian.core.rules.YamlText;

/**
 * One file of templates: {@code version}, and under {@code messages} for each message and language a {@code subject}, a
 * {@code text} and texts for single forms or channels. All of it counts, or none.
 *
 * @param version what the file says its version is
 * @param source bundle it came from
 * @param texts the templates; a subject may be null where an override leaves it as it is
 * @param problems what is wrong; with one of them nothing of the file counts
 */
record TemplateFile(String version, String source, Map<Key, Text> texts, List<RuleFileProblem> problems) {

    static final Set<String> LANGUAGES = new TreeSet<>(Set.of("zh-CN", "en"));
    static final String TEXT = "text";
    static final String SUBJECT = "subject";
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int SUBJECT_MOST = 200;
    private static final int BODY_MOST = 4000;

    /** A file of which nothing was read. */
    static TemplateFile refused(String source, String why) {
        return new TemplateFile("", source, Map.of(), List.of(new RuleFileProblem(1, 1, why)));
    }

    /** What a template is for. */
    record Key(Notice notice, String form, String language) {
    }

    /** A text as written. */
    record Text(String subject, String body) {
    }

    static TemplateFile read(String yaml, String source) {
        Reader reader = new Reader();
        String version = "";
        try {
            version = reader.top(YamlText.read(yaml));
        } catch (Mistake e) {
            reader.problems.add(e.problem());
        }
        return new TemplateFile(version, source, Map.copyOf(reader.texts), List.copyOf(reader.problems));
    }

    /** Reads on after each mistake, so that all are told at once. */
    private static final class Reader {

        private final Map<Key, Text> texts = new LinkedHashMap<>();
        private final List<RuleFileProblem> problems = new ArrayList<>();

        String top(YamlNode.Keys top) {
            top.keys().values().stream().filter(key -> !Set.of("version", "messages").contains(key.text()))
                .forEach(key -> problem(key, "unknown key \"" + key.text() + "\"; a file has version and messages"));
            String version = "";
            if (top.values().get("version") instanceof YamlNode.Scalar found && found.text().matches("[A-Za-z0-9._-]{1,40}")) {
                version = found.text();
            } else {
                problem(top, "version must be 1 to 40 letters, digits, dots, hyphens and underscores");
            }
            keys(top, top.values().get("messages"), "messages").forEach(this::message);
            return version;
        }

        private void message(YamlNode.Scalar id, YamlNode node) {
            Notice notice = Notice.of(id.text()).orElse(null);
            if (notice == null) {
                problem(id, "there is no message \"" + id.text() + "\"");
                return;
            }
            keys(id, node, id.text()).forEach((language, content) -> {
                if (LANGUAGES.contains(language.text())) {
                    language(notice, language, content);
                } else {
                    problem(language, "\"" + language.text() + "\" is no language; expected one of " + LANGUAGES);
                }
            });
        }

        private void language(Notice notice, YamlNode.Scalar language, YamlNode node) {
            Map<YamlNode.Scalar, YamlNode> content = keys(language, node, language.text());
            String subject = null;
            for (Map.Entry<YamlNode.Scalar, YamlNode> entry : content.entrySet()) {
                if (entry.getKey().text().equals(SUBJECT)) {
                    subject = text(notice, language.text(), entry.getKey(), entry.getValue(), SUBJECT_MOST);
                    if (subject != null && subject.contains("\n")) {
                        problem(entry.getKey(), "a subject is one line");
                    }
                }
            }
            boolean any = false;
            for (Map.Entry<YamlNode.Scalar, YamlNode> entry : content.entrySet()) {
                String form = entry.getKey().text();
                if (!form.equals(SUBJECT)) {
                    any = true;
                    String body = text(notice, language.text(), entry.getKey(), entry.getValue(), BODY_MOST);
                    if (!FORM.matcher(form).matches()) {
                        problem(entry.getKey(), "\"" + form + "\" is neither a form nor a channel");
                    } else if (body != null) {
                        texts.put(new Key(notice, form, language.text()), new Text(subject, body));
                    }
                }
            }
            if (!any) {
                problem(language, "no text; expected text, or the name of a form or channel");
            }
        }

        private String text(Notice notice, String language, YamlNode.Scalar key, YamlNode node, int most) {
            if (!(node instanceof YamlNode.Scalar found) || found.text().isBlank()) {
                problem(key, "expected a text");
                return null;
            }
            if (found.text().length() > most || found.text().chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n')) {
                problem(key, "a text has at most " + most + " characters and no control characters");
            }
            Template.unknown(found.text(), notice.variables()).forEach(braces -> problem(key, notice.id() + ", " + language + ", "
                + key.text() + ": there is no variable " + braces + "; " + notice.id() + " has " + new TreeSet<>(notice.variables())));
            return found.text().strip();
        }

        private Map<YamlNode.Scalar, YamlNode> keys(YamlNode at, YamlNode node, String name) {
            Map<YamlNode.Scalar, YamlNode> keys = new LinkedHashMap<>();
            if (node instanceof YamlNode.Keys found) {
                found.values().forEach((key, value) -> keys.put(found.keys().get(key), value));
            } else {
                problem(node == null ? at : node, "expected keys under " + name);
            }
            return keys;
        }

        private void problem(YamlNode at, String message) {
            problems.add(new RuleFileProblem(at.line(), at.column(), message));
        }
    }
}
