package org.openbeian.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.security.Actor;

/** Tells a domain to file. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "blocking-notice",
        description = "Tells an unfiled domain to file by a day; when the day is over it is blocked until it is filed")
public class BlockingNoticeCommand extends ChangeCommand {

    @Reference(optional = true)
    Blockings blockings;

    @Option(name = "--account", description = "Whose domain it is; that of the registry of domains when left out")
    @Completion(AccountCompleter.class)
    String account;

    @Option(name = "--reason", description = "Why", required = true)
    String reason;

    @Argument(index = 0, name = "domain", description = "The domain, or a host below it", required = true)
    String domain;

    @Argument(index = 1, name = "day", description = "Last day to file, such as 2027-03-31", required = true)
    String day;

    private Instant deadline;

    @Override
    String plan(Actor actor) throws CommandException {
        need(blockings, "Blockings");
        Input.text("--reason", reason);
        deadline = Input.endOfDay("day", day);
        return "Will tell " + domain + " to file by the end of " + day + ", and block it then.";
    }

    @Override
    String change(Actor actor) {
        Blockings.Blocking found = blockings.notice(actor, domain, account, deadline, reason);
        return "Done: " + found.domain() + " is " + found.state()
                + (found.account() == null ? "; nobody was told, since its account is not known." : "; " + found.account() + " was told.");
    }
}
