package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.guidance.Help;
import org.openbeian.api.guidance.HelpText;
import org.openbeian.api.security.Actor;

/** Completes ids of texts of the help. */
@Service
public class HelpIdCompleter extends IdCompleter {

    @Reference(optional = true)
    Help help;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        return BeianCommand.need(help, HelpListCommand.SERVICE).find(null, null, null).stream().map(HelpText::id).toList();
    }
}
