package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.security.Actor;

/** Lists domains under a notice or blocked. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "blocking-list", description = "Lists domains that were told to file, and blocked ones")
public class BlockingListCommand extends ReadCommand<List<Blocking>> {

    @Reference(optional = true)
    Blockings blockings;

    @Option(name = "--state", description = "NOTICED, BLOCKED, ISOLATED or LIFTED")
    String state;

    @Option(name = "--limit", description = "How many at most")
    int limit = 100;

    @Override
    List<Blocking> read(Actor actor) throws CommandException {
        Input.range("--limit", limit, 1, 10_000);
        return need(blockings, "Blockings").list(state == null ? null : Input.oneOf(Blockings.State.class, "--state", state), limit);
    }

    @Override
    void print(List<Blocking> answer) {
        Table table = new Table("Domain", "State", "Account", "Since", "Deadline", "Carrier", "By", "Reason");
        answer.forEach(one -> table.row(one.domain(), one.state(), one.account() == null ? "" : one.account(), Show.time(one.since()),
                Show.time(one.deadline()), one.carrierBlocked() ? "blocks " + one.ips() : one.ips(), one.by(), one.reason()));
        table.print(out, "No notices and no blocks");
    }
}
