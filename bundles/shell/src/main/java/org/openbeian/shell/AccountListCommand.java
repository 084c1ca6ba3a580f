package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.security.Actor;

/** Lists accounts. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "account-list", description = "Lists accounts by name; contacts are masked")
public class AccountListCommand extends ReadCommand<List<AccountLine>> {

    @Reference(optional = true)
    AccountAdmin admin;

    @Option(name = "--after", description = "Only accounts after this one: the next page")
    @Completion(AccountCompleter.class)
    String after;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    int limit = 50;

    @Override
    List<AccountLine> read(Actor actor) throws CommandException {
        return need(admin, "AccountAdmin").list(actor, after, Input.range("--limit", limit, 1, 200)).stream()
                .map(AccountLine::of).toList();
    }

    @Override
    void print(List<AccountLine> answer) {
        Table table = AccountLine.table();
        answer.forEach(line -> line.row(table));
        table.print(out, "No accounts");
        if (answer.size() == limit) {
            out.println("There may be more: --after " + answer.get(limit - 1).name());
        }
    }
}
