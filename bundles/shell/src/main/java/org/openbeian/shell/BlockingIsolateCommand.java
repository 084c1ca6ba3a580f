package org.openbeian.shell;

import java.util.List;
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

/** Isolates a domain. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "blocking-isolate", description = "Isolates a domain that was found open while unfiled, at once")
public class BlockingIsolateCommand extends ChangeCommand {

    @Reference(optional = true)
    Blockings blockings;

    @Option(name = "--account", description = "Whose domain it is; that of the registry of domains when left out")
    @Completion(AccountCompleter.class)
    String account;

    @Option(name = "--ip", description = "An address that the carrier is to block; may be given several times", multiValued = true)
    List<String> ips = List.of();

    @Option(name = "--case", description = "The open case about the domain that causes it")
    @Completion(CorrectionIdCompleter.class)
    String caseId;

    @Option(name = "--reason", description = "Why", required = true)
    String reason;

    @Argument(index = 0, name = "domain", description = "The domain, or a host below it", required = true)
    String domain;

    @Override
    String plan(Actor actor) throws CommandException {
        need(blockings, "Blockings");
        Input.text("--reason", reason);
        return "Will isolate " + domain + (ips.isEmpty() ? "." : " and ask the carrier to block " + ips + ".");
    }

    @Override
    String change(Actor actor) {
        return "Done: " + blockings.isolate(actor, domain, account, ips, reason, caseId).domain() + " is isolated until it is filed.";
    }
}
