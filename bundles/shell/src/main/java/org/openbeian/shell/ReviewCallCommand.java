package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.CallTask;
import org.openbeian.api.order.CheckedItem;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.ReviewDesk;
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

    @Option(name = "--confirmed", description = "yes when the person confirmed every item of beian:call-task; otherwise name those with"
            + " --mismatch")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String confirmed;

    @Option(name = "--mismatch", multiValued = true, description = "An item of beian:call-task that the person did not confirm; may be"
            + " given several times")
    List<String> mismatches = List.of();

    @Option(name = "--told", description = "Whether the person was told what is wrong: yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String told;

    @Option(name = "--understood", description = "Whether the person understood it: yes or no")
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String understood;

    @Option(name = "--note", description = "A note; write no personal data")
    String note;

    @Reference(optional = true)
    ReviewDesk desk;

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
                Input.yesNo("--last-six", lastSix), mismatches.isEmpty() ? Input.yesNo("--confirmed", confirmed) : null, note, List.of(),
                Input.yesNo("--told", told), Input.yesNo("--understood", understood));
    }

    /** The items of the order's checklist, those that were named as not confirmed. */
    private List<CheckedItem> items(Actor actor) throws CommandException {
        if (mismatches.isEmpty()) {
            return List.of();
        }
        List<String> known = need(desk, "ReviewDesk").callTask(actor, id).items().stream().map(CallTask.CallItem::pointer).toList();
        for (String wrong : mismatches) {
            if (!known.contains(wrong)) {
                throw new CommandException("--mismatch: the checklist has no item '" + wrong + "'; beian:call-task lists them.");
            }
        }
        return known.stream().map(pointer -> new CheckedItem(pointer, !mismatches.contains(pointer))).toList();
    }

    @Override
    Order change(Actor actor, long version) throws CommandException {
        return orders.logCall(actor, id, version, new CallAttempt(null, null, call.answered(), call.knowsOfFiling(),
                call.lastSixMatch(), call.dataConfirmed(), call.note(), items(actor), call.told(), call.understood()));
    }
}
