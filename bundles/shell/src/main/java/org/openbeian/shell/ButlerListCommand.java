package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.butler.Butlers;
import org.openbeian.api.security.Actor;

/** Lists cases of butlers. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "butler-list", description = "Lists the cases of butlers that you see, newest first")
public class ButlerListCommand extends ReadCommand<List<ButlerCase>> {

    @Reference(optional = true)
    Butlers butlers;

    @Override
    List<ButlerCase> read(Actor actor) throws CommandException {
        return need(butlers, "Butlers (feature openbeian-butler)").list(actor);
    }

    @Override
    void print(List<ButlerCase> answer) {
        Table table = new Table("Case", "State", "Order", "Account", "Butler", "CNY", "Since");
        answer.forEach(found -> table.row(found.id(), found.state(), found.orderId(), found.account(), found.butler(),
                found.price().toPlainString(), Show.time(found.createdAt())));
        table.print(out, "No case");
    }
}
