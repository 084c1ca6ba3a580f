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

    /** The ids that this actor may see. */
    abstract List<String> ids(Actor actor) throws CommandException;

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        try {
            return new StringsCompleter(ids(Caller.actor(accounts, user))).complete(session, line, candidates);
        } catch (CommandException | RuntimeException failure) {
            LOG.debug("No completion", failure);
            return -1;
        }
    }
}
