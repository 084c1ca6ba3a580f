package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Clearances;

/** Says something about one finding of an order. */
abstract class FindingCommand extends OrderChangeCommand {

    @Reference(optional = true)
    Clearances clearances;

    @Argument(index = 1, name = "rule", description = "Rule id of the finding", required = true)
    @Completion(FindingRuleCompleter.class)
    String rule;

    @Argument(index = 2, name = "pointer", description = "JSON pointer of the finding; leave it out for the whole order")
    String pointer = "";

    @Override
    void validate() throws CommandException {
        need(clearances, "Clearances");
    }

    /** The finding, as the middle of a sentence. */
    String finding() {
        return "finding " + rule + " at " + (pointer.isEmpty() ? "the whole order" : pointer) + " of";
    }
}
