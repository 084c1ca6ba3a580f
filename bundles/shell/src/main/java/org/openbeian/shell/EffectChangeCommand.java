package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;

/** A change of one effect that gave up or failed before. */
abstract class EffectChangeCommand extends ChangeCommand {

    private static final int ALL = 1000;

    @Reference(optional = true)
    Lanes lanes;

    @Argument(index = 0, name = "effect", description = "Id of the effect", required = true)
    @Completion(EffectIdCompleter.class)
    String id;

    @Option(name = "--reason", description = "Why; kept with the effect", required = true)
    String reason;

    long effectId;

    /** What will be done, as the beginning of a sentence. */
    abstract String announcement();

    @Override
    final String plan(Actor actor) throws CommandException {
        effectId = Input.number("effect", id);
        Input.text("--reason", reason);
        EffectFailure failure = need(lanes, "Lanes").failures(ALL).stream().filter(one -> one.effect().id() == effectId)
                .findFirst().orElseThrow(() -> new CommandException("No effect " + id
                        + " gave up or failed; beian:effect-list shows those that did."));
        Effect effect = failure.effect();
        return announcement() + ": effect " + id + " (" + effect.kind() + " of order " + effect.orderId() + " in lane "
                + effect.lane() + ", " + effect.attempts() + " tries, " + failure.cause() + ").";
    }
}
