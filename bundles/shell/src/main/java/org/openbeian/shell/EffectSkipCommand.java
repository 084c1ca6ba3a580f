package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.security.Actor;

/** Gives an effect up for good. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "effect-skip", description = "Gives an effect up for good, as if it were done")
public class EffectSkipCommand extends EffectChangeCommand {

    @Override
    String announcement() {
        return "Will give up for good, as if it were done";
    }

    @Override
    String change(Actor actor) {
        lanes.skip(actor, effectId, reason.strip());
        return "Done: effect " + effectId + " is given up.";
    }
}
