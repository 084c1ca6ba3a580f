package org.openbeian.shell;

import java.util.List;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.security.Actor;

/** Shows what happened to an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-history", description = "Shows what happened to an order: when, who, what and why")
public class OrderHistoryCommand extends OrderReadCommand<List<HistoryEntry>> {

    @Option(name = "--after", description = "Only entries after the one with this number")
    int after;

    @Override
    List<HistoryEntry> read(Actor actor) throws CommandException {
        return need(orders, "Orders").history(actor, id, Input.range("--after", after, 0, Integer.MAX_VALUE));
    }

    @Override
    void print(List<HistoryEntry> answer) {
        Table table = new Table("No", "When", "Actor", "Event", "From", "To", "Hash", "Reason", "Details");
        answer.forEach(entry -> table.row(entry.no(), Show.time(entry.at()), entry.actor(), entry.event(), entry.from(),
                entry.to(), entry.hash().substring(0, Math.min(8, entry.hash().length())), entry.reason(),
                entry.details().isEmpty() ? "" : new TreeMap<>(entry.details())));
        table.print(out, "No entries");
        for (int i = 1; i < answer.size(); i++) {
            if (!answer.get(i).previousHash().equals(answer.get(i - 1).hash())) {
                out.println("The chain is broken at entry " + answer.get(i).no() + ": its previous hash is not that of entry "
                        + answer.get(i - 1).no() + ".");
            }
        }
    }
}
