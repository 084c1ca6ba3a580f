package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a scenario. */
@Service
@Command(scope = "beian", name = "simulator-scenario-remove",
    description = "Removes a scenario; the one for all goes back to its default")
public class ScenarioRemoveCommand extends SimulatorCommand {

    @Argument(index = 0, name = "match", required = true, description = "What the scenario matches")
    @Completion(ScenarioCompleter.class)
    String match;

    @Override
    void run() {
        if (simulator.scenarios().stream().noneMatch(scenario -> scenario.match().equals(match))) {
            throw new IllegalArgumentException("No scenario matches '" + match + "'; beian:simulator-scenario-list shows those in force.");
        }
        out.println("Will remove the scenario for '" + match + "'.");
        simulator.removeScenario(match);
        out.println("Done: " + simulator.scenarios().size() + " scenario(s) are in force.");
    }
}
