package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;

/** Lists orders. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-list", description = "Lists the orders that you may see, newest first")
public class OrderListCommand extends ReadCommand<List<OrderSummary>> {

    @Reference(optional = true)
    Orders orders;

    @Option(name = "--state", description = "Only orders in this state, such as PRE_REVIEW")
    @Completion(OrderStateCompleter.class)
    String state;

    @Option(name = "--province", description = "Only orders of this province, by its six-digit code")
    @Completion(ProvinceIdCompleter.class)
    String province;

    @Option(name = "--account", description = "Only orders of this applicant")
    String account;

    @Option(name = "--waiting", description = "Only orders that cannot go on for the moment")
    boolean waiting;

    @Option(name = "--proposed", description = "Only orders with a proposed override that waits for its approval")
    boolean proposed;

    @Option(name = "--after", description = "Only orders older than the one with this id: the next page")
    @Completion(OrderIdCompleter.class)
    String after;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    int limit = 50;

    @Override
    List<OrderSummary> read(Actor actor) throws CommandException {
        OrderState wanted = state == null ? null : Input.oneOf(OrderState.class, "--state", state);
        return need(orders, "Orders").list(actor,
                new OrderQuery(account, wanted, province, waiting, after, Input.range("--limit", limit, 1, 200))
                        .proposed(proposed));
    }

    @Override
    void print(List<OrderSummary> answer) {
        table(answer).print(out, "No orders");
        if (answer.size() == limit) {
            out.println("There may be more: --after " + answer.get(limit - 1).id());
        }
    }

    /** Orders as a table. */
    static Table table(List<OrderSummary> orders) {
        Table table = new Table("Id", "Type", "State", "Waiting for", "Province", "Account", "Due", "Changed", "Domain",
                "Number", "Organizer");
        orders.forEach(order -> table.row(order.id(), order.type(), order.state(), order.waiting(), order.provinceId(),
                order.account(), Show.time(order.due()), Show.time(order.updatedAt()), order.domain(), order.number(),
                order.organizerName()));
        return table;
    }
}
