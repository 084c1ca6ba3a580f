package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.security.Actor;

/** Gives a curtain up. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "curtain-cancel", description = "Gives the curtain of an order up, which is possible until it was sent")
public class CurtainCancelCommand extends CurtainChangeCommand {

    @Override
    String doing() {
        return "cancel the curtain of order " + id;
    }

    @Override
    Curtain done(Actor actor) {
        return curtains.cancel(actor, id);
    }
}
