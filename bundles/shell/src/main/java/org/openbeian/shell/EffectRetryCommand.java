package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.security.Actor;

/** Tries an effect again. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "effect-retry", description = "Tries an effect again at once")
public class EffectRetryCommand extends EffectChangeCommand {

    @Override
    String announcement() {
        return "Will try again at once";
    }

    @Override
    String change(Actor actor) {
        lanes.retry(actor, effectId, reason.strip());
        return "Done: effect " + effectId + " is open again; its receiver recognises it by its key, should it have arrived.";
    }
}
