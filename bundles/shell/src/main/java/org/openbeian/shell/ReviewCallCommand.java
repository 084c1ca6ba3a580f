package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Logs a call to the principal. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "review-call",
        description = "Logs a call to the principal: --missed, or --answered with what he said")
public class ReviewCallCommand extends OrderChangeCommand {

    @Option(name = "--answered", description = "The person answered")
    boolean answered;

    @Option(name = "--missed", description = "Nobody answered; the second missed call returns the order")
    boolean missed;

    @Option(name = "--knows", description = "Whether the person knows of the filing: yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String knows;

    @Option(name = "--last-six", description = "Whether the last six characters of the ID number matched: yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String lastSix;

    @Option(name = "--confirmed", description = "Whether the person confirmed the data read out: yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String confirmed;

    @Option(name = "--note", description = "A note; write no personal data")
    String note;

    private CallAttempt call;

    @Override
    String verb() {
        return "log " + (answered ? "an answered" : "a missed") + " call for";
    }

    @Override
    void validate() throws CommandException {
        if (answered == missed) {
            throw new CommandException("Say either --answered or --missed.");
        }
        call = new CallAttempt(null, null, answered, Input.yesNo("--knows", knows),
                Input.yesNo("--last-six", lastSix), Input.yesNo("--confirmed", confirmed), note);
    }

    @Override
    Order change(Actor actor, long version) {
        return orders.logCall(actor, id, version, call);
    }
}
