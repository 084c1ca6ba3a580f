package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;

/** Lists effects that gave up or failed before. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "effect-list",
        description = "Lists effects that gave up, and those that failed and wait for another try, with the cause")
public class EffectListCommand extends ReadCommand<List<EffectFailure>> {

    @Reference(optional = true)
    Lanes lanes;

    @Option(name = "--gave-up", description = "Only effects that will not be tried again by themselves")
    boolean gaveUp;

    @Option(name = "--lane", description = "Only effects of this lane")
    @Completion(LaneCompleter.class)
    String lane;

    @Option(name = "--limit", description = "How many failures to look at, 1 to 1000")
    int limit = 100;

    @Override
    List<EffectFailure> read(Actor actor) throws CommandException {
        return need(lanes, "Lanes").failures(Input.range("--limit", limit, 1, 1000)).stream()
                .filter(failure -> !gaveUp || failure.gaveUp())
                .filter(failure -> lane == null || lane.equals(failure.effect().lane())).toList();
    }

    @Override
    void print(List<EffectFailure> answer) {
        Table table = new Table("Id", "Status", "Lane", "Kind", "Order", "Tries", "Next try", "Failed", "Cause");
        answer.forEach(failure -> table.row(failure.effect().id(), failure.gaveUp() ? "gave up" : "will retry",
                failure.effect().lane(), failure.effect().kind(), failure.effect().orderId(), failure.effect().attempts(),
                failure.gaveUp() ? "" : Show.time(failure.effect().notBefore()), Show.time(failure.at()), failure.cause()));
        table.print(out, "No effect failed");
    }
}
