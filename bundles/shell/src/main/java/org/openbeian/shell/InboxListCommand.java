package org.openbeian.shell;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.channel.InboxMessage;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.InboxStore;
import org.openbeian.api.store.Transactions;

/** Lists the messages in an account's box; their texts are personal data and are left out. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "inbox-list",
        description = "Lists the messages in a message box, your own by default; the texts are left out")
public class InboxListCommand extends ReadCommand<List<InboxListCommand.Line>> {

    @Reference(optional = true)
    InboxStore inbox;

    @Reference(optional = true)
    Transactions transactions;

    @Argument(index = 0, name = "account", description = "Name of the account; only staff may name another")
    String account;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    int limit = 50;

    /**
     * A message without its text.
     *
     * @param id its number
     * @param orderId order it is about
     * @param message its id in the catalogue
     * @param createdAt when the event happened
     * @param read whether its owner has read it
     */
    record Line(long id, String orderId, String message, Instant createdAt, boolean read) {
    }

    @Override
    List<Line> read(Actor actor) throws CommandException {
        String owner = Input.ownOrStaff(actor, account);
        int most = Input.range("--limit", limit, 1, 200);
        InboxStore box = need(inbox, "InboxStore");
        List<InboxMessage> messages = need(transactions, "Transactions").call(() -> box.list(owner, 0, most));
        return messages.stream().map(message -> new Line(message.id(), message.orderId(), message.message(),
                message.createdAt(), message.read())).toList();
    }

    @Override
    void print(List<Line> answer) {
        Table table = new Table("Id", "When", "Order", "Message", "Read");
        answer.forEach(line -> table.row(line.id(), Show.time(line.createdAt()), line.orderId(), line.message(),
                line.read() ? "yes" : "no"));
        table.print(out, "No messages");
    }
}
