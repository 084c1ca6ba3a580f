package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;

/** Completes ids of effects that gave up or wait for another try. */
@Service
public class EffectIdCompleter extends IdCompleter {

    @Reference(optional = true)
    Lanes lanes;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        Permissions.check(actor, "effect-list");
        return BeianCommand.need(lanes, "Lanes").failures(200).stream()
                .map(failure -> Long.toString(failure.effect().id())).toList();
    }
}
