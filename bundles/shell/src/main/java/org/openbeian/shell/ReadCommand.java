package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;

/** A command that only reads: prints a table for people or, with {@code --json}, one JSON value for programs. */
abstract class ReadCommand<T> extends BeianCommand {

    @Option(name = "--json", description = "Print JSON instead of a table")
    boolean json;

    /** Reads what is to be printed; personal data is masked on printing. */
    abstract T read(Actor actor) throws CommandException;

    /** Prints what was read for people. */
    abstract void print(T answer);

    /** Fails the command, after its answer was printed, when the answer is bad news. */
    void judge(T answer) throws CommandException {
    }

    @Override
    final void run(Actor actor) throws CommandException {
        T answer = read(actor);
        if (json) {
            Json.print(out, answer);
        } else {
            print(answer);
        }
        judge(answer);
    }
}
