package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ends every fault. */
@Service
@Command(scope = "beian", name = "simulator-fault-clear", description = "Ends every fault, random ones included")
public class FaultClearCommand extends SimulatorCommand {

    @Override
    void run() {
        out.println("Will end every fault; still to come were " + simulator.faults() + ".");
        simulator.clearFaults();
        out.println("Done: no fault is to be shown.");
    }
}
