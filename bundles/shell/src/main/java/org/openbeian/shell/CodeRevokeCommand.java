package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.security.Actor;

/** Revokes an authorization code. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "code-revoke", description = "Revokes an authorization code")
public class CodeRevokeCommand extends ChangeCommand {

    @Reference(optional = true)
    AuthorizationCodes codes;

    @Argument(index = 0, name = "code", description = "The code", required = true)
    String code;

    @Option(name = "--reason", description = "Why, for the audit", required = true)
    String reason;

    @Override
    String plan(Actor actor) throws CommandException {
        AuthorizationCodes.Code now = need(codes, "AuthorizationCodes").find(actor, code);
        return "Will revoke code " + now.code() + " of " + now.server() + ", which is " + now.state() + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        return "Done: the code is " + codes.revoke(actor, code, Input.text("--reason", reason)).state() + ".";
    }
}
