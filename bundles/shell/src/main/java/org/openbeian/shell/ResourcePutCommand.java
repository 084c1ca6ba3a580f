package org.openbeian.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.security.Actor;

/** Stores the facts about a cloud resource. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "resource-put",
        description = "Stores the facts about a cloud resource; one of the same kind and id is replaced")
public class ResourcePutCommand extends ChangeCommand {

    @Reference(optional = true)
    ResourceInventory inventory;

    @Argument(index = 0, name = "kind", description = "Kind of the resource, such as cvm", required = true)
    @Completion(ResourceKindCompleter.class)
    String kind;

    @Argument(index = 1, name = "id", description = "Id of the resource", required = true)
    String id;

    @Option(name = "--account", description = "Account that owns it", required = true)
    String account;

    @Option(name = "--region", description = "Region id", required = true)
    String region;

    @Option(name = "--overseas", description = "The region does not lie in mainland China")
    boolean overseas;

    @Option(name = "--ip", description = "A public address; may be given several times", multiValued = true)
    List<String> ips = List.of();

    @Option(name = "--pay-as-you-go", description = "It is not paid by month or year")
    boolean payAsYouGo;

    @Option(name = "--months", description = "Months bought, renewals included")
    int months;

    @Option(name = "--expires", description = "Last day of its term, such as 2027-03-31; left out when it has none")
    String expires;

    @Option(name = "--attribute", description = "A further fact as name=value; may be given several times", multiValued = true)
    List<String> attributes = List.of();

    @Option(name = "--rests-on", description = "A resource that it is bound to, as cvm/ins-1; may be given several times",
            multiValued = true)
    List<String> restsOn = List.of();

    private ResourceFacts facts;

    @Override
    String plan(Actor actor) throws CommandException {
        Input.range("--months", months, 0, 1200);
        facts = new ResourceFacts(kind, id, account, region, !overseas, ips, !payAsYouGo, months,
                Input.endOfDay("--expires", expires), parsedAttributes(), parsedBases());
        boolean known = need(inventory, "ResourceInventory").find(kind, id).isPresent();
        return "Will " + (known ? "replace" : "add") + " " + kind + " " + id + " of account " + account + " in " + region
                + (overseas ? " (overseas)" : " (mainland)") + ", " + (payAsYouGo ? "pay as you go" : months + " months bought")
                + ", addresses " + ips + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        try {
            inventory.put(facts);
        } catch (UnsupportedOperationException readOnly) {
            throw new CommandException("The inventory of this server is read from elsewhere; nothing was changed.");
        }
        return "Done: " + kind + " " + id + " is stored.";
    }

    private List<ResourceRef> parsedBases() throws CommandException {
        List<ResourceRef> parsed = new ArrayList<>();
        for (String base : restsOn) {
            int slash = base.indexOf('/');
            if (slash < 1 || slash == base.length() - 1) {
                throw new CommandException("--rests-on: '" + base + "' is not of the form kind/id.");
            }
            parsed.add(new ResourceRef(base.substring(0, slash), base.substring(slash + 1)));
        }
        return parsed;
    }

    private Map<String, String> parsedAttributes() throws CommandException {
        Map<String, String> parsed = new HashMap<>();
        for (String attribute : attributes) {
            int equals = attribute.indexOf('=');
            if (equals < 1) {
                throw new CommandException("--attribute: '" + attribute + "' is not of the form name=value.");
            }
            parsed.put(attribute.substring(0, equals), attribute.substring(equals + 1));
        }
        return parsed;
    }
}
