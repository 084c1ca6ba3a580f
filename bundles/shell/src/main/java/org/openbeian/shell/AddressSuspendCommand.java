package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.security.Actor;

/** Notes an unpaid bill. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "address-suspend",
        description = "Notes that the bill of a public address is not paid: it is released at once, or kept some days for its filing")
public class AddressSuspendCommand extends ChangeCommand {

    @Reference(optional = true)
    PublicAddresses addresses;

    @Argument(index = 0, name = "address", description = "The public address", required = true)
    String address;

    @Override
    String plan(Actor actor) throws CommandException {
        need(addresses, "PublicAddresses");
        return "Will suspend " + address + " for arrears.";
    }

    @Override
    String change(Actor actor) {
        return "Done: " + address + " goes back to the pool " + Show.time(addresses.suspend(actor, address).releaseAt()) + ".";
    }
}
