package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.UploadLinks;
import org.openbeian.api.order.UploadLinks.UploadLink;
import org.openbeian.api.security.Actor;

/** Makes a link by which a phone uploads one material. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "upload-link", description = "Makes a link that takes one picture of one material of an order from a"
        + " phone, once and without a log-in")
public class UploadLinkCommand extends ChangeCommand {

    private static final String UPLOADS = "/api/v1/uploads/";

    @Reference(optional = true)
    Orders orders;

    @Reference(optional = true)
    UploadLinks links;

    @Argument(index = 0, name = "order", description = "Id of the order", required = true)
    @Completion(OrderIdCompleter.class)
    String id;

    @Argument(index = 1, name = "type", description = "Material type, such as unit-certificate", required = true)
    String type;

    @Argument(index = 2, name = "subject", description = "JSON pointer to what it proves, such as /organizer", required = true)
    String subject;

    @Override
    String plan(Actor actor) throws CommandException {
        need(links, "UploadLinks");
        Order order = need(orders, "Orders").get(actor, id);
        return "Will make a link that uploads " + type + " of " + subject + " to order " + order.id() + " (" + Show.state(order.state())
                + ").";
    }

    @Override
    String change(Actor actor) {
        UploadLink link = links.open(actor, id, type, subject);
        return "Done: until " + Show.time(link.until()) + " whoever has this link uploads that picture, once:\n"
                + (link.server() == null ? "" : link.server()) + UPLOADS + link.token()
                + (link.server() == null ? "\n(behind the address of this server for people, which is not configured)" : "");
    }
}
