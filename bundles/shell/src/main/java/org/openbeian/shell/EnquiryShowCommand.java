package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.guidance.Enquiry.Canned;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Masks;

/** Shows an enquiry. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "enquiry-show", description = "Shows what was asked and answered in an enquiry, and the prepared answers"
        + " that fit it")
public class EnquiryShowCommand extends ReadCommand<EnquiryShowCommand.Shown> {

    @Reference(optional = true)
    Enquiries enquiries;

    @Argument(index = 0, name = "enquiry", description = "Id of the enquiry", required = true)
    @Completion(EnquiryIdCompleter.class)
    String id;

    /**
     * What is shown.
     *
     * @param enquiry the enquiry
     * @param suggestions prepared answers
     */
    record Shown(Enquiry enquiry, List<Canned> suggestions) {
    }

    /** Screens are looked at by others, too: what looks like a number of a person is masked even for the asker. */
    static Enquiry masked(Enquiry found) {
        return found.masked(Masks::text);
    }

    @Override
    Shown read(Actor actor) throws CommandException {
        Enquiry found = need(enquiries, EnquiryListCommand.SERVICE).get(actor, id);
        return new Shown(masked(found), enquiries.suggestions(actor, id));
    }

    @Override
    void print(Shown answer) {
        Enquiry found = answer.enquiry();
        out.println(found.id() + " " + found.state() + " of " + found.account());
        found.entries().forEach(entry -> {
            out.println(Show.time(entry.at()) + " " + entry.author() + (entry.answer() ? " answered: " : " asked: ") + entry.text());
            entry.canned().forEach(canned -> out.println("  " + canned.id() + ": " + Show.text(canned.text())));
        });
        Table table = new Table("Prepared answer", "Version", "Source", "About");
        answer.suggestions().forEach(one -> table.row(one.id(), one.version(), one.source() == null ? null : Show.source(one.source()),
                Show.text(one.title())));
        table.print(out, "No prepared answer");
    }
}
