package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.security.Actor;

/** Completes ids of cases that authorities opened. */
@Service
public class CorrectionIdCompleter extends IdCompleter {

    private static final int MOST = 200;

    @Reference(optional = true)
    Corrections corrections;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        return BeianCommand.need(corrections, "Corrections").list(actor, true, null, MOST).stream().map(CorrectionCase::id).toList();
    }
}
