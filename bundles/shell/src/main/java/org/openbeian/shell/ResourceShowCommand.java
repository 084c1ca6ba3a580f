package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.security.Actor;

/** Shows a cloud resource. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "resource-show", description = "Shows what the inventory knows of a cloud resource")
public class ResourceShowCommand extends ReadCommand<ResourceFacts> {

    @Reference(optional = true)
    ResourceInventory inventory;

    @Argument(index = 0, name = "kind", description = "Kind of the resource, such as cvm", required = true)
    @Completion(ResourceKindCompleter.class)
    String kind;

    @Argument(index = 1, name = "id", description = "Id of the resource", required = true)
    String id;

    @Override
    ResourceFacts read(Actor actor) throws CommandException {
        return need(inventory, "ResourceInventory").find(kind, id)
                .filter(facts -> actor.isStaff() || actor.account().equals(facts.account()))
                .orElseThrow(() -> new CommandException("The inventory knows no resource " + id + " of kind " + kind + "."));
    }

    @Override
    void print(ResourceFacts answer) {
        Json.lines(answer).forEach(line -> out.println(line.substring(1)));
    }
}
