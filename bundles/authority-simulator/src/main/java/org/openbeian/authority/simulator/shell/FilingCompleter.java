package org.openbeian.authority.simulator.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.authority.simulator.control.SimulatorControl;

/** Completes numbers of filings, the newest 200. */
@Service
public class FilingCompleter implements Completer {

    @Reference(optional = true)
    SimulatorControl simulator;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = simulator == null ? List.of()
            : simulator.filings(200).stream().map(filing -> Long.toString(filing.id())).toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
