package org.openbeian.authority.simulator.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.authority.simulator.control.Scenario;
import org.openbeian.authority.simulator.control.SimulatorControl;

/** Completes what scenarios match. */
@Service
public class ScenarioCompleter implements Completer {

    @Reference(optional = true)
    SimulatorControl simulator;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> matches = simulator == null ? List.of() : simulator.scenarios().stream().map(Scenario::match).toList();
        return new StringsCompleter(matches).complete(session, line, candidates);
    }
}
