package org.openbeian.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.openbeian.api.order.CaseExport;
import org.openbeian.api.order.CaseExports;
import org.openbeian.api.print.DocumentPrinter;
import org.openbeian.api.security.Actor;
import org.openbeian.core.json.CaseDocument;

/** Prints all that is kept of an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-export",
        description = "Prints all that is kept of an order as JSON or PDF, with the proof that its history is whole; personal data masked")
public class OrderExportCommand extends OrderReadCommand<CaseExport> {

    private static final String ENDING = ".pdf";

    @Reference(optional = true)
    CaseExports exports;

    @Reference(optional = true)
    DocumentPrinter printer;

    @Option(name = "--pdf", description = "Writes it as PDF to this file on the server's machine instead; the file must not be there yet")
    @Completion(FileCompleter.class)
    String pdf;

    @Override
    CaseExport read(Actor actor) throws CommandException {
        if (pdf != null && (json || !pdf.endsWith(ENDING))) {
            throw new CommandException(json ? "Either --json or --pdf." : "The file has to end in " + ENDING + ".");
        }
        CaseExport export = need(exports, "CaseExports").of(actor, id);
        if (pdf != null) {
            write(need(printer, "DocumentPrinter (feature openbeian-pdf)").print(CaseDocument.of(Json.tree(export), true)));
        }
        return export;
    }

    private void write(byte[] document) throws CommandException {
        try {
            Files.write(Path.of(pdf), document, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new CommandException("The file '" + pdf + "' is there already; name another.");
        } catch (IOException | InvalidPathException e) {
            throw new CommandException("The file '" + pdf + "' cannot be written on the server's machine.");
        }
    }

    @Override
    void print(CaseExport export) {
        if (pdf == null) {
            Json.print(out, export);
        } else {
            out.println("Written to " + pdf + ", last hash " + export.proof().lastHash() + ".");
        }
    }

    @Override
    void judge(CaseExport export) throws CommandException {
        if (!export.proof().whole()) {
            throw new CommandException("The history of order " + id + " is not whole: " + export.proof().fault());
        }
    }
}
