package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.security.Actor;

/** A change of an enquiry. */
abstract class EnquiryChangeCommand extends ChangeCommand {

    @Reference(optional = true)
    Enquiries enquiries;

    @Argument(index = 0, name = "enquiry", description = "Id of the enquiry", required = true)
    @Completion(EnquiryIdCompleter.class)
    String id;

    /** What is going to happen, as the rest of a sentence that begins with "Will". */
    abstract String doing();

    /** Does it. */
    abstract Enquiry done(Actor actor);

    @Override
    final String plan(Actor actor) throws CommandException {
        return "Will " + doing() + " enquiry " + id + " (" + need(enquiries, EnquiryListCommand.SERVICE).get(actor, id).state() + ").";
    }

    @Override
    final String change(Actor actor) {
        return "Done: enquiry " + id + " is " + done(actor).state() + ".";
    }
}
