package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.security.Actor;

/** Shows an authorization code and what it stands for. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "code-show", description = "Shows an authorization code and what it stands for")
public class CodeShowCommand extends ReadCommand<AuthorizationCodes.Code> {

    @Reference(optional = true)
    AuthorizationCodes codes;

    @Argument(index = 0, name = "code", description = "The code", required = true)
    String code;

    @Override
    AuthorizationCodes.Code read(Actor actor) throws CommandException {
        return need(codes, "AuthorizationCodes").find(actor, code);
    }

    @Override
    void print(AuthorizationCodes.Code answer) {
        Json.lines(answer).forEach(line -> out.println(line.substring(1)));
    }
}
