package org.openbeian.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.rules.FormTemplates.FormTemplate;
import org.openbeian.api.security.Actor;

/** Loads the document of a form. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "form-load",
        description = "Loads an empty form, PDF or Word, which applicants fetch, or the text of a letter, which is filled in"
                + " for them; the versions before stay")
public class FormLoadCommand extends ChangeCommand {

    @Reference(optional = true)
    FormTemplates forms;

    @Argument(index = 0, name = "slot", description = "Slot as in beian:form-list", required = true)
    @Completion(FormSlotCompleter.class)
    String slot;

    @Argument(index = 1, name = "file", description = "A file on the server's machine", required = true)
    @Completion(FileCompleter.class)
    String file;

    private byte[] content;

    @Override
    String plan(Actor actor) throws CommandException {
        FormTemplate now = need(forms, "FormTemplates").slots().stream().filter(form -> form.slot().equals(slot)).findFirst()
                .orElseThrow(() -> new CommandException("The rules in force name no slot '" + slot + "'; beian:form-list shows them."));
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            content = in.readNBytes(FormTemplates.MAX_BYTES + 1);
        } catch (IOException | InvalidPathException e) {
            throw new CommandException("There is no file '" + file + "' on the server's machine that can be read.");
        }
        return "Will load " + file + " as version " + (now.version() + 1) + " of the form " + slot + ".";
    }

    @Override
    String change(Actor actor) {
        FormTemplate loaded = forms.load(actor, slot, content);
        return "Done: " + slot + " is version " + loaded.version() + ", " + loaded.mediaType() + ", " + loaded.size() + " bytes.";
    }
}
