package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;

/** A change of one lane. */
abstract class LaneChangeCommand extends ChangeCommand {

    @Reference(optional = true)
    Lanes lanes;

    @Argument(index = 0, name = "lane", description = "Name of the lane, such as authority:440000 or channel:email",
            required = true)
    @Completion(LaneCompleter.class)
    String lane;

    /** The lane as it is now, or null when it holds nothing and runs; a name that no lane can have is refused. */
    final LaneStatus now() throws CommandException {
        if (!lane.matches("[a-z]+:[a-z0-9-]+")) {
            throw new CommandException("lane: '" + lane + "' is not a name such as authority:440000 or channel:email.");
        }
        return need(lanes, "Lanes").lanes().stream().filter(one -> one.name().equals(lane)).findFirst().orElse(null);
    }
}
