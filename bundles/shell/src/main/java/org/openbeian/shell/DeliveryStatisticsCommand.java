package org.openbeian.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.DeliveryStore.Count;
import org.openbeian.api.store.Transactions;

/** Shows how channels did. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "delivery-statistics",
        description = "Counts the tries to deliver messages by channel and how they ended; parts are what providers count")
public class DeliveryStatisticsCommand extends ReadCommand<List<Count>> {

    @Reference(optional = true)
    DeliveryStore deliveries;

    @Reference(optional = true)
    Transactions transactions;

    @Reference(optional = true)
    Clock clock;

    @Option(name = "--hours", description = "How far back, 1 to 8760")
    int hours = 24;

    @Override
    List<Count> read(Actor actor) throws CommandException {
        Instant since = need(clock, "Clock").instant().minus(Duration.ofHours(Input.range("--hours", hours, 1, 8760)));
        DeliveryStore store = need(deliveries, "DeliveryStore");
        return need(transactions, "Transactions").call(() -> store.count(since));
    }

    @Override
    void print(List<Count> answer) {
        Table table = new Table("Channel", "Result", "Tries", "Parts");
        answer.forEach(count -> table.row(count.channel(), count.status(), count.tries(), count.parts()));
        table.print(out, "Nothing was sent");
    }
}
