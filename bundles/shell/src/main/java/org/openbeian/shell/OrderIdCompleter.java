package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;

/** Completes ids of orders, the newest 200. */
@Service
public class OrderIdCompleter extends IdCompleter {

    @Reference(optional = true)
    Orders orders;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        OrderQuery query = new OrderQuery(null, null, null, false, null, 200);
        return BeianCommand.need(orders, "Orders").list(actor, query).stream().map(OrderSummary::id).toList();
    }
}
