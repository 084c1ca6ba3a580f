package org.openbeian.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
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
import org.openbeian.api.imports.Imports;
import org.openbeian.api.imports.Imports.Content;
import org.openbeian.api.imports.Imports.Format;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.security.Actor;

/** Imports an inventory. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "inventory-import",
        description = "Imports resources, domains or other records from a file of CSV or JSON lines; the same id and file go on where it"
                + " stopped")
public class InventoryImportCommand extends ChangeCommand {

    @Reference(optional = true)
    Imports imports;

    @Option(name = "--domains", description = "The lines are domains and not resources")
    boolean domains;

    @Option(name = "--kind", description = "What the lines are: resources, domains, register or authority-records; resources when missing")
    @Completion(value = StringsCompleter.class, values = {"resources", "domains", "register", "authority-records"})
    String kind;

    @Option(name = "--whole", description = "The file is all there is: what does not occur in it is removed")
    boolean whole;

    @Argument(index = 0, name = "id", description = "Name of the import, new or to go on with", required = true)
    @Completion(ImportIdCompleter.class)
    String id;

    @Argument(index = 1, name = "file", description = "A file on the server's machine; CSV when it ends in .csv, otherwise JSON lines",
            required = true)
    @Completion(FileCompleter.class)
    String file;

    private Content content;
    private Path path;

    @Override
    String plan(Actor actor) throws CommandException {
        content = new Content(id, what(),
                file.toLowerCase(Locale.ROOT).endsWith(".csv") ? Format.CSV : Format.JSON_LINES, whole);
        try {
            path = Path.of(file);
        } catch (InvalidPathException e) {
            throw unreadable();
        }
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw unreadable();
        }
        Progress before = need(imports, "Imports").find(id).orElse(null);
        return "Will " + (before == null ? "import" : "go on with") + " the " + what() + " in " + file
                + (before == null ? "" : " behind record " + before.lines())
                + (whole ? ", and remove what does not occur in it." : ".");
    }

    private String what() {
        return kind != null ? kind : domains ? "domains" : "resources";
    }

    @Override
    String change(Actor actor) throws CommandException {
        try (InputStream in = Files.newInputStream(path)) {
            Progress end = imports.run(actor, content, in);
            return "Done: " + end.lines() + " records, " + end.stored() + " stored, " + end.bad() + " bad"
                    + (whole ? ", " + end.removed() + " removed" : "")
                    + (end.bad() > 0 ? "; beian:inventory-import-show " + id + " tells which and why." : ".");
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private CommandException unreadable() {
        return new CommandException("There is no file '" + file + "' on the server's machine that can be read.");
    }
}
