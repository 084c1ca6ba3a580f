package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.security.Actor;

/** Lets a paused lane go on. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "lane-resume", description = "Lets a paused lane go on")
public class LaneResumeCommand extends LaneChangeCommand {

    @Override
    String plan(Actor actor) throws CommandException {
        LaneStatus status = now();
        if (status == null || status.pausedReason() == null) {
            throw new CommandException("Lane " + lane + " is not paused; nothing was changed.");
        }
        return "Will let lane " + lane + " go on with " + status.open() + " open effect(s); it was paused: "
                + status.pausedReason();
    }

    @Override
    String change(Actor actor) {
        lanes.resume(actor, lane);
        return "Done: lane " + lane + " runs.";
    }
}
