package org.openbeian.shell;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;

/** Lists orders in pre-review. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "review-list", description = "Lists orders in pre-review, and who holds each")
public class ReviewListCommand extends ReadCommand<List<ReviewListCommand.Line>> {

    @Reference(optional = true)
    Orders orders;

    @Option(name = "--mine", description = "Only orders that you hold")
    boolean mine;

    @Option(name = "--limit", description = "How many orders to look at, 1 to 100")
    int limit = 50;

    /**
     * An order in pre-review.
     *
     * @param id its id
     * @param provinceId province
     * @param submittedAt when it was handed in
     * @param due when the pre-review ought to be over, or null
     * @param claimedBy who holds it, or null
     * @param calls how often the principal was called in this round
     * @param callFrom begin of the earliest window picked for the call, or null
     * @param domain main domain
     * @param organizerName name of the organizer, masked when it is a person
     */
    record Line(String id, String provinceId, Instant submittedAt, Instant due, String claimedBy, int calls, Instant callFrom,
            String domain, String organizerName) {
    }

    @Override
    List<Line> read(Actor actor) throws CommandException {
        OrderQuery query = new OrderQuery(null, OrderState.PRE_REVIEW, null, false, null, Input.range("--limit", limit, 1, 100));
        return need(orders, "Orders").list(actor, query).stream().map(summary -> line(actor, summary))
                .filter(line -> !mine || actor.account().equals(line.claimedBy())).toList();
    }

    private Line line(Actor actor, OrderSummary summary) {
        Order order = orders.get(actor, summary.id());
        return new Line(summary.id(), summary.provinceId(), order.review().submittedAt(), summary.due(),
                order.review().claimedBy(), order.review().calls().size(), summary.callFrom(), summary.domain(), summary.organizerName());
    }

    @Override
    void print(List<Line> answer) {
        Table table = new Table("Id", "Province", "Submitted", "Due", "Claimed by", "Calls", "Call from", "Domain", "Organizer");
        answer.forEach(line -> table.row(line.id(), line.provinceId(), Show.time(line.submittedAt()), Show.time(line.due()),
                line.claimedBy(), line.calls(), Show.time(line.callFrom()), line.domain(), line.organizerName()));
        table.print(out, "No order is in pre-review");
    }
}
