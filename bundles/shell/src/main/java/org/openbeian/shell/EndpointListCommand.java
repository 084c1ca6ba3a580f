package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.security.Actor;

/** Lists the endpoints of an account. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "endpoint-list",
        description = "Lists the webhooks and robots of an account, your own by default, and how they do; addresses without their paths")
public class EndpointListCommand extends ReadCommand<List<Endpoint>> {

    @Reference(optional = true)
    Endpoints endpoints;

    @Argument(index = 0, name = "account", description = "Name of the account; only staff may name another")
    @Completion(AccountCompleter.class)
    String account;

    @Override
    List<Endpoint> read(Actor actor) throws CommandException {
        return need(endpoints, "Endpoints").list(actor, Input.ownOrStaff(actor, account));
    }

    @Override
    void print(List<Endpoint> answer) {
        Table table = new Table("Id", "Channel", "Name", "Address", "Enabled", "Failures", "Failing since", "Why");
        answer.forEach(endpoint -> table.row(endpoint.id(), endpoint.channel(), endpoint.name(), endpoint.address(),
                endpoint.enabled() ? "yes" : "no", endpoint.failures(), endpoint.failingSince() == null ? null
                : Show.time(endpoint.failingSince()), endpoint.failure()));
        table.print(out, "No endpoints");
    }
}
