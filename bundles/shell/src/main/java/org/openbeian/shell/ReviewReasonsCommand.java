package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.ReasonCatalogue;
import org.openbeian.api.order.ReviewDesk;
import org.openbeian.api.security.Actor;

/** Lists the reasons for a return. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "review-reasons", description = "Lists the reasons for which an order may be returned")
public class ReviewReasonsCommand extends OrderReadCommand<ReasonCatalogue> {

    @Reference(optional = true)
    ReviewDesk desk;

    @Override
    ReasonCatalogue read(Actor actor) throws CommandException {
        return need(desk, "ReviewDesk").reasons(actor, id);
    }

    @Override
    void print(ReasonCatalogue catalogue) {
        out.println("Catalogue " + catalogue.version() + (catalogue.ruleBook() == null ? "" : ", rules " + catalogue.ruleBook()));
        Table table = new Table("Code", "Of", "What is wrong");
        catalogue.reasons().forEach(reason -> table.row(reason.code(), reason.rule() ? "rule" : "specialist",
                reason.text() == null ? "(say it yourself)" : Show.text(reason.text())));
        table.print(out, "No reason");
    }
}
