package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.rules.Fact;
import org.openbeian.api.rules.Facts;
import org.openbeian.api.security.Actor;

/** Lists the facts that rule files may name. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "facts", description = "Lists the facts that rule files may name")
public class FactsCommand extends ReadCommand<List<Fact>> {

    @Argument(index = 0, name = "prefix", description = "Only facts whose name begins so, such as principal.")
    String prefix = "";

    @Override
    List<Fact> read(Actor actor) {
        return Facts.ALL.stream().filter(fact -> fact.name().startsWith(prefix)).toList();
    }

    @Override
    void print(List<Fact> answer) {
        Table table = new Table("Name", "Type", "Field", "Personal", "Meaning");
        answer.forEach(fact -> table.row(fact.name(), fact.type(), fact.pointer(), fact.personal() ? "yes" : "no",
                Show.text(fact.label())));
        table.print(out, "No fact has a name that begins so");
    }
}
