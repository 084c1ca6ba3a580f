package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.security.Actor;

/** Lists the authorization codes of a server. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "code-list", description = "Lists the authorization codes of a server")
public class CodeListCommand extends ReadCommand<List<AuthorizationCodes.Code>> {

    @Reference(optional = true)
    AuthorizationCodes codes;

    @Argument(index = 0, name = "kind", description = "Kind of the server, such as cvm", required = true)
    @Completion(ResourceKindCompleter.class)
    String kind;

    @Argument(index = 1, name = "id", description = "Id of the server", required = true)
    String id;

    @Override
    List<AuthorizationCodes.Code> read(Actor actor) throws CommandException {
        return need(codes, "AuthorizationCodes").ofServer(actor, new ResourceRef(kind, id));
    }

    @Override
    void print(List<AuthorizationCodes.Code> answer) {
        Table table = new Table("Code", "State", "Account", "Issued by", "Issued", "Order");
        answer.forEach(one -> table.row(one.code(), one.state(), one.account(), one.issuedBy(), Show.time(one.issuedAt()),
                one.orderId()));
        table.print(out, "No codes");
    }
}
