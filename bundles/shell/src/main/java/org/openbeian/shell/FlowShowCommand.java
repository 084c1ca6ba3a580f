package org.openbeian.shell;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Flow;
import org.openbeian.api.order.Flows;
import org.openbeian.api.security.Actor;

/** Shows the way of a filing type through the reviews. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "flow-show", description = "Shows the way of a filing type through the reviews, as it is in force")
public class FlowShowCommand extends ReadCommand<Flow> {

    @Argument(index = 0, name = "type", description = "Filing type, such as FIRST", required = true)
    @Completion(value = StringsCompleter.class, values = {"FIRST", "NEW_SERVICE", "ACCESS", "CHANGE_ORGANIZER", "CHANGE_SERVICE",
        "CHANGE_BOTH", "CANCEL_ORGANIZER", "CANCEL_SERVICE", "CANCEL_ACCESS"})
    String type;

    @Reference(optional = true)
    Flows flows;

    @Override
    Flow read(Actor actor) throws CommandException {
        FilingType wanted = Arrays.stream(FilingType.values()).filter(one -> one.name().equals(type)).findFirst()
                .orElseThrow(() -> new CommandException("The filing types are " + Arrays.toString(FilingType.values()) + "."));
        return need(flows, "Flows").of(wanted);
    }

    @Override
    void print(Flow flow) {
        Table table = new Table("in state", "event", "way", "to state", "by", "due", "messages");
        flow.steps().forEach(step -> table.row(step.from().stream().map(Enum::name).collect(Collectors.joining(" ")), step.event(),
                step.condition(), step.to(), String.join(" ", step.by()), step.deadline(), String.join(" ", step.messages())
                        + (step.uploads() ? " (upload)" : "")));
        table.print(out, "No step");
        flow.stages().forEach(one -> out.println(one.stage() + ": " + Show.text(one.purpose()) + ". Without it: "
                + Show.text(one.consequence())));
        out.println("SMS code to: " + (flow.verified().isEmpty() ? "nobody" : String.join(", ", flow.verified()))
                + (flow.password() ? "; the filing password goes along" : ""));
        out.println("Messages go by: " + (flow.channels().isEmpty() ? "no channel" : String.join(", ", flow.channels())));
        Table routes = new Table("route", "from", "state");
        flow.routes().forEach(route -> routes.row(route.id(), route.from(), route.started() ? "started" : "stopped"));
        routes.print(out, "No route is deployed");
    }
}
