package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.security.Actor;

/** Lists the audit. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "audit-list", description = "Lists who did what, when and why, newest first")
public class AuditListCommand extends ReadCommand<List<AuditEntry>> {

    @Reference(optional = true)
    AuditLog audit;

    @Option(name = "--account", description = "Only what this account did")
    String account;

    @Option(name = "--action", description = "Only this action, such as order.reveal, or all that begin so: order.*")
    String action;

    @Option(name = "--object", description = "Only what was done to this object, as kind/id: order/01J...")
    String object;

    @Option(name = "--from", description = "Only from this day in China on, such as 2027-03-31")
    String from;

    @Option(name = "--until", description = "Only until the end of this day in China")
    String until;

    @Option(name = "--before", description = "Only entries with a smaller number; 0 for the newest")
    String before = "0";

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    int limit = 50;

    @Override
    List<AuditEntry> read(Actor actor) throws CommandException {
        int slash = object == null ? 0 : object.indexOf('/');
        if (slash < 0) {
            throw new CommandException("--object: '" + object + "' is not kind/id, such as order/01J...");
        }
        return need(audit, "AuditLog").list(new AuditQuery(account, action, object == null ? null : object.substring(0, slash),
                object == null ? null : object.substring(slash + 1), Input.startOfDay("--from", from),
                Input.endOfDay("--until", until), Input.number("--before", before), Input.range("--limit", limit, 1, 200)));
    }

    @Override
    void print(List<AuditEntry> answer) {
        Table table = new Table("No", "When", "Account", "From", "Action", "Object", "Details", "Reason");
        answer.forEach(entry -> table.row(entry.no(), Show.time(entry.at()), entry.account(), entry.origin(), entry.action(),
                entry.objectKind() == null ? null : entry.objectKind() + "/" + Show.or(entry.objectId()),
                entry.details().isEmpty() ? null : entry.details(), entry.reason()));
        table.print(out, "No entry fits");
    }
}
