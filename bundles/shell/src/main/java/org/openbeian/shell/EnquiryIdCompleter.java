package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.security.Actor;

/** Completes ids of enquiries, the newest 200. */
@Service
public class EnquiryIdCompleter extends IdCompleter {

    @Reference(optional = true)
    Enquiries enquiries;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        return BeianCommand.need(enquiries, EnquiryListCommand.SERVICE).list(actor, null, null, Enquiries.MOST).stream().map(Enquiry::id)
                .toList();
    }
}
