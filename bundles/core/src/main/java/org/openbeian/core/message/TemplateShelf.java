package org.openbeian.core.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.core.message.TemplateFile.Key;
import org.openbeian.core.message.TemplateFile.Text;

/** The templates in force: ours, and above them those of others, the first file first. Immutable. */
final class TemplateShelf {

    private final List<TemplateFile> files;
    private final Map<Key, Template> templates = new HashMap<>();

    TemplateShelf(List<TemplateFile> above) {
        files = new ArrayList<>(above);
        files.add(ours());
        for (TemplateFile file : files) {
            if (file.problems().isEmpty()) {
                file.texts().forEach((key, text) -> templates.computeIfAbsent(key, unused -> template(key, text, file)));
            }
        }
    }

    private static TemplateFile ours() {
        try (InputStream in = TemplateShelf.class.getResourceAsStream("messages.yaml")) {
            return TemplateFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "org.openbeian.core");
        } catch (IOException e) {
            throw new UncheckedIOException("the templates cannot be read", e);
        }
    }

    /** A text without a subject has that of the files below it. */
    private Template template(Key key, Text text, TemplateFile file) {
        String subject = text.subject() != null ? text.subject() : files.stream().filter(other -> other.problems().isEmpty())
            .flatMap(other -> other.texts().entrySet().stream())
            .filter(entry -> entry.getKey().notice() == key.notice() && entry.getKey().language().equals(key.language()))
            .map(entry -> entry.getValue().subject()).filter(Objects::nonNull).findFirst().orElse(key.notice().id());
        return new Template(subject, text.body(), file.version(), file.source());
    }

    /** The template for a channel: one written for it, else one for its form, else the text of the message. */
    Optional<Template> find(Notice notice, String channel, String form, String language) {
        for (String name : new String[] {channel, form, TemplateFile.TEXT}) {
            Template found = templates.get(new Key(notice, name, language));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** What is in force and what was refused. */
    List<MessageTemplates.Template> list() {
        List<MessageTemplates.Template> list = new ArrayList<>();
        for (TemplateFile file : files) {
            file.problems().forEach(problem -> list.add(
                new MessageTemplates.Template(null, null, null, file.version(), file.source(), problem.toString())));
        }
        templates.entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getKey().notice().id() + " " + entry.getKey().form() + " "
                + entry.getKey().language()))
            .forEach(entry -> list.add(new MessageTemplates.Template(entry.getKey().notice().id(), entry.getKey().form(),
                entry.getKey().language(), entry.getValue().version(), entry.getValue().source(), null)));
        return list;
    }
}
