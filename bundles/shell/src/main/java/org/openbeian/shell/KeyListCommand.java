package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.key.KeyRotation.Status;
import org.openbeian.api.security.Actor;

/** Lists master keys and how far a change of the master key is. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "key-list", description = "Lists the master keys, how many data keys each wraps, and how far a"
        + " change is")
public class KeyListCommand extends ReadCommand<Status> {

    @Reference(optional = true)
    KeyRotation rotation;

    @Override
    Status read(Actor actor) throws CommandException {
        return need(rotation, "KeyRotation").status();
    }

    @Override
    void print(Status answer) {
        Table table = new Table("Master key", "Use", "Data keys");
        answer.keys().forEach((id, count) -> table.row(id, id.equals(answer.current()) ? "current" : count > 0 ? "old, in use" : "old",
                count));
        table.print(out, "There is no master key");
        out.println(progress(answer));
    }

    /** How far a change is, in one sentence. */
    static String progress(Status status) {
        long all = status.keys().values().stream().mapToLong(Long::longValue).sum();
        return status.remaining() == 0 ? "All data keys are under the current master key."
                : all - status.remaining() + " of " + all + " data keys are under the current master key; the rest follows in the"
                + " background.";
    }
}
