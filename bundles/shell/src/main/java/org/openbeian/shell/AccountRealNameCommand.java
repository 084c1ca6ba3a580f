package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.RealName;
import org.openbeian.api.account.RealNames;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.security.Actor;

/** Checks and keeps real-name data; asks for them, since what is typed in a line stays in the shell's history. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "account-real-name", description = "Asks for an account's real-name data, has them checked, and"
        + " tells what its drafts need then; accounts of others need the role OPERATOR")
public class AccountRealNameCommand extends ChangeCommand {

    @Reference(optional = true)
    RealNames realNames;

    @Reference(optional = true)
    Session session;

    @Argument(index = 0, name = "account", description = "Name of the account; your own when left out")
    @Completion(AccountCompleter.class)
    String name;

    @Override
    String plan(Actor actor) throws CommandException {
        String account = account(actor);
        return "Will " + (need(realNames, "RealNames").of(actor, account).isPresent() ? "correct" : "enter")
                + " the real-name data of the account " + account + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        String otherwise = "use PUT /api/v1/accounts/" + account(actor) + "/real-name";
        CertificateType type = Input.oneOf(CertificateType.class, "kind of document",
                Ask.value(session, "Kind of document, such as RESIDENT_ID or BUSINESS_LICENCE", null, otherwise));
        String number = Ask.value(session, "Its number", null, otherwise);
        String holder = Ask.value(session, "Name on it", null, otherwise);
        List<Requirements> drafts = realNames.keep(actor, account(actor), new RealName(type, number, holder, null));
        StringBuilder said = new StringBuilder("Done: the data are confirmed and kept; " + drafts.size() + " drafts were judged anew.");
        drafts.forEach(draft -> said.append("\n  ").append(draft.orderId()).append(draft.complete() ? ": complete" : ": not complete, "
                + draft.findings().size() + " findings"));
        return said.toString();
    }

    private String account(Actor actor) {
        return name == null ? actor.account() : name;
    }
}
