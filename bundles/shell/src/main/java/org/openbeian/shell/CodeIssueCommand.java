package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.security.Actor;

/** Issues authorization codes for a server. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "code-issue", description = "Issues authorization codes for a server")
public class CodeIssueCommand extends ChangeCommand {

    @Reference(optional = true)
    AuthorizationCodes codes;

    @Argument(index = 0, name = "kind", description = "Kind of the server, such as cvm", required = true)
    @Completion(ResourceKindCompleter.class)
    String kind;

    @Argument(index = 1, name = "id", description = "Id of the server", required = true)
    String id;

    @Option(name = "--count", description = "How many, 1 by default")
    int count = 1;

    @Option(name = "--account", description = "Account that may file on them, the server's own by default")
    String account;

    @Override
    String plan(Actor actor) throws CommandException {
        long there = need(codes, "AuthorizationCodes").ofServer(actor, new ResourceRef(kind, id)).stream()
                .filter(code -> code.revokedAt() == null).count();
        return "Will issue " + Input.range("--count", count, 1, 1000) + (count == 1 ? " code" : " codes") + " for " + kind + " " + id
                + ", which has " + there + ".";
    }

    @Override
    String change(Actor actor) {
        return "Done: issued " + String.join(", ", codes.issue(actor, new ResourceRef(kind, id), count, account).stream()
                .map(AuthorizationCodes.Code::code).toList()) + ".";
    }
}
