package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.account.ContactCodes;
import org.openbeian.api.account.ContactCodes.Sent;
import org.openbeian.api.security.Actor;

/** Sends a code to an address that shall belong to the caller's account. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "contact-code", description = "Asks for a phone number or e-mail address that shall belong to your"
        + " account, and sends a code there; bind it with beian:contact-confirm")
public class ContactCodeCommand extends ChangeCommand {

    @Reference(optional = true)
    ContactCodes codes;

    @Reference(optional = true)
    Session session;

    @Argument(index = 0, name = "kind", description = "phone or email", required = true)
    @Completion(value = StringsCompleter.class, values = {"phone", "email"})
    String kind;

    @Override
    String plan(Actor actor) throws CommandException {
        need(codes, "ContactCodes");
        return "Will send a code to the " + Show.contact(Input.contact(kind)) + " that you enter, for the account " + actor.account()
                + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        String address = Ask.value(session, "Address", null, "use PUT /api/v1/me/contacts/" + kind);
        Sent sent = codes.send(actor, Input.contact(kind), address);
        return "Done: a code is on its way to " + sent.address() + ", good until " + Show.time(sent.expiresAt()) + " and "
                + sent.tries() + " wrong tries.";
    }
}
