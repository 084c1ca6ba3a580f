package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Lets an officer decide now. */
@Service
@Command(scope = "beian", name = "simulator-decide", description = "Lets the officer decide an open filing now")
public class DecideCommand extends SimulatorCommand {

    @Argument(index = 0, name = "filing", required = true, description = "The simulator's number of the filing")
    @Completion(FilingCompleter.class)
    long filing;

    @Argument(index = 1, name = "decision", required = true, description = "pass or refuse")
    @Completion(value = StringsCompleter.class, values = {"pass", "refuse"})
    String decision;

    @Option(name = "--opinion", description = "The officer's words")
    String opinion;

    @Override
    void run() {
        if (!"pass".equals(decision) && !"refuse".equals(decision)) {
            throw new IllegalArgumentException("decision: '" + decision + "' is neither pass nor refuse.");
        }
        out.println("Will let the officer " + decision + " filing " + filing + " now.");
        simulator.decide(filing, "pass".equals(decision), opinion);
        out.println("Done: filing " + filing + " is decided; the result waits to be fetched.");
    }
}
