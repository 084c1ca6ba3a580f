package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Letter;
import org.openbeian.api.order.Letters;
import org.openbeian.api.security.Actor;

/** Lists the letters of an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "letter-list",
        description = "Lists the letters that an order asks to be signed: version in force, printed and signed")
public class LetterListCommand extends OrderReadCommand<List<Letter>> {

    @Reference(optional = true)
    Letters letters;

    @Override
    List<Letter> read(Actor actor) throws CommandException {
        return need(letters, "Letters").of(actor, id);
    }

    @Override
    void print(List<Letter> answer) {
        Table table = new Table("Type", "Where", "Form", "Version", "Kind", "Printed", "When", "Signed", "Name");
        answer.forEach(letter -> table.row(letter.type(), letter.subject(), letter.slot(), letter.version(), letter.kind(),
                letter.printedVersion(), Show.time(letter.printedAt()),
                letter.outdated() ? letter.signedVersion() + " (outdated)" : letter.signedVersion(), Show.text(letter.name())));
        table.print(out, "The order asks for no letter");
    }
}
