package org.openbeian.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.order.ReviewDesk;
import org.openbeian.api.order.ReviewItem;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.security.Actor;

/** Lists orders in pre-review. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "review-list",
        description = "Lists orders in pre-review, those due first at the top: who holds each, the next call, whether the promise is kept")
public class ReviewListCommand extends ReadCommand<List<ReviewItem>> {

    @Reference(optional = true)
    ReviewDesk desk;

    @Option(name = "--mine", description = "Only orders that you hold")
    boolean mine;

    @Option(name = "--sort", description = "due, the default, or risk")
    @Completion(value = StringsCompleter.class, values = {"due", "risk"})
    String sort = "due";

    @Option(name = "--limit", description = "How many orders at most, 1 to 200")
    int limit = 50;

    @Override
    List<ReviewItem> read(Actor actor) throws CommandException {
        if (!sort.equals("due") && !sort.equals("risk")) {
            throw new CommandException("--sort: '" + sort + "' is neither due nor risk.");
        }
        return need(desk, "ReviewDesk").queue(actor, new ReviewQuery(sort.equals("risk"), null, mine ? actor.account() : null, null,
                Input.range("--limit", limit, 1, 200)));
    }

    @Override
    void print(List<ReviewItem> answer) {
        Table table = new Table("Id", "Province", "Due", "Promise", "Risk", "Why", "Claimed by", "Round", "Calls", "Next call", "Domain",
                "Organizer");
        answer.forEach(item -> table.row(item.order().id(), item.order().provinceId(), Show.time(item.order().due()), item.promise(),
                item.risk(), item.risks().stream().map(Enum::name).collect(Collectors.joining(" ")), item.claimedBy(), item.round(),
                item.calls(), Show.time(item.nextCall()), item.order().domain(), item.order().organizerName()));
        table.print(out, "No order is in pre-review");
    }
}
