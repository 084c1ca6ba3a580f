package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.CaseExport;
import org.openbeian.api.order.CaseExports;
import org.openbeian.api.security.Actor;

/** Prints all that is kept of an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-export",
        description = "Prints all that is kept of an order as JSON, with the proof that its history is whole; personal data masked")
public class OrderExportCommand extends OrderReadCommand<CaseExport> {

    @Reference(optional = true)
    CaseExports exports;

    @Override
    CaseExport read(Actor actor) throws CommandException {
        return need(exports, "CaseExports").of(actor, id);
    }

    @Override
    void print(CaseExport export) {
        Json.print(out, export);
    }

    @Override
    void judge(CaseExport export) throws CommandException {
        if (!export.proof().whole()) {
            throw new CommandException("The history of order " + id + " is not whole: " + export.proof().fault());
        }
    }
}
