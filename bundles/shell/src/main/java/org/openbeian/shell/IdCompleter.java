package org.openbeian.shell;

import java.util.List;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ShellUtil;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes an id with those that the caller may see. A failure completes nothing and never disturbs typing. */
abstract class IdCompleter implements Completer {

    private static final Logger LOG = LoggerFactory.getLogger(IdCompleter.class);

    @Reference(optional = true)
    Accounts accounts;

    Supplier<String> user = ShellUtil::getCurrentUserName;

    /** The ids that this actor may see; none by default. */
    List<String> ids(Actor actor) throws CommandException {
        return List.of();
    }

    /** The ids that this actor may see of what belongs to the first argument; by default it makes no difference. */
    List<String> ids(Actor actor, String first) throws CommandException {
        return ids(actor);
    }

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        try {
            String[] words = line.getArguments();
            return new StringsCompleter(ids(Caller.actor(accounts, user), words.length > 1 ? words[1] : ""))
                    .complete(session, line, candidates);
        } catch (CommandException | RuntimeException failure) {
            LOG.debug("No completion", failure);
            return -1;
        }
    }
}
