package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.security.Actor;

/** Grants an unused authorization code to another account. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "code-grant", description = "Grants an unused authorization code to another account")
public class CodeGrantCommand extends ChangeCommand {

    @Reference(optional = true)
    AuthorizationCodes codes;

    @Argument(index = 0, name = "code", description = "The code", required = true)
    String code;

    @Argument(index = 1, name = "account", description = "Account that may file on it", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Override
    String plan(Actor actor) throws CommandException {
        AuthorizationCodes.Code now = need(codes, "AuthorizationCodes").find(actor, code);
        return "Will grant code " + now.code() + " of " + now.server() + ", which is " + now.state() + ", to account " + account + ".";
    }

    @Override
    String change(Actor actor) {
        return "Done: account " + codes.grant(actor, code, account).account() + " may file on it.";
    }
}
