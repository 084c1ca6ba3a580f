package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets a virtual person enter a code. */
@Service
@Command(scope = "beian", name = "simulator-code-enter", description = "Lets a virtual person enter the SMS code of a filing")
public class CodeEnterCommand extends SimulatorCommand {

    @Argument(index = 0, name = "filing", required = true, description = "The simulator's number of the filing")
    @Completion(FilingCompleter.class)
    long filing;

    @Option(name = "--wrong", description = "The code is wrong; the fifth wrong one sends the filing back")
    boolean wrong;

    @Override
    void run() {
        out.println("Will enter a " + (wrong ? "wrong" : "right") + " code for filing " + filing + ".");
        simulator.enterCode(filing, !wrong);
        out.println("Done: the code for filing " + filing + " was entered.");
    }
}
