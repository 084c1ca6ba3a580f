package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.security.Actor;

/** Notes that a curtain arrived. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "curtain-receive", description = "Notes that the curtain of an order arrived; it need not be sent back")
public class CurtainReceiveCommand extends CurtainChangeCommand {

    @Override
    String doing() {
        return "note that the curtain of order " + id + " arrived";
    }

    @Override
    Curtain done(Actor actor) {
        return curtains.receive(actor, id);
    }
}
