package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.security.Actor;

/** Closes an enquiry. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "enquiry-close", description = "Closes an enquiry; nobody asks on in it any more")
public class EnquiryCloseCommand extends EnquiryChangeCommand {

    @Override
    String doing() {
        return "close";
    }

    @Override
    Enquiry done(Actor actor) {
        return enquiries.close(actor, id);
    }
}
