package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Option;

/** A command that only reads, with {@code --json}. */
abstract class SimulatorReadCommand<T> extends SimulatorCommand {

    @Option(name = "--json", description = "Print JSON instead of a table")
    boolean json;

    /** Reads what is to be printed. */
    abstract T read();

    /** Prints it for people. */
    abstract void print(T answer);

    @Override
    final void run() {
        T answer = read();
        if (json) {
            json(answer);
        } else {
            print(answer);
        }
    }
}
