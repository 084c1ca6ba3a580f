package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.security.Actor;

/** Approves the filing number of an address, or not. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "address-decide",
        description = "Approves the filing number of a public address, or not; its ports open with it")
public class AddressDecideCommand extends ChangeCommand {

    @Reference(optional = true)
    PublicAddresses addresses;

    @Option(name = "--reason", description = "Why it is not approved; its owner is told")
    String reason;

    @Argument(index = 0, name = "address", description = "The public address", required = true)
    String address;

    @Argument(index = 1, name = "approved", description = "yes or no", required = true)
    String approved;

    private boolean yes;

    @Override
    String plan(Actor actor) throws CommandException {
        need(addresses, "PublicAddresses");
        yes = Input.yesNo("approved", approved);
        if (!yes) {
            Input.text("--reason", reason);
        }
        return "Will " + (yes ? "approve" : "reject") + " the filing number of " + address + ".";
    }

    @Override
    String change(Actor actor) {
        return "Done: the number of " + address + " is " + addresses.decide(actor, address, yes, reason).state() + ".";
    }
}
