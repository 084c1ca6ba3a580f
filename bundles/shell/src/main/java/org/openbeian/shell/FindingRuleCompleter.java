package org.openbeian.shell;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.Orders;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;

/** Completes rules of the findings that stand against the order in the first argument. */
@Service
public class FindingRuleCompleter extends IdCompleter {

    @Reference(optional = true)
    Orders orders;

    @Override
    List<String> ids(Actor actor, String order) throws CommandException {
        Orders there = BeianCommand.need(orders, "Orders");
        return Stream.concat(there.get(actor, order).review().clearances().stream().map(Clearance::ruleId),
                there.requirements(actor, order).findings().stream().map(Finding::ruleId)).distinct().sorted().toList();
    }
}
