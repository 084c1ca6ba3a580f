package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Approves an override. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "override-approve",
        description = "Approves an override that another specialist proposed; beian:order-show tells why he did")
public class OverrideApproveCommand extends FindingCommand {

    @Override
    String verb() {
        return "approve the override of " + finding();
    }

    @Override
    Order change(Actor actor, long version) {
        return clearances.approve(actor, id, version, rule, pointer);
    }
}
