package org.openbeian.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.security.Actor;

/** Shows the texts of an enquiry in clear. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "enquiry-reveal", description = "Shows the texts of an enquiry in clear; who asked and why is kept in the"
        + " audit")
public class EnquiryRevealCommand extends ReadCommand<Map<String, String>> {

    @Reference(optional = true)
    Enquiries enquiries;

    @Argument(index = 0, name = "enquiry", description = "Id of the enquiry", required = true)
    @Completion(EnquiryIdCompleter.class)
    String id;

    @Option(name = "--reason", description = "Why you need it, in at least four characters", required = true)
    String reason;

    @Override
    Map<String, String> read(Actor actor) throws CommandException {
        return need(enquiries, EnquiryListCommand.SERVICE).reveal(actor, id, Input.text("--reason", reason));
    }

    @Override
    void print(Map<String, String> answer) {
        answer.forEach((pointer, value) -> out.println(pointer + " = " + value));
    }
}
