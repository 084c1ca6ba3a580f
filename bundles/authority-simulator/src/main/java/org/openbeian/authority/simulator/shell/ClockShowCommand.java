package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.authority.simulator.control.ClockView;

/** Shows the virtual clock. */
@Service
@Command(scope = "beian", name = "simulator-clock-show",
    description = "Shows the virtual clock, where it would jump next, and what keeps it from jumping")
public class ClockShowCommand extends SimulatorReadCommand<ClockView> {

    @Override
    ClockView read() {
        return simulator.clock();
    }

    @Override
    void print(ClockView clock) {
        out.println(text(clock));
    }

    /** The clock in one line. */
    static String text(ClockView clock) {
        return "Virtual clock " + clock.now() + ", " + clock.ahead() + " ahead of the real time, "
            + (clock.paused() ? "paused" : "running, " + clock.pause().toMillis() + " ms between jumps") + "; next "
            + (clock.next() == null ? "nothing" : clock.next())
            + (clock.waitingFor().isEmpty() ? "" : "; waits for " + clock.waitingFor());
    }
}
