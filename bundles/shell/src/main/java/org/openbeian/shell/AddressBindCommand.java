package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.security.Actor;

/** Enters the filing number of an address. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "address-bind",
        description = "Enters the filing number for a public address; an administrator approves it")
public class AddressBindCommand extends ChangeCommand {

    @Reference(optional = true)
    PublicAddresses addresses;

    @Argument(index = 0, name = "address", description = "The public address", required = true)
    String address;

    @Argument(index = 1, name = "number", description = "Number of a service that is filed here", required = true)
    String number;

    @Override
    String plan(Actor actor) throws CommandException {
        need(addresses, "PublicAddresses");
        return "Will enter " + number + " for " + address + ".";
    }

    @Override
    String change(Actor actor) {
        Address bound = addresses.bind(actor, address, number);
        return "Done: " + bound.ip() + " has " + bound.number() + ", which waits for an administrator's approval.";
    }
}
