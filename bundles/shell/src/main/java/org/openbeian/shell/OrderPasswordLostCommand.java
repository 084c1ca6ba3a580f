package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.FilingTypes.PasswordRecovery;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Notes that the filing password of an order is lost, and tells how it is recovered (W-35). */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-password-lost",
        description = "Notes that the filing password of an order is lost and being recovered, and tells how the ministry recovers it")
public class OrderPasswordLostCommand extends OrderChangeCommand {

    @Reference(optional = true)
    FilingTypes types;

    @Override
    String verb() {
        return "note that the filing password is lost for";
    }

    @Override
    Order change(Actor actor, long version) throws CommandException {
        PasswordRecovery recovery = need(types, "FilingTypes").recoverPassword(actor, id, version);
        out.println(Show.text(recovery.guide()));
        out.println(recovery.page());
        return recovery.order();
    }
}
