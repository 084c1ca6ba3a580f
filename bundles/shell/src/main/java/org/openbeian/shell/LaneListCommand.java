package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;

/** Lists lanes. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "lane-list", description = "Lists lanes that hold effects or are paused")
public class LaneListCommand extends ReadCommand<List<LaneStatus>> {

    @Reference(optional = true)
    Lanes lanes;

    @Override
    List<LaneStatus> read(Actor actor) throws CommandException {
        return need(lanes, "Lanes").lanes();
    }

    @Override
    void print(List<LaneStatus> answer) {
        Table table = new Table("Lane", "Status", "Open", "Gave up", "Oldest open", "Paused because");
        answer.forEach(lane -> table.row(lane.name(), lane.pausedReason() == null ? "running" : "paused", lane.open(),
                lane.gaveUp(), Show.time(lane.oldest()), lane.pausedReason()));
        table.print(out, "No lane holds effects or is paused");
    }
}
