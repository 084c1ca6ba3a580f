package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.ResourceObligations;
import org.openbeian.api.resource.ResourceObligations.Obligation;
import org.openbeian.api.security.Actor;

/** Lists resources that fell below their limits. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "resource-obligations",
        description = "Lists orders and filings whose resources fell below their limits: an account's, or for staff all")
public class ResourceObligationsCommand extends ReadCommand<List<Obligation>> {

    private static final int MOST = 1_000;

    @Reference(optional = true)
    ResourceObligations obligations;

    @Argument(index = 0, name = "account", description = "Name of the account")
    @Completion(AccountCompleter.class)
    String account;

    @Override
    List<Obligation> read(Actor actor) throws CommandException {
        return need(obligations, "ResourceObligations")
                .of(account == null && actor.isStaff() ? null : Input.ownOrStaff(actor, account), MOST);
    }

    @Override
    void print(List<Obligation> answer) {
        Table table = new Table("Order", "Account", "Since", "What stands against its resources");
        answer.forEach(one -> table.row(one.orderId(), one.account(), Show.time(one.since()),
                String.join("; ", one.findings().stream().map(finding -> finding.ruleId() + " at " + finding.pointer()).toList())));
        table.print(out, "No obligations");
    }
}
