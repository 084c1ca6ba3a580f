package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.LegalBasis;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;

/** Lists the laws that the rules in force rest on (W-01). */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "law-list",
        description = "Lists the laws that the rules in force rest on, with the version of the rule file that holds each")
public class LawListCommand extends ReadCommand<List<LegalBasis>> {

    @Reference(optional = true)
    RuleBooks ruleBooks;

    @Override
    List<LegalBasis> read(Actor actor) throws CommandException {
        return need(ruleBooks, "RuleBooks").current().legalBases();
    }

    @Override
    void print(List<LegalBasis> answer) {
        Table table = new Table("Id", "Title", "Number", "Issuer", "In force", "Version");
        answer.forEach(law -> table.row(law.id(), law.title(), law.number(), law.issuer(), law.date(), law.version()));
        table.print(out, "The rules in force name no law");
    }
}
