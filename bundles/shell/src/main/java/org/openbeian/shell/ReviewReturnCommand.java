package org.openbeian.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.security.Actor;

/** Returns an order to its applicant. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "review-return",
        description = "Returns an order to its applicant; only the fields named by the reasons may then be changed")
public class ReviewReturnCommand extends OrderChangeCommand {

    @Option(name = "--reason", required = true, multiValued = true, valueToShowInHelp = "CODE|POINTER[|ZH|EN[|MEND-ZH|MEND-EN]]",
            description = "A reason: a code of beian:review-reasons, JSON pointer of the field, what is wrong in Chinese and English and "
                    + "how to repair it where the catalogue's text does not do. May be given several times; quote each")
    List<String> reasons;

    private final List<ReturnReason> parsed = new ArrayList<>();

    @Override
    String verb() {
        return "return, with " + reasons.size() + " reason(s), to its applicant";
    }

    @Override
    void validate() throws CommandException {
        for (String reason : reasons) {
            parsed.add(parse(reason));
        }
    }

    @Override
    Order change(Actor actor, long version) {
        return orders.giveBack(actor, id, version, parsed);
    }

    private static ReturnReason parse(String reason) throws CommandException {
        String[] parts = reason.split("\\|", -1);
        if (parts.length != 2 && parts.length != 4 && parts.length != 6) {
            throw new CommandException("--reason: '" + reason + "' has " + parts.length
                    + " parts; CODE|POINTER, CODE|POINTER|ZH|EN or CODE|POINTER|ZH|EN|MEND-ZH|MEND-EN is needed.");
        }
        String pointer = parts[1].strip();
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new CommandException("--reason: '" + pointer
                    + "' is not a JSON pointer; it begins with a slash, or is empty for the whole order.");
        }
        LocalizedText text = parts.length == 2 ? null : new LocalizedText(Input.text("--reason, Chinese text", parts[2]),
                Input.text("--reason, English text", parts[3]));
        LocalizedText mend = parts.length < 6 ? null : new LocalizedText(parts[4].strip(), parts[5].strip());
        return new ReturnReason(Input.text("--reason, code", parts[0]), pointer, text, mend);
    }
}
