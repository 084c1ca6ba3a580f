package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.FaceChecks;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Opens a face verification of a person in charge. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "face-open", description = "Opens a face verification of a person in charge; order-show tells the link")
public class FaceOpenCommand extends OrderChangeCommand {

    @Argument(index = 1, name = "person", description = "JSON pointer to the person, such as /services/0/principal", required = true)
    String person;

    @Reference(optional = true)
    FaceChecks faces;

    @Override
    String verb() {
        return "open a face verification for";
    }

    @Override
    Order change(Actor actor, long version) throws CommandException {
        return need(faces, "FaceChecks").open(actor, id, version, person);
    }
}
