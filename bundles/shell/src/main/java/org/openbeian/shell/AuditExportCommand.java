package org.openbeian.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.security.Actor;

/** Prints the audit for keeping it elsewhere. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "audit-export", description = "Prints the audit as lines of JSON, oldest first, and as the"
        + " last line the proof that beian:audit-verify --proof holds against the chain later")
public class AuditExportCommand extends ReadCommand<AuditProof> {

    @Reference(optional = true)
    AuditLog audit;

    @Option(name = "--from", description = "Number of the first entry, 1 for all")
    String from = "1";

    @Override
    AuditProof read(Actor actor) throws CommandException {
        AuditLog log = need(audit, "AuditLog");
        long first = Input.number("--from", from);
        log.record(actor, "audit.export", "audit", null, null, Map.of("from", Long.toString(first)));
        return log.export(first, entry -> Json.printLine(out, entry));
    }

    @Override
    void print(AuditProof answer) {
        Json.printLine(out, answer == null ? Map.of() : Map.of("proof", answer.no() + ":" + answer.hash()));
    }
}
