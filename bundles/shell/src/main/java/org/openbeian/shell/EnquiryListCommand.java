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
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.security.Actor;

/** Lists enquiries. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "enquiry-list", description = "Lists the enquiries that you see, newest first, at most 200")
public class EnquiryListCommand extends ReadCommand<List<Enquiry>> {

    static final String SERVICE = "Enquiries (feature openbeian-guidance)";

    @Reference(optional = true)
    Enquiries enquiries;

    @Option(name = "--state", description = "Only those in this state, such as OPEN")
    @Completion(value = StringsCompleter.class, values = {"OPEN", "ANSWERED", "CLOSED"})
    String state;

    @Override
    List<Enquiry> read(Actor actor) throws CommandException {
        return need(enquiries, SERVICE).list(actor, state == null ? null : Input.oneOf(Enquiry.State.class, "--state", state), null,
                Enquiries.MOST).stream().map(EnquiryShowCommand::masked).toList();
    }

    @Override
    void print(List<Enquiry> answer) {
        Table table = new Table("Enquiry", "State", "Asked", "Answered", "Account", "Topic", "Order", "Field", "Rule");
        answer.forEach(found -> table.row(found.id(), found.state(), Show.time(found.askedAt()), Show.time(found.answeredAt()),
                found.account(), found.about().topic(), found.about().orderId(), found.about().pointer(), found.about().rule()));
        table.print(out, "No enquiry");
    }
}
