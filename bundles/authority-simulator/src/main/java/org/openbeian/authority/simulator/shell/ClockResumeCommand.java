package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets the clock jump again. */
@Service
@Command(scope = "beian", name = "simulator-clock-resume", description = "Lets the virtual clock jump by itself again")
public class ClockResumeCommand extends SimulatorCommand {

    @Override
    void run() {
        out.println("Will let the virtual clock jump by itself again.");
        simulator.resume();
        out.println("Done. " + ClockShowCommand.text(simulator.clock()));
    }
}
