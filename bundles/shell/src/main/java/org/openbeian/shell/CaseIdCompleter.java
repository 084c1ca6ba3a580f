package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.butler.Butlers;
import org.openbeian.api.security.Actor;

/** Completes ids of cases of butlers. */
@Service
public class CaseIdCompleter extends IdCompleter {

    @Reference(optional = true)
    Butlers butlers;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        return BeianCommand.need(butlers, "Butlers").list(actor).stream().map(ButlerCase::id).toList();
    }
}
