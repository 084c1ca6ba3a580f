package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.Transactions;

/** Lists what became of the messages about an order or to an account. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "delivery-list",
        description = "Lists every try to deliver a message about an order, or the latest to an account, and how it ended; parts are what"
        + " providers count")
public class DeliveryListCommand extends ReadCommand<List<DeliveryStore.Delivery>> {

    @Reference(optional = true)
    Orders orders;

    @Reference(optional = true)
    DeliveryStore deliveries;

    @Reference(optional = true)
    Transactions transactions;

    @Argument(index = 0, name = "order", description = "Id of the order")
    @Completion(OrderIdCompleter.class)
    String id;

    @Option(name = "--account", description = "The latest tries to this account and its persons, also those about no order")
    @Completion(AccountCompleter.class)
    String account;

    @Option(name = "--limit", description = "How many tries to an account at most, 1 to 1000")
    int limit = 100;

    @Override
    List<DeliveryStore.Delivery> read(Actor actor) throws CommandException {
        if (id == null == (account == null)) {
            throw new CommandException("Name either an order or --account");
        }
        DeliveryStore store = need(deliveries, "DeliveryStore");
        if (account != null) {
            int most = Input.range("--limit", limit, 1, 1000);
            return need(transactions, "Transactions").call(() -> store.ofAccount(account, most));
        }
        need(orders, "Orders").get(actor, id);
        return need(transactions, "Transactions").call(() -> store.list(id));
    }

    @Override
    void print(List<DeliveryStore.Delivery> answer) {
        Table table = new Table("When", "Order", "Message", "Channel", "To", "Try", "Result", "Parts", "Detail");
        answer.forEach(delivery -> table.row(Show.time(delivery.at()), delivery.orderId(), delivery.message(), delivery.channel(),
                delivery.maskedAddress(), delivery.attempt(), delivery.result().status(), delivery.result().parts(),
                delivery.result().detail()));
        table.print(out, "No message was sent");
    }
}
