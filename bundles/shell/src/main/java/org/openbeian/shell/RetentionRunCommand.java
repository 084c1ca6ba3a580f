package org.openbeian.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Retention;

/** Removes what was kept long enough. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "retention-run", description = "Removes what was kept as long as the configuration says,"
        + " as the server does every hour by itself; with --dry-run tells what that would be")
public class RetentionRunCommand extends ChangeCommand {

    @Reference(optional = true)
    Retention retention;

    @Reference(optional = true)
    AuditLog audit;

    @Override
    String plan(Actor actor) throws CommandException {
        return "Will remove: " + told(need(retention, "Retention").plan()) + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        AuditLog log = need(audit, "AuditLog");
        List<Retention.Rule> removed = retention.run();
        log.record(actor, "retention.run", "store", null, null, removed.stream()
                .collect(Collectors.toMap(Retention.Rule::kind, rule -> Long.toString(rule.rows()))));
        return "Removed: " + told(removed) + ".";
    }

    private static String told(List<Retention.Rule> rules) {
        return rules.stream().map(rule -> rule.rows() + " " + rule.kind() + " (kept " + rule.keepDays() + " days)")
                .collect(Collectors.joining(", "));
    }
}
