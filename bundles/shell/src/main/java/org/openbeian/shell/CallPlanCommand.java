package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.CallAppointments;
import org.openbeian.api.order.CallPlan;
import org.openbeian.api.order.CallWindow;
import org.openbeian.api.security.Actor;

/** Shows when a specialist calls about an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "call-plan",
        description = "Shows when a specialist calls about an order: the number, windows picked and offered, and what happens next")
public class CallPlanCommand extends OrderReadCommand<CallPlan> {

    @Reference(optional = true)
    CallAppointments appointments;

    @Override
    CallPlan read(Actor actor) throws CommandException {
        return need(appointments, "CallAppointments").plan(actor, id);
    }

    @Override
    void print(CallPlan plan) {
        out.println(Show.text(plan.then()));
        out.println("Number that calls: " + (plan.number() == null ? "not configured (call.number in etc/org.openbeian.core.cfg)"
                : plan.number()) + "; missed so far: " + plan.missed() + " of " + plan.attempts());
        Table table = new Table("Window from", "To", "State", "Name it as");
        plan.picked().forEach(window -> row(table, window, "picked"));
        plan.offered().stream().filter(window -> !plan.picked().contains(window)).forEach(window -> row(table, window, "offered"));
        table.print(out, "No window can be picked now");
    }

    private static void row(Table table, CallWindow window, String state) {
        table.row(Show.time(window.from()), Show.time(window.to()), state, window.from());
    }
}
