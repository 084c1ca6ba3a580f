package org.openbeian.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.PublicUnit;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.openbeian.api.registry.RegistryAnswers.NewAnswer;
import org.openbeian.api.security.Actor;

/** Notes what a person saw on a page of the public register (E-19). */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "registry-note", description = "Notes what you saw in the public register now: of one entry its unit,"
        + " numbers and domains; several entries go over REST")
public class RegistryNoteCommand extends ChangeCommand {

    @Reference(optional = true)
    RegistryAnswers answers;

    @Argument(index = 0, name = "by", description = "UNIT_NAME, DOMAIN or NUMBER", required = true)
    @Completion(value = StringsCompleter.class, values = {"UNIT_NAME", "DOMAIN", "NUMBER"})
    String by;

    @Argument(index = 1, name = "value", description = "The exact name, a domain, or a filing number", required = true)
    String value;

    @Argument(index = 2, name = "verdict", description = "FOUND, NOT_FOUND or UNKNOWN", required = true)
    @Completion(value = StringsCompleter.class, values = {"FOUND", "NOT_FOUND", "UNKNOWN"})
    String verdict;

    @Option(name = "--text", description = "What you saw, in your words", required = true)
    String text;

    @Option(name = "--unit", description = "Name of the organizer as shown")
    String unit;

    @Option(name = "--number", description = "Filing number of the organizer")
    String number;

    @Option(name = "--service", description = "Filing number of the service")
    String service;

    @Option(name = "--service-name", description = "Name of the service")
    String serviceName;

    @Option(name = "--names", description = "Domains of the service, separated by commas")
    String names;

    @Option(name = "--picture", description = "A JPEG or PNG file on the server's machine that proves it")
    @Completion(FileCompleter.class)
    String picture;

    private NewAnswer fresh;
    private byte[] content;

    @Override
    String plan(Actor actor) throws CommandException {
        need(answers, "RegistryAnswers");
        boolean none = Stream.of(unit, number, service, serviceName, names).allMatch(Objects::isNull);
        List<PublicEntry> entries = none ? List.of() : List.of(new PublicEntry(unit == null ? null : new PublicUnit(unit, null), number,
                service, serviceName, names == null ? List.of() : List.of(names.split(","))));
        fresh = new NewAnswer(new PublicQuestion(Input.oneOf(By.class, "by", by), value), Input.oneOf(Verdict.class, "verdict", verdict),
                null, entries, Input.text("--text", text));
        content = picture == null ? null : read();
        return "Will note that the public register says " + fresh.verdict() + (content == null ? "." : ", with a picture.");
    }

    private byte[] read() throws CommandException {
        try {
            return Files.readAllBytes(Path.of(picture));
        } catch (IOException | InvalidPathException e) {
            throw new CommandException("There is no file '" + picture + "' on the server's machine that can be read.");
        }
    }

    @Override
    String change(Actor actor) {
        KeptAnswer kept = answers.note(actor, fresh);
        if (content != null) {
            answers.prove(actor, kept.id(), picture.toLowerCase(Locale.ROOT).endsWith(".png") ? "image/png" : "image/jpeg", content);
        }
        return "Done: answer " + kept.id() + " is noted, as of " + Show.time(kept.asOf()) + ".";
    }
}
