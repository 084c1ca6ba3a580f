package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.EventFeed;
import org.openbeian.api.security.Actor;

/** The events that machines are told. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "event-list", description = "Lists the changes of all orders that you may see, oldest first, as"
        + " machines are told them")
public class EventListCommand extends ReadCommand<EventFeed.EventPage> {

    @Reference(optional = true)
    EventFeed feed;

    @Option(name = "--after", description = "Only what happened behind this cursor")
    String after;

    @Option(name = "--limit", description = "How many at most, 1 to 500")
    int limit = 50;

    @Override
    EventFeed.EventPage read(Actor actor) throws CommandException {
        return need(feed, "EventFeed").read(actor, after, Input.range("--limit", limit, 1, EventFeed.MOST));
    }

    @Override
    void print(EventFeed.EventPage answer) {
        Table table = new Table("When", "Event", "Order", "No", "Account", "Actor", "From", "To", "Reason");
        answer.items().forEach(item -> table.row(Show.time(item.event().at()), item.event().type(), item.event().order(),
                item.event().no(), item.event().account(), item.event().actor(), item.event().from(), item.event().to(),
                item.event().reason()));
        table.print(out, "Nothing has happened");
        out.println("Go on with --after " + answer.next());
    }
}
