package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.Transactions;

/** Lists what became of the messages about an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "delivery-list",
        description = "Lists every try to deliver a message about an order, and how it ended")
public class DeliveryListCommand extends OrderReadCommand<List<DeliveryStore.Delivery>> {

    @Reference(optional = true)
    DeliveryStore deliveries;

    @Reference(optional = true)
    Transactions transactions;

    @Override
    List<DeliveryStore.Delivery> read(Actor actor) throws CommandException {
        need(orders, "Orders").get(actor, id);
        DeliveryStore store = need(deliveries, "DeliveryStore");
        return need(transactions, "Transactions").call(() -> store.list(id));
    }

    @Override
    void print(List<DeliveryStore.Delivery> answer) {
        Table table = new Table("When", "Message", "Channel", "To", "Try", "Result", "Detail");
        answer.forEach(delivery -> table.row(Show.time(delivery.at()), delivery.message(), delivery.channel(),
                delivery.maskedAddress(), delivery.attempt(), delivery.result().status(), delivery.result().detail()));
        table.print(out, "No message was sent about this order");
    }
}
