package org.openbeian.shell;

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
import org.openbeian.api.order.Reveals;
import org.openbeian.api.security.Actor;

/** Shows masked fields of an order in clear. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-reveal", description = "Shows masked fields of an order in clear; who asked, for what"
        + " and why is kept in the audit")
public class OrderRevealCommand extends ReadCommand<Map<String, String>> {

    @Reference(optional = true)
    Reveals reveals;

    @Argument(index = 0, name = "order", description = "Id of the order", required = true)
    @Completion(OrderIdCompleter.class)
    String id;

    @Argument(index = 1, name = "fields", description = "JSON pointers below /application or /review, such as"
            + " /application/organizer/principal/mobile; the whole application without any", multiValued = true)
    List<String> fields;

    @Option(name = "--reason", description = "Why you need it, in at least four characters", required = true)
    String reason;

    @Override
    Map<String, String> read(Actor actor) throws CommandException {
        return need(reveals, "Reveals").reveal(actor, id, fields == null || fields.isEmpty() ? List.of("/application") : fields,
                Input.text("--reason", reason));
    }

    @Override
    void print(Map<String, String> answer) {
        answer.forEach((pointer, value) -> out.println(pointer + " = " + value));
    }
}
