package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stops the jumps of the clock. */
@Service
@Command(scope = "beian", name = "simulator-clock-pause",
    description = "Stops the jumps of the virtual clock; time still passes as real time does")
public class ClockPauseCommand extends SimulatorCommand {

    @Override
    void run() {
        out.println("Will stop the jumps of the virtual clock.");
        simulator.pause();
        out.println("Done. " + ClockShowCommand.text(simulator.clock()));
    }
}
