package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.security.Actor;

/** Lists the cloud resources of an account. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "resource-list", description = "Lists the cloud resources of an account, your own by default")
public class ResourceListCommand extends ReadCommand<List<ResourceFacts>> {

    @Reference(optional = true)
    ResourceInventory inventory;

    @Argument(index = 0, name = "account", description = "Name of the account")
    String account;

    @Override
    List<ResourceFacts> read(Actor actor) throws CommandException {
        return need(inventory, "ResourceInventory").ofAccount(Input.ownOrStaff(actor, account));
    }

    @Override
    void print(List<ResourceFacts> answer) {
        Table table = new Table("Kind", "Id", "Region", "Mainland", "Prepaid", "Months", "Expires", "Addresses");
        answer.forEach(facts -> table.row(facts.kind(), facts.id(), facts.region(), facts.mainland() ? "yes" : "no",
                facts.prepaid() ? "yes" : "no", facts.monthsBought(), Show.time(facts.expiresAt()), facts.ips()));
        table.print(out, "No resources");
    }
}
