package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;

/** A command that changes something: says what it will do, does it unless {@code --dry-run}, and says what it did. */
abstract class ChangeCommand extends BeianCommand {

    @Option(name = "--dry-run", description = "Say what would be done, and change nothing")
    boolean dryRun;

    /**
     * Says what the command will do, having read the thing as it is now; changes nothing.
     *
     * @return one sentence in the future tense
     */
    abstract String plan(Actor actor) throws CommandException;

    /**
     * Does it.
     *
     * @return one sentence that says what was done and how the thing stands now
     */
    abstract String change(Actor actor) throws CommandException;

    @Override
    final void run(Actor actor) throws CommandException {
        out.println(plan(actor));
        if (dryRun) {
            out.println("Dry run: nothing was changed.");
        } else {
            out.println(change(actor));
        }
    }
}
