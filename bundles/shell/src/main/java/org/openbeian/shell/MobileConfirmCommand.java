package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.MobileChecks;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Takes the code that arrived at the mobile of a person in charge (T-30). */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "mobile-confirm",
        description = "Verifies the mobile of a person in charge by the code that beian:mobile-code sent there")
public class MobileConfirmCommand extends OrderChangeCommand {

    @Argument(index = 1, name = "person", description = "JSON pointer to the person, such as /organizer/principal", required = true)
    String person;

    @Argument(index = 2, name = "code", description = "The six digits that arrived", required = true)
    String code;

    @Reference(optional = true)
    MobileChecks mobiles;

    @Override
    String verb() {
        return "verify the mobile of " + person + " of";
    }

    @Override
    Order change(Actor actor, long version) throws CommandException {
        return need(mobiles, "MobileChecks").confirm(actor, id, version, person, code);
    }
}
