package org.openbeian.authority.simulator.shell;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.authority.simulator.control.ClockView;

/** Makes the virtual clock jump. */
@Service
@Command(scope = "beian", name = "simulator-clock-advance",
    description = "Makes the virtual clock jump: to the next planned instant, by a duration or to an instant; never back")
public class ClockAdvanceCommand extends SimulatorCommand {

    @Option(name = "--by", description = "A duration in ISO 8601, such as PT24H or P2D")
    String by;

    @Option(name = "--to", description = "An instant in ISO 8601, such as 2026-12-01T00:00:00Z")
    String to;

    @Override
    void run() {
        if (by != null && to != null) {
            throw new IllegalArgumentException("Say either --by or --to, or neither for the next planned instant.");
        }
        ClockView clock = simulator.clock();
        if (by == null && to == null) {
            if (clock.next() == null) {
                throw new IllegalArgumentException("Nothing is planned; say --by or --to.");
            }
            out.println("Will jump from " + clock.now() + " to the next planned instant, " + clock.next() + ".");
            simulator.step();
        } else {
            Instant target = target(clock.now());
            out.println("Will jump from " + clock.now() + " to " + target + ".");
            simulator.advanceTo(target);
        }
        out.println("Done. " + ClockShowCommand.text(simulator.clock()));
    }

    private Instant target(Instant now) {
        try {
            return by == null ? Instant.parse(to) : now.plus(Duration.parse(by));
        } catch (DateTimeException bad) {
            throw new IllegalArgumentException(by == null
                ? "--to: '" + to + "' is not an instant such as 2026-12-01T00:00:00Z."
                : "--by: '" + by + "' is not a duration such as PT24H.", bad);
        }
    }
}
