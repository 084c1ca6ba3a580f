package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.authority.simulator.control.Fault;

/** Shows faults at the next calls, or at random. */
@Service
@Command(scope = "beian", name = "simulator-fault-inject",
    description = "Shows a fault at the next calls to which it applies, or random faults with --rate")
public class FaultInjectCommand extends SimulatorCommand {

    @Argument(index = 0, name = "fault", description = "The fault; left out with --rate")
    @Completion(value = StringsCompleter.class, values = {"LOST_ANSWER", "LOST_CALL", "BUSY", "MAINTENANCE", "CLOSED",
        "OTHER_ERROR", "SLOW", "WRONG_HASH", "DUPLICATE_RESULT", "OUT_OF_SEQUENCE", "LATE_RESULT", "REORDERED_RESULT"})
    String fault;

    @Option(name = "--times", description = "How often, 1 to 1000000")
    int times = 1;

    @Option(name = "--rate", description = "Share of calls that fail at random, 0 to 1; 0 ends it")
    Double rate;

    @Option(name = "--seed", description = "Start of the random numbers")
    long seed = 1;

    @Override
    void run() {
        if ((fault == null) == (rate == null)) {
            throw new IllegalArgumentException("Name either a fault or --rate.");
        }
        if (rate != null) {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("--rate: " + rate + " is not between 0 and 1.");
            }
            out.println("Will let " + rate + " of the calls fail at random, seed " + seed + ".");
            simulator.failRandomly(rate, seed);
        } else {
            Fault wanted = oneOf(Fault.class, "fault", fault);
            if (times < 1 || times > 1_000_000) {
                throw new IllegalArgumentException("--times: " + times + " is not between 1 and 1000000.");
            }
            out.println("Will show " + wanted + " at the next " + times + " call(s) to which it applies.");
            simulator.inject(wanted, times);
        }
        out.println("Done. Faults to come: " + simulator.faults());
    }
}
