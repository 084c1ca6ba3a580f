package org.openbeian.shell;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.CallAppointments;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Picks windows for the specialist's call. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "call-appoint",
        description = "Picks windows for the specialist's call about your order; beian:call-plan shows which are offered")
public class CallAppointCommand extends OrderChangeCommand {

    @Argument(index = 1, name = "windows", description = "Beginnings of offered windows, such as 2026-11-23T06:00:00Z", required = true,
            multiValued = true)
    List<String> windows;

    @Reference(optional = true)
    CallAppointments appointments;

    private final List<Instant> starts = new ArrayList<>();

    @Override
    String verb() {
        return "pick " + starts.size() + " windows for the call about";
    }

    @Override
    void validate() throws CommandException {
        for (String window : windows) {
            try {
                starts.add(Instant.parse(window));
            } catch (DateTimeParseException notATime) {
                throw new CommandException("windows: '" + window + "' is not a time such as 2026-11-23T06:00:00Z; copy it from"
                        + " beian:call-plan.");
            }
        }
    }

    @Override
    Order change(Actor actor, long version) throws CommandException {
        return need(appointments, "CallAppointments").pick(actor, id, version, starts);
    }
}
