package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.security.Actor;

/** Notes that a curtain was sent. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "curtain-dispatch", description = "Notes that the requested curtain of an order was sent, and tells the"
        + " applicant; beian:curtain-address shows where it goes")
public class CurtainDispatchCommand extends CurtainChangeCommand {

    @Argument(index = 1, name = "carrier", description = "Who carries it; left out, the courier service of this installation takes it")
    String carrier;

    @Argument(index = 2, name = "tracking", description = "The carrier's number, 4 to 40 letters, digits and hyphens")
    String tracking;

    @Override
    String doing() {
        return carrier == null ? "have the courier take the parcel and tell the applicant its number"
                : "note the dispatch by " + carrier + " with number " + Show.or(tracking) + " and tell the applicant";
    }

    @Override
    Curtain done(Actor actor) {
        return curtains.dispatch(actor, id, carrier, tracking);
    }
}
