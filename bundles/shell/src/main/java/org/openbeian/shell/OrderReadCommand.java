package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.openbeian.api.order.Orders;

/** A question about one order. */
abstract class OrderReadCommand<T> extends ReadCommand<T> {

    @Reference(optional = true)
    Orders orders;

    @Argument(index = 0, name = "order", description = "Id of the order", required = true)
    @Completion(OrderIdCompleter.class)
    String id;
}
