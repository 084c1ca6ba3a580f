package org.openbeian.authority.simulator.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.openbeian.authority.simulator.control.Acceptance;
import org.openbeian.authority.simulator.control.AccountView;
import org.openbeian.authority.simulator.control.ClockView;
import org.openbeian.authority.simulator.control.Fault;

/** Shows the simulator at a glance. */
@Service
@Command(scope = "beian", name = "simulator-status",
    description = "Shows the simulator's clock, the authorities in use, faults to come, and submissions taken twice")
public class StatusCommand extends SimulatorReadCommand<StatusCommand.Status> {

    @Option(name = "--all", description = "Show authorities that were never used, too")
    boolean all;

    /**
     * The simulator at a glance.
     *
     * @param clock its clock
     * @param accounts its authorities
     * @param faults faults still to be shown
     * @param shownFaults faults that were shown
     * @param duplicates submissions taken more than once in a round
     * @param cpuSeconds processor time used since the start
     */
    record Status(ClockView clock, List<AccountView> accounts, Map<Fault, Integer> faults,
        Map<Fault, Integer> shownFaults, List<Acceptance> duplicates, double cpuSeconds) {
    }

    @Override
    Status read() {
        return new Status(simulator.clock(), simulator.accounts().stream()
            .filter(account -> all || account.sequence() > 0 || account.waitingResults() > 0).toList(),
            simulator.faults(), simulator.shownFaults(), simulator.duplicates(), simulator.cpuTime().toMillis() / 1000.0);
    }

    @Override
    void print(Status status) {
        out.println(ClockShowCommand.text(status.clock()));
        ShellTable table = table("No authority took an upload yet", "Authority", "Provider", "Address", "Last upload",
            "Results waiting", "Name");
        status.accounts().forEach(account -> table.addRow().addContent(account.authorityId(), account.ispId(), account.address(),
            account.sequence(), account.waitingResults(), account.name()));
        table.print(out);
        out.println("Faults to come: " + (status.faults().isEmpty() ? "none" : status.faults()));
        out.println("Faults shown: " + (status.shownFaults().isEmpty() ? "none" : status.shownFaults()));
        out.println(status.duplicates().isEmpty() ? "No submission was taken twice."
            : "Submissions taken more than once: " + status.duplicates());
    }
}
