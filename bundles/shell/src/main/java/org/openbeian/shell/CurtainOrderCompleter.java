package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.curtain.Curtains;
import org.openbeian.api.security.Actor;

/** Completes ids of orders that have a curtain under way, of the newest 200. */
@Service
public class CurtainOrderCompleter extends IdCompleter {

    @Reference(optional = true)
    Curtains curtains;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        return BeianCommand.need(curtains, CurtainListCommand.SERVICE).list(actor, null, null, Curtains.MOST).stream()
                .filter(found -> found.state().isUnderWay()).map(found -> found.orderId()).distinct().toList();
    }
}
