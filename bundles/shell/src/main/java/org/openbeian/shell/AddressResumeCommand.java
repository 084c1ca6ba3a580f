package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.security.Actor;

/** Notes that a bill was paid. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "address-resume", description = "Notes that the bill of a suspended public address was paid")
public class AddressResumeCommand extends ChangeCommand {

    @Reference(optional = true)
    PublicAddresses addresses;

    @Argument(index = 0, name = "address", description = "The public address", required = true)
    String address;

    @Override
    String plan(Actor actor) throws CommandException {
        need(addresses, "PublicAddresses");
        return "Will end the suspension of " + address + ".";
    }

    @Override
    String change(Actor actor) {
        return "Done: " + addresses.resume(actor, address).ip() + " is paid and stays.";
    }
}
