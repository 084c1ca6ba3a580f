package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.security.Actor;

/** Sends a message or event to an endpoint once more. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "endpoint-redeliver",
        description = "Sends a message or event to a webhook or robot once more, with the same key")
public class EndpointRedeliverCommand extends ChangeCommand {

    @Reference(optional = true)
    Endpoints endpoints;

    @Argument(index = 0, name = "endpoint", description = "Id of the endpoint", required = true)
    String id;

    @Argument(index = 1, name = "key", description = "Key of the message or event", required = true)
    String key;

    @Override
    String plan(Actor actor) throws CommandException {
        need(endpoints, "Endpoints");
        return "Will send " + key + " to endpoint " + id + " once more.";
    }

    @Override
    String change(Actor actor) throws CommandException {
        endpoints.redeliver(actor, id, key);
        return "Done: " + key + " is on its way.";
    }
}
