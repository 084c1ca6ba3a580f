package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;

/** Completes names of lanes that hold effects or are paused. */
@Service
public class LaneCompleter extends IdCompleter {

    @Reference(optional = true)
    Lanes lanes;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        Permissions.check(actor, "lane-list");
        return BeianCommand.need(lanes, "Lanes").lanes().stream().map(LaneStatus::name).toList();
    }
}
