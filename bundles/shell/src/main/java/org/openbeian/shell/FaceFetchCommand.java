package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.FaceChecks;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Fetches the results of the face verifications of an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "face-fetch", description = "Fetches the results of the face verifications of an order")
public class FaceFetchCommand extends OrderChangeCommand {

    @Reference(optional = true)
    FaceChecks faces;

    @Override
    String verb() {
        return "fetch the face verifications of";
    }

    @Override
    Order change(Actor actor, long version) throws CommandException {
        return need(faces, "FaceChecks").fetch(actor, id, version);
    }
}
