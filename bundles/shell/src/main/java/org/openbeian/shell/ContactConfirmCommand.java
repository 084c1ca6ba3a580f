package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.account.ContactCodes;
import org.openbeian.api.security.Actor;

/** Binds the address to which the last code was sent. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "contact-confirm",
        description = "Binds the phone number or e-mail address to which your last code was sent to your account")
public class ContactConfirmCommand extends ChangeCommand {

    @Reference(optional = true)
    ContactCodes codes;

    @Argument(index = 0, name = "kind", description = "phone or email", required = true)
    @Completion(value = StringsCompleter.class, values = {"phone", "email"})
    String kind;

    @Argument(index = 1, name = "code", description = "The six digits that arrived", required = true)
    String code;

    @Override
    String plan(Actor actor) throws CommandException {
        need(codes, "ContactCodes");
        return "Will bind the " + Show.contact(Input.contact(kind)) + " to the account " + actor.account() + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        codes.confirm(actor, Input.contact(kind), code);
        return "Done: it belongs to the account " + actor.account() + " and logs in from now on.";
    }
}
