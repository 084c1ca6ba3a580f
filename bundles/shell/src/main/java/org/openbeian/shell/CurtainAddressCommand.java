package org.openbeian.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.curtain.Curtains;
import org.openbeian.api.security.Actor;

/** Shows where a curtain goes. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "curtain-address", description = "Shows where the curtain of an order goes, in clear; who asked and why"
        + " is kept in the audit")
public class CurtainAddressCommand extends ReadCommand<Map<String, String>> {

    @Reference(optional = true)
    Curtains curtains;

    @Argument(index = 0, name = "order", description = "Id of the order", required = true)
    @Completion(CurtainOrderCompleter.class)
    String id;

    @Option(name = "--reason", description = "Why you need it, in at least four characters", required = true)
    String reason;

    @Override
    Map<String, String> read(Actor actor) throws CommandException {
        return need(curtains, CurtainListCommand.SERVICE).reveal(actor, id, Input.text("--reason", reason));
    }

    @Override
    void print(Map<String, String> answer) {
        answer.forEach((pointer, value) -> out.println(pointer + " = " + value));
    }
}
