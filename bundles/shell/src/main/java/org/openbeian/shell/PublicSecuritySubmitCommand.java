package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.security.Actor;

/** Submits a public-security filing by the gateway. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "public-security-submit", description = "Submits the subject or the website of a public-security filing"
        + " by the gateway")
public class PublicSecuritySubmitCommand extends ChangeCommand {

    @Reference(optional = true)
    PublicSecurityFilings filings;

    @Argument(index = 0, name = "case", description = "Id of the case", required = true)
    @Completion(PublicSecurityIdCompleter.class)
    String id;

    @Argument(index = 1, name = "part", description = "ORGANIZER or SITE", required = true)
    @Completion(value = StringsCompleter.class, values = {"ORGANIZER", "SITE"})
    String part;

    @Option(name = "--statement", description = "Version of the security plan consented to, for the website")
    String statement;

    @Override
    String plan(Actor actor) throws CommandException {
        PublicSecurityCase found = need(filings, PublicSecurityListCommand.SERVICE).get(actor, id);
        return "Will submit the " + Input.oneOf(Part.class, "part", part) + " of case " + id + " (" + found.state() + ") by the gateway.";
    }

    @Override
    String change(Actor actor) throws CommandException {
        PublicSecurityCase next = filings.submit(actor, id, Input.oneOf(Part.class, "part", part), statement);
        return "Done: submission " + next.handovers().get(next.handovers().size() - 1).key()
                + " is on its way; beian:public-security-show " + id + " tells how far it is.";
    }
}
