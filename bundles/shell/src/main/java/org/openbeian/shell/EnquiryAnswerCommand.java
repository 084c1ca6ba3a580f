package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.security.Actor;

/** Answers an enquiry. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "enquiry-answer", description = "Answers an enquiry in own words, by prepared answers, or both, and tells"
        + " the account")
public class EnquiryAnswerCommand extends EnquiryChangeCommand {

    @Option(name = "--text", description = "The answer in own words")
    String text;

    @Option(name = "--canned", description = "Ids of prepared answers, such as help:review-time, separated by commas")
    String canned;

    @Override
    String doing() {
        return "answer";
    }

    @Override
    Enquiry done(Actor actor) {
        return enquiries.answer(actor, id, text, canned == null ? List.of() : List.of(canned.split(",")));
    }
}
