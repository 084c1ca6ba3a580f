package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.EventFeed;
import org.openbeian.api.security.Actor;

/** The catalogue of events. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "event-types", description = "Lists the kinds of events that machines are told; --json with their"
        + " JSON Schemas")
public class EventTypesCommand extends ReadCommand<List<EventFeed.EventType>> {

    @Reference(optional = true)
    EventFeed feed;

    @Override
    List<EventFeed.EventType> read(Actor actor) throws CommandException {
        return need(feed, "EventFeed").types();
    }

    @Override
    void print(List<EventFeed.EventType> answer) {
        Table table = new Table("Event", "Meaning", "From", "To");
        answer.forEach(type -> table.row(type.type(), type.text().en() + " / " + type.text().zh(), type.from(), type.to()));
        table.print(out, "No events");
    }
}
