package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.security.Actor;

/** Pauses a lane. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "lane-pause", description = "Stops a lane; its effects are kept and go on after lane-resume")
public class LanePauseCommand extends LaneChangeCommand {

    @Option(name = "--reason", description = "Why; shown by lane-list", required = true)
    String reason;

    @Override
    String plan(Actor actor) throws CommandException {
        Input.text("--reason", reason);
        LaneStatus status = now();
        return "Will pause lane " + lane + ", which holds " + (status == null ? 0 : status.open()) + " open effect(s)"
                + (status == null || status.pausedReason() == null ? "." : "; it is paused already: " + status.pausedReason());
    }

    @Override
    String change(Actor actor) {
        lanes.pause(actor, lane, reason.strip());
        return "Done: lane " + lane + " is paused; a batch that runs is finished. beian:lane-resume " + lane + " lets it go on.";
    }
}
